import type { Editor } from "@tiptap/core";
import { csrfToken } from "../sending.ts";

interface Sent {
  id: number;
  name: string;
  state: string;
  preview: string | null;
  error: string | null;
}

/** Asks for a picture and what it shows, sends it, waits until it is ready, and puts it in the text. */
export class PictureDialog {
  private editor?: Editor;

  constructor(private readonly dialog: HTMLDialogElement) {
    this.part("insert").addEventListener("click", () => void this.insert());
    this.part("cancel").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => this.editor?.commands.focus());
    // Enter in a field must not send the form in which the dialog stands.
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      void this.insert();
    });
  }

  /** For a new picture, or to say better what the chosen one shows. */
  open(editor: Editor): boolean {
    this.editor = editor;
    const chosen = editor.isActive("picture") ? editor.getAttributes("picture") : undefined;
    this.field("file").value = "";
    this.field("alternative").value = chosen?.alt ?? "";
    this.field("decorative").checked = chosen !== undefined && !chosen.alt;
    this.field("caption").value = "";
    this.field("file").closest<HTMLElement>(".field")!.hidden = chosen !== undefined;
    this.field("caption").closest<HTMLElement>(".field")!.hidden = chosen !== undefined;
    this.say("");
    this.dialog.showModal();
    return true;
  }

  private async insert(): Promise<void> {
    const editor = this.editor;
    if (!editor) return;
    const alt = this.field("decorative").checked ? "" : this.field("alternative").value.trim();
    const file = this.field("file").files?.[0];
    const change = editor.isActive("picture");
    if ((!file && !change) || (!alt && !this.field("decorative").checked)) return this.say(this.dialog.dataset.missing);
    if (change) {
      editor.commands.updateAttributes("picture", { alt });
      return this.dialog.close();
    }
    this.say(this.dialog.dataset.sending);
    try {
      const src = await this.send(file!);
      const caption = this.field("caption").value.trim();
      const content = caption ? [{ type: "text", text: caption }] : [];
      editor
        .chain()
        .insertContent([{ type: "picture", attrs: { src, alt }, content }, { type: "paragraph" }])
        .run();
      this.dialog.close();
    } catch (error) {
      this.say(error instanceof Refused ? error.message : this.dialog.dataset.failed);
    }
  }

  private async send(file: File): Promise<string> {
    const body = new FormData();
    body.set("_csrf", csrfToken());
    body.set("file", file);
    const answer = await fetch("/fichiers?purpose=picture", { method: "POST", body, headers: { Accept: "application/json" } });
    let sent = (await answer.json()) as Sent;
    if (!answer.ok) throw new Refused(sent.error ?? this.dialog.dataset.failed);
    for (let tries = 0; sent.state === "processing" && tries < 60; tries++) {
      await new Promise((later) => setTimeout(later, 400));
      sent = (await (await fetch(`/fichiers/${sent.id}`, { headers: { Accept: "application/json" } })).json()) as Sent;
    }
    if (!sent.preview) throw new Refused(sent.error ?? this.dialog.dataset.failed);
    return sent.preview.replace("/thumb/", "/medium/");
  }

  private say(words: string | undefined): void {
    this.part("status").textContent = words ?? "";
  }

  private part(name: string): HTMLElement {
    return this.dialog.querySelector<HTMLElement>(`[data-picture="${name}"]`)!;
  }

  private field(name: string): HTMLInputElement {
    return this.part(name) as HTMLInputElement;
  }
}

class Refused extends Error {}
