import { Controller } from "@hotwired/stimulus";

/** The full navigation on a phone (#menu): Escape closes it and gives the focus back. */
export default class extends Controller<HTMLElement> {
  connect(): void {
    document.addEventListener("keydown", this.escape);
  }

  disconnect(): void {
    document.removeEventListener("keydown", this.escape);
  }

  private escape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || location.hash !== `#${this.element.id}`) return;
    location.hash = "#contenu";
    document.querySelector<HTMLElement>(`.tabbar a[href="#${this.element.id}"]`)?.focus();
  };
}
