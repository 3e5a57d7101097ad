import { Controller } from "@hotwired/stimulus";

/** Filters stay open beside the list, for browsers whose styles cannot open them (::details-content). */
export default class extends Controller<HTMLDetailsElement> {
  private wide = matchMedia("(min-width: 68em)");

  connect(): void {
    if (CSS.supports("selector(::details-content)")) return;
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
