import { Controller } from "@hotwired/stimulus";

/** A toolbar with one tab stop: arrows, Home and End move inside it. */
export default class extends Controller<HTMLElement> {
  connect(): void {
    this.stops.forEach((stop, index) => (stop.tabIndex = index === 0 ? 0 : -1));
    this.element.addEventListener("keydown", this.move);
    this.element.addEventListener("focusin", this.remember);
  }

  disconnect(): void {
    this.element.removeEventListener("keydown", this.move);
    this.element.removeEventListener("focusin", this.remember);
  }

  private get stops(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>("button:not([disabled]), a[href]")];
  }

  private remember = (event: Event): void => {
    const stops = this.stops;
    if (!stops.includes(event.target as HTMLElement)) return;
    for (const stop of stops) stop.tabIndex = stop === event.target ? 0 : -1;
  };

  private move = (event: KeyboardEvent): void => {
    const stops = this.stops;
    const here = stops.indexOf(document.activeElement as HTMLElement);
    const there = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (there === undefined || here < 0) return;
    event.preventDefault();
    stops[(there + stops.length) % stops.length]?.focus();
  };
}
