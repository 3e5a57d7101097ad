import { Editor } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { Placeholder, UndoRedo } from "@tiptap/extensions";

interface Words {
  label: string;
  placeholder: string;
  link: string;
}

/** The editor in place of a textarea, which keeps receiving the HTML. Tab leaves it, as it leaves any field. */
export class RichText {
  private readonly editor: Editor;
  private readonly area = document.createElement("div");

  constructor(
    private readonly text: HTMLTextAreaElement,
    private readonly bar: HTMLElement,
    private readonly words: Words,
  ) {
    const described = text.getAttribute("aria-describedby");
    this.editor = new Editor({
      element: this.area,
      injectCSS: false,
      content: text.value,
      extensions: [
        Document,
        Paragraph,
        Text,
        Bold,
        Italic,
        Heading.configure({ levels: [2, 3] }),
        BulletList,
        OrderedList,
        ListItem.extend({ addKeyboardShortcuts: () => ({ Enter: ({ editor }) => editor.commands.splitListItem("listItem") }) }),
        Blockquote,
        HardBreak,
        Link.configure({ openOnClick: false, autolink: true, defaultProtocol: "https", HTMLAttributes: { target: null, rel: null } }),
        Placeholder.configure({ placeholder: words.placeholder }),
        UndoRedo,
      ],
      editorProps: {
        attributes: {
          class: "editor__area rich",
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": words.label,
          ...(described ? { "aria-describedby": described } : {}),
          ...(text.getAttribute("aria-invalid") ? { "aria-invalid": "true" } : {}),
        },
      },
      onUpdate: ({ editor }) => {
        text.value = editor.isEmpty ? "" : editor.getHTML();
        text.dispatchEvent(new Event("input", { bubbles: true }));
      },
      onTransaction: () => this.press(),
    });
    text.hidden = true;
    text.after(this.area);
    bar.hidden = false;
    bar.addEventListener("click", this.act);
    text.form?.addEventListener("reset", this.clear);
    for (const label of text.labels ?? []) label.addEventListener("click", this.focus);
    if (!text.value.trimStart().startsWith("<") && text.value) this.editor.commands.setContent(paragraphs(text.value));
  }

  remove(): void {
    this.bar.removeEventListener("click", this.act);
    this.text.form?.removeEventListener("reset", this.clear);
    this.editor.destroy();
    this.area.remove();
    this.text.hidden = false;
    this.bar.hidden = true;
  }

  private focus = (): void => void this.editor.commands.focus();

  private clear = (): void => void this.editor.commands.clearContent();

  private act = (event: Event): void => {
    const act = (event.target as Element).closest<HTMLElement>("[data-act]")?.dataset.act;
    const run = this.editor.chain().focus();
    if (act === "bold") run.toggleBold().run();
    else if (act === "italic") run.toggleItalic().run();
    else if (act === "heading2") run.toggleHeading({ level: 2 }).run();
    else if (act === "heading3") run.toggleHeading({ level: 3 }).run();
    else if (act === "bulletList") run.toggleBulletList().run();
    else if (act === "orderedList") run.toggleOrderedList().run();
    else if (act === "blockquote") run.toggleBlockquote().run();
    else if (act === "undo") run.undo().run();
    else if (act === "redo") run.redo().run();
    else if (act === "link") this.link();
  };

  private link(): void {
    const before = (this.editor.getAttributes("link").href as string | undefined) ?? "";
    const address = window.prompt(this.words.link, before);
    if (address === null) return;
    const run = this.editor.chain().focus().extendMarkRange("link");
    if (!address.trim()) run.unsetLink().run();
    else run.setLink({ href: /^([a-z]+:|\/)/i.test(address) ? address : `https://${address}` }).run();
  }

  private press(): void {
    const active: Record<string, boolean> = {
      bold: this.editor.isActive("bold"),
      italic: this.editor.isActive("italic"),
      link: this.editor.isActive("link"),
      heading2: this.editor.isActive("heading", { level: 2 }),
      heading3: this.editor.isActive("heading", { level: 3 }),
      bulletList: this.editor.isActive("bulletList"),
      orderedList: this.editor.isActive("orderedList"),
      blockquote: this.editor.isActive("blockquote"),
    };
    for (const button of this.bar.querySelectorAll<HTMLElement>("[data-act][aria-pressed]")) {
      button.setAttribute("aria-pressed", String(active[button.dataset.act!] ?? false));
    }
  }
}

/** Plain text typed before the editor came: its blank lines separate paragraphs. */
function paragraphs(plain: string): string {
  const escaper = document.createElement("p");
  return plain
    .split(/\n{2,}/)
    .map((paragraph) => {
      escaper.textContent = paragraph;
      return `<p>${escaper.innerHTML.replaceAll("\n", "<br>")}</p>`;
    })
    .join("");
}
