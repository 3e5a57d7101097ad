import { Controller } from "@hotwired/stimulus";

/** A <details> menu: closes on Escape, on a click elsewhere, when the focus leaves; arrows move inside. */
export default class extends Controller<HTMLDetailsElement> {
  connect(): void {
    document.addEventListener("click", this.closeOutside);
    this.element.addEventListener("keydown", this.move);
  }

  disconnect(): void {
    document.removeEventListener("click", this.closeOutside);
    this.element.removeEventListener("keydown", this.move);
    this.element.open = false;
  }

  private closeOutside = (event: Event): void => {
    if (!this.element.contains(event.target as Node)) this.element.open = false;
  };

  private move = (event: KeyboardEvent): void => {
    if (!this.element.open) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      this.element.open = false;
      this.element.querySelector("summary")?.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const stops = [...this.element.querySelectorAll<HTMLElement>("summary, a[href], button:not([disabled])")];
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = (stops.indexOf(document.activeElement as HTMLElement) + step + stops.length) % stops.length;
      stops[next]?.focus();
    }
  };
}
