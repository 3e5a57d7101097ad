import { Controller } from "@hotwired/stimulus";

/** Filters stay open beside the list and fold above it on a narrow screen. */
export default class extends Controller<HTMLDetailsElement> {
  private wide = matchMedia("(min-width: 68em)");

  connect(): void {
    this.fit();
    this.wide.addEventListener("change", this.fit);
  }

  disconnect(): void {
    this.wide.removeEventListener("change", this.fit);
  }

  private fit = (): void => {
    this.element.open = this.wide.matches;
  };
}
