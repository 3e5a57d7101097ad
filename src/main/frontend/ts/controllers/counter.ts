import { Controller } from "@hotwired/stimulus";

/** Says how many characters remain, aloud only near the end. The sentence holds {n}. */
export default class extends Controller<HTMLElement> {
  static targets = ["input", "output"];
  static values = { max: Number, text: String, over: String };
  declare readonly inputTarget: HTMLInputElement | HTMLTextAreaElement;
  declare readonly outputTarget: HTMLElement;
  declare readonly maxValue: number;
  declare readonly textValue: string;
  declare readonly overValue: string;

  connect(): void {
    this.update();
  }

  update(): void {
    const left = this.maxValue - this.inputTarget.value.length;
    const sentence = left < 0 ? this.overValue || this.textValue : this.textValue;
    this.outputTarget.textContent = sentence.replace("{n}", Math.abs(left).toLocaleString(document.documentElement.lang));
    this.outputTarget.setAttribute("aria-live", left <= 40 ? "polite" : "off");
  }
}
