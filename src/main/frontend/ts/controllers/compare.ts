import { Controller } from "@hotwired/stimulus";

/** Two pictures of one view, one over the other: a range, moved by hand or by keyboard, says how much of each is seen. */
export default class extends Controller<HTMLElement> {
  static targets = ["after", "slider", "range"];
  declare readonly afterTarget: HTMLElement;
  declare readonly sliderTarget: HTMLElement;
  declare readonly rangeTarget: HTMLInputElement;

  connect(): void {
    this.element.classList.add("compare--over");
    this.sliderTarget.hidden = false;
    this.move();
  }

  disconnect(): void {
    this.element.classList.remove("compare--over");
    this.sliderTarget.hidden = true;
  }

  move(): void {
    this.element.style.setProperty("--seen", `${this.rangeTarget.value}%`);
  }
}
