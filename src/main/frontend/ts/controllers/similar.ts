import { Controller } from "@hotwired/stimulus";

/** Shows beside a field what the server finds alike to what is typed in it, after a pause: the answer is a Turbo Frame. */
export default class extends Controller<HTMLElement> {
  static values = { url: String };
  static targets = ["frame", "status"];
  declare readonly urlValue: string;
  declare readonly frameTarget: HTMLElement;
  declare readonly statusTarget: HTMLElement;
  private waiting?: number;
  private asked = "";

  typed(event: Event): void {
    const field = event.target as HTMLInputElement;
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.ask(field), 250);
  }

  /** Says aloud what has come up, as the answer says it itself (data-said). */
  told(): void {
    this.statusTarget.textContent = this.frameTarget.querySelector("[data-said]")?.textContent ?? "";
  }

  disconnect(): void {
    clearTimeout(this.waiting);
  }

  private ask(field: HTMLInputElement): void {
    const words = field.value.trim();
    if (words === this.asked) return;
    this.asked = words;
    const frame = this.frameTarget.querySelector("turbo-frame");
    frame?.setAttribute("src", `${this.urlValue}?${field.name}=${encodeURIComponent(words)}`);
  }
}
