import { Controller } from "@hotwired/stimulus";
import type { RichText } from "../editor/editor.ts";

/** Not pointerenter: a page may open under a mouse that rests. */
const APPROACHES = ["pointermove", "pointerdown"];
const RELEASES = ["pointerup", "pointercancel"];

/** Some hundred kilobytes that most visits do without. */
const editor = (): Promise<typeof import("../editor/editor.ts")> => import("../editor/editor.ts");
const longText = (): Promise<typeof import("../editor/long.ts")> => import("../editor/long.ts");

/**
 * Rich text over a textarea. The editor itself is fetched when one comes near and takes the textarea's place when one
 * begins to write, or where something is written already. Without scripts the textarea takes Markdown.
 * What long texts need (data-editor-long-value) is fetched only for them.
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
  private coming?: Promise<void>;
  private composing = false;
  private pressing = false;

  connect(): void {
    this.element.addEventListener("focusin", this.begin, { once: true });
    this.element.addEventListener("editor:insert", this.insert);
    for (const sign of APPROACHES) this.element.addEventListener(sign, this.approach, { once: true });
    this.textTarget.addEventListener("editor:fill", this.filled);
    this.textTarget.addEventListener("compositionstart", this.composes);
    this.textTarget.addEventListener("compositionend", this.composed);
    this.textTarget.addEventListener("pointerdown", this.presses);
    for (const end of RELEASES) window.addEventListener(end, this.released);
    this.barTarget.addEventListener("click", this.early);
    if (this.focusValue) this.textTarget.focus();
    else if (this.element.contains(document.activeElement)) this.begin();
    else if (this.htmlValue || this.textTarget.value) void this.come();
  }

  disconnect(): void {
    this.element.removeEventListener("focusin", this.begin);
    this.element.removeEventListener("editor:insert", this.insert);
    for (const sign of APPROACHES) this.element.removeEventListener(sign, this.approach);
    this.textTarget.removeEventListener("editor:fill", this.filled);
    this.textTarget.removeEventListener("compositionstart", this.composes);
    this.textTarget.removeEventListener("compositionend", this.composed);
    this.textTarget.removeEventListener("pointerdown", this.presses);
    for (const end of RELEASES) window.removeEventListener(end, this.released);
    this.barTarget.removeEventListener("click", this.early);
    this.text?.remove();
    this.text = undefined;
    this.coming = undefined;
    this.formatTarget.value = "markdown";
  }

  /** From now on the tools stay: were they to fold when the focus leaves, what one presses would move under the finger. */
  private readonly begin = (): void => {
    for (const part of [this.element.querySelector<HTMLElement>(".editor"), this.textTarget.form]) {
      if (part) part.dataset.begun = "";
    }
    void this.come();
  };

  private readonly approach = (): void => void Promise.all([editor(), this.longValue ? longText() : undefined]).catch(() => {});

  /** A draft came back. What begins with a tag was written in the editor, and stays HTML even should it not come. */
  private readonly filled = (): void => {
    if (this.text) return;
    if (this.textTarget.value.trimStart().startsWith("<")) this.formatTarget.value = "html";
    if (this.textTarget.value) void this.come();
  };

  /** A tool is pressed before the editor is there: it acts once it is. */
  private readonly early = (event: Event): void => {
    const tool = (event.target as Element).closest<HTMLElement>("[data-act]");
    if (tool && !this.text) void this.come().then(() => this.text && tool.click());
  };

  /** The editor takes the textarea's place. Should it not arrive, the textarea stays, and the next key asks again. */
  private come(): Promise<void> {
    this.coming ??= this.replace().catch(() => {
      this.coming = undefined;
      this.textTarget.addEventListener("input", () => void this.come(), { once: true });
    });
    return this.coming;
  }

  private async replace(): Promise<void> {
    const [{ RichText }, long] = await Promise.all([editor(), this.longValue ? longText() : undefined]);
    await this.pause();
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
  }

  /** A word being composed (telephones, accents) or a press under way would be lost with the field: they end first. */
  private async pause(): Promise<void> {
    await new Promise((done) => setTimeout(done));
    while (this.composing || this.pressing) {
      await new Promise<void>((done) => {
        const next = (): void => void setTimeout(done);
        for (const end of ["compositionend", ...RELEASES]) window.addEventListener(end, next, { once: true });
      });
    }
  }

  private readonly composes = (): void => void (this.composing = true);

  private readonly composed = (): void => void (this.composing = false);

  private readonly presses = (): void => void (this.pressing = true);

  private readonly released = (): void => void (this.pressing = false);

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

  /** Adds to the end what the event carries as HTML. */
  private readonly insert = (event: Event): void => void this.come().then(() => this.text?.append((event as CustomEvent<string>).detail));
}
