import { Controller } from "@hotwired/stimulus";

/** A textarea that grows with its text, for browsers whose styles cannot do it (field-sizing). */
export default class extends Controller<HTMLTextAreaElement> {
  connect(): void {
    if (CSS.supports("field-sizing", "content")) return;
    this.element.addEventListener("input", this.resize);
    if (this.element.value) this.resize();
  }

  disconnect(): void {
    this.element.removeEventListener("input", this.resize);
  }

  private resize = (): void => {
    this.element.style.height = "auto";
    this.element.style.height = `${this.element.scrollHeight + 3}px`;
  };
}
