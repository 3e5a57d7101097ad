import { Controller } from "@hotwired/stimulus";

/** Sends a filter form when a choice changes; typing waits for a pause. The form keeps its button for those without scripts. */
export default class extends Controller<HTMLFormElement> {
  private waiting?: number;

  now(): void {
    clearTimeout(this.waiting);
    this.element.requestSubmit();
  }

  soon(): void {
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.element.requestSubmit(), 300);
  }

  disconnect(): void {
    clearTimeout(this.waiting);
  }
}
