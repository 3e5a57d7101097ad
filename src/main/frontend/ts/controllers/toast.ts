import { Controller } from "@hotwired/stimulus";

/** Goes away after some seconds, but waits while one reads it (pointer or focus); for ever when it offers an action that has no end of its own. */
export default class extends Controller<HTMLElement> {
  static values = { seconds: { type: Number, default: 8 } };
  declare readonly secondsValue: number;
  declare readonly hasSecondsValue: boolean;
  private waiting?: number;

  connect(): void {
    if (!this.hasSecondsValue && this.element.querySelector("a, button:not([data-action])")) return;
    this.start();
    this.element.addEventListener("pointerenter", this.stop);
    this.element.addEventListener("pointerleave", this.start);
  }

  disconnect(): void {
    this.stop();
  }

  close(): void {
    this.element.remove();
  }

  private start = (): void => {
    this.waiting = window.setTimeout(() => this.close(), this.secondsValue * 1000);
  };

  private stop = (): void => {
    clearTimeout(this.waiting);
  };
}
