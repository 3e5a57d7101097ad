import { Controller } from "@hotwired/stimulus";
import type { RichText } from "../editor/editor.ts";

/** Rich text over a textarea: the editor itself loads only here. Without scripts the textarea takes Markdown. */
export default class extends Controller<HTMLElement> {
  static targets = ["text", "bar", "format"];
  static values = { label: String, placeholder: String, link: String };
  declare readonly textTarget: HTMLTextAreaElement;
  declare readonly barTarget: HTMLElement;
  declare readonly formatTarget: HTMLInputElement;
  declare readonly labelValue: string;
  declare readonly placeholderValue: string;
  declare readonly linkValue: string;
  private text?: RichText;

  async connect(): Promise<void> {
    const { RichText } = await import("../editor/editor.ts");
    if (!this.element.isConnected || this.text) return;
    this.text = new RichText(this.textTarget, this.barTarget, {
      label: this.labelValue,
      placeholder: this.placeholderValue,
      link: this.linkValue,
    });
    this.formatTarget.value = "html";
  }

  disconnect(): void {
    this.text?.remove();
    this.text = undefined;
    this.formatTarget.value = "markdown";
  }
}
