import { Controller } from "@hotwired/stimulus";
import type { RichText } from "../editor/editor.ts";

/**
 * Rich text over a textarea: the editor itself loads only here. Without scripts the textarea takes Markdown.
 * What long texts need (data-editor-long-value) loads only with them.
 * With data-editor-mentions-value, « @ » proposes the people whom the form's audience holds.
 */
export default class extends Controller<HTMLElement> {
  static targets = ["text", "bar", "format", "list", "status", "dialog"];
  static values = { label: String, placeholder: String, link: String, html: String, mentions: String, found: String, none: String, focus: Boolean, long: Boolean };
  declare readonly textTarget: HTMLTextAreaElement;
  declare readonly barTarget: HTMLElement;
  declare readonly formatTarget: HTMLInputElement;
  declare readonly listTarget: HTMLElement;
  declare readonly statusTarget: HTMLElement;
  declare readonly dialogTarget: HTMLDialogElement;
  declare readonly longValue: boolean;
  declare readonly labelValue: string;
  declare readonly placeholderValue: string;
  declare readonly linkValue: string;
  declare readonly htmlValue: string;
  declare readonly mentionsValue: string;
  declare readonly foundValue: string;
  declare readonly noneValue: string;
  declare readonly focusValue: boolean;
  private text?: RichText;

  async connect(): Promise<void> {
    this.element.addEventListener("focusin", this.begin, { once: true });
    const [{ RichText }, long] = await Promise.all([
      import("../editor/editor.ts"),
      this.longValue ? import("../editor/long.ts") : undefined,
    ]);
    if (!this.element.isConnected || this.text) return;
    const untouched = this.textTarget.value === this.textTarget.defaultValue;
    this.text = new RichText(this.textTarget, this.barTarget, {
      label: this.labelValue,
      placeholder: this.placeholderValue,
      link: this.linkValue,
      html: untouched && this.htmlValue ? this.htmlValue : undefined,
      mentions: this.mentionsValue ? { address: this.address, list: this.listTarget, say: this.say } : undefined,
    }, long?.longText(this.dialogTarget));
    this.formatTarget.value = "html";
    if (this.focusValue) this.text.focus();
  }

  disconnect(): void {
    this.element.removeEventListener("focusin", this.begin);
    this.text?.remove();
    this.text = undefined;
    this.formatTarget.value = "markdown";
  }

  /** From now on the tools stay: were they to fold when the focus leaves, what one presses would move under the finger. */
  private begin = (): void => {
    for (const part of [this.element.querySelector<HTMLElement>(".editor"), this.textTarget.form]) {
      if (part) part.dataset.begun = "";
    }
  };

  /** Where to ask for people: among those for whom the form is, as they are chosen now. */
  private address = (): string => {
    const address = new URL(this.mentionsValue, location.href);
    for (const box of this.textTarget.form?.querySelectorAll<HTMLInputElement>('input[name="audience"]:checked') ?? []) {
      address.searchParams.append("audience", box.value);
    }
    return address.href;
  };

  private say = (count: number): void => {
    this.statusTarget.textContent = count ? this.foundValue.replace("{n}", String(count)) : this.noneValue;
  };
}
