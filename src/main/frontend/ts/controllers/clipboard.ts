import { Controller } from "@hotwired/stimulus";

/** Copies a text and says so in the button. */
export default class extends Controller<HTMLButtonElement> {
  static values = { text: String, done: String };
  declare readonly textValue: string;
  declare readonly doneValue: string;

  async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.textValue);
    const label = this.element.querySelector<HTMLElement>("[data-label]") ?? this.element;
    const before = label.textContent;
    label.textContent = this.doneValue;
    window.setTimeout(() => (label.textContent = before), 3000);
  }
}
