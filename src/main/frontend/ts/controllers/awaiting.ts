import { Controller } from "@hotwired/stimulus";

const PAUSE = 1000;
const MOST = 60;

/** Waits for what is being prepared (pictures just sent), then shows this part of the page anew, and nothing else. */
export default class extends Controller<HTMLElement> {
  static values = { url: String };
  /** Tells in JSON whether it still is {"state": "processing"}. */
  declare readonly urlValue: string;
  private waiting?: number;
  private turns = 0;

  connect(): void {
    this.waiting = window.setTimeout(() => void this.look(), PAUSE / 2);
  }

  disconnect(): void {
    clearTimeout(this.waiting);
  }

  private async look(): Promise<void> {
    const answer = await fetch(this.urlValue, { headers: { Accept: "application/json" } }).catch(() => null);
    const state = answer?.ok ? ((await answer.json()) as { state: string }).state : "processing";
    if (state === "processing") {
      if (++this.turns < MOST) this.waiting = window.setTimeout(() => void this.look(), PAUSE);
      return;
    }
    const page = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!page?.ok || !this.element.isConnected) return;
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html").getElementById(this.element.id);
    if (fresh) this.element.replaceWith(fresh);
  }
}
