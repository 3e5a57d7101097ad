import { Controller } from "@hotwired/stimulus";

const TELL_EVERY = 45_000;

/**
 * A shared device: counts the idle time down and sends the sign-out form at the end. The server's own limit does not
 * need this, but is told now and then that somebody is writing.
 */
export default class extends Controller<HTMLElement> {
  static targets = ["left", "form"];
  static values = { seconds: { type: Number, default: 180 }, minutes: String, last: String };
  declare readonly leftTarget: HTMLElement;
  declare readonly formTarget: HTMLFormElement;
  declare readonly secondsValue: number;
  declare readonly minutesValue: string;
  declare readonly lastValue: string;
  private lastAct = Date.now();
  private ticking?: number;
  private lastTold = Date.now();

  connect(): void {
    for (const act of ["pointerdown", "keydown", "scroll"]) document.addEventListener(act, this.act, { passive: true });
    this.ticking = window.setInterval(() => this.tick(), 1000);
  }

  disconnect(): void {
    for (const act of ["pointerdown", "keydown", "scroll"]) document.removeEventListener(act, this.act);
    clearInterval(this.ticking);
  }

  private act = (): void => {
    this.lastAct = Date.now();
    if (this.lastAct - this.lastTold > TELL_EVERY) {
      this.lastTold = this.lastAct;
      void fetch("/borne/presence", { cache: "no-store" });
    }
    this.tick();
  };

  private tick(): void {
    const left = this.secondsValue - Math.floor((Date.now() - this.lastAct) / 1000);
    if (left <= 0) {
      clearInterval(this.ticking);
      this.formTarget.requestSubmit();
      return;
    }
    const sentence = left > 60 ? this.minutesValue.replace("{n}", String(Math.ceil(left / 60))) : this.lastValue.replace("{n}", String(left));
    if (this.leftTarget.textContent !== sentence) this.leftTarget.textContent = sentence;
    this.leftTarget.setAttribute("aria-live", left === 60 || left === 20 ? "assertive" : "off");
  }
}
