import { Editor, type Extensions, type JSONContent } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { Mention } from "@tiptap/extension-mention";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { Placeholder, UndoRedo } from "@tiptap/extensions";
import { Suggestions } from "../suggestions.ts";

const PERSON = "/annuaire/personnes/";

interface Words {
  label: string;
  placeholder: string;
  link: string;
  /** What to begin with; the textarea's own text when there is none. */
  html?: string;
  mentions?: Mentions;
}

interface Mentions {
  /** Where to ask for people. */
  address: () => string;
  list: HTMLElement;
  /** Says how many were found. */
  say: (count: number) => void;
}

/** What a kind of text adds to the editor. */
export interface Addition {
  extensions: Extensions;
  pasted(html: string): string;
  act(editor: Editor, act: string): boolean;
  active(editor: Editor): Record<string, boolean>;
}

/** The editor in place of a textarea, which keeps receiving the HTML. Tab leaves it, as it leaves any field. */
export class RichText {
  private readonly editor: Editor;
  private readonly area = document.createElement("div");

  constructor(
    private readonly text: HTMLTextAreaElement,
    private readonly bar: HTMLElement,
    private readonly words: Words,
    private readonly addition?: Addition,
  ) {
    const described = text.getAttribute("aria-describedby");
    this.editor = new Editor({
      element: this.area,
      injectCSS: false,
      content: words.html ?? content(text.value),
      extensions: [
        ...(words.mentions ? mentions(words.mentions, () => this.area.querySelector<HTMLElement>(".editor__area")!) : []),
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
        ...(addition?.extensions ?? []),
      ],
      editorProps: {
        ...(addition ? { transformPastedHTML: (html: string) => addition.pasted(html) } : {}),
        attributes: {
          class: "editor__area rich",
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": words.label,
          ...(words.mentions ? { "aria-autocomplete": "list", "aria-controls": words.mentions.list.id } : {}),
          ...(described ? { "aria-describedby": described } : {}),
          ...(text.getAttribute("aria-invalid") ? { "aria-invalid": "true" } : {}),
        },
      },
      onUpdate: ({ editor }) => {
        text.value = editor.isEmpty ? "" : editor.getHTML();
        text.dispatchEvent(new Event("input", { bubbles: true }));
      },
      onTransaction: () => this.press(),
      onBlur: () => words.mentions && (words.mentions.list.hidden = true),
    });
    text.after(this.area);
    if (document.activeElement === text) this.continue();
    text.hidden = true;
    bar.hidden = false;
    bar.addEventListener("click", this.act);
    text.form?.addEventListener("reset", this.clear);
    text.addEventListener("editor:fill", this.fill);
    for (const label of text.labels ?? []) label.addEventListener("click", this.focus);
    if (!this.editor.isEmpty) text.value = this.editor.getHTML();
  }

  /** Adds HTML after what is written, and goes on writing there. */
  append(html: string): void {
    if (this.editor.isEmpty) this.editor.chain().setContent(html, { emitUpdate: true }).focus("end").run();
    else this.editor.chain().insertContentAt(this.editor.state.doc.content.size, html).focus("end").run();
  }

  remove(): void {
    this.bar.removeEventListener("click", this.act);
    this.text.form?.removeEventListener("reset", this.clear);
    this.text.removeEventListener("editor:fill", this.fill);
    this.editor.destroy();
    this.area.remove();
    this.text.hidden = false;
    this.bar.hidden = true;
  }

  focus = (): void => void this.editor.commands.focus("end");

  /** One is writing in the textarea: the caret and the focus pass on at once, so that no key falls in between. */
  private continue(): void {
    const { value, selectionStart, selectionEnd } = this.text;
    if (isHtml(value) || this.words.html) this.editor.commands.setTextSelection(this.editor.state.doc.content.size);
    else this.editor.commands.setTextSelection({ from: place(value, selectionStart), to: place(value, selectionEnd) });
    this.editor.view.focus();
  }

  /** The textarea was given another text. */
  private fill = (): void => void this.editor.commands.setContent(content(this.text.value));

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
    else if (act === "mention") run.insertContent("@").run();
    else if (act === "undo") run.undo().run();
    else if (act === "redo") run.redo().run();
    else if (act === "link") this.link();
    else if (act) this.addition?.act(this.editor, act);
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
      ...this.addition?.active(this.editor),
    };
    for (const button of this.bar.querySelectorAll<HTMLButtonElement>("[data-in]")) {
      button.disabled = !active[button.dataset.in!];
    }
    for (const button of this.bar.querySelectorAll<HTMLElement>("[data-act][aria-pressed]")) {
      button.setAttribute("aria-pressed", String(active[button.dataset.act!] ?? false));
    }
  }
}

/** « @ » and the beginning of a name: the person becomes a link to their page, in one piece. */
function mentions(from: Mentions, area: () => HTMLElement): Extensions {
  const putUnder = (caret: DOMRect | null | undefined): void => {
    const frame = from.list.offsetParent?.getBoundingClientRect();
    if (!caret || !frame) return;
    from.list.style.top = `${caret.bottom - frame.top + 4}px`;
    from.list.style.left = `${Math.max(0, Math.min(caret.left - frame.left, frame.width - 320))}px`;
  };
  return [
    Mention.extend({
      addAttributes: () => ({
        id: { default: null, parseHTML: (link) => link.getAttribute("href")?.slice(PERSON.length), renderHTML: () => ({}) },
        label: { default: null, parseHTML: (link) => link.textContent?.slice(1), renderHTML: () => ({}) },
      }),
      parseHTML: () => [
        { tag: `a[href^="${PERSON}"]`, priority: 60, getAttrs: (link) => (link.textContent?.startsWith("@") ? null : false) },
      ],
      renderHTML: ({ node }) => ["a", { href: PERSON + node.attrs.id, class: "mention" }, `@${node.attrs.label}`],
    }).configure({
      suggestion: {
        allowSpaces: true,
        allowedPrefixes: [" ", "(", "\u00a0", "\u202f"],
        items: () => [],
        render: () => {
          let choose: (person: { id: string; label: string }) => void = () => {};
          let proposals: Suggestions | undefined;
          return {
            onStart: (props) => {
              choose = props.command;
              proposals = new Suggestions(from.list, area(), (one) => choose({ id: one.value, label: one.label }));
              proposals.search(from.address(), props.query, from.say);
              putUnder(props.clientRect?.());
            },
            onUpdate: (props) => {
              choose = props.command;
              proposals?.search(from.address(), props.query, from.say);
              putUnder(props.clientRect?.());
            },
            onKeyDown: ({ event }) => proposals?.key(event) ?? false,
            onExit: () => {
              proposals?.remove();
              proposals = undefined;
            },
          };
        },
      },
    }),
  ];
}

const isHtml = (text: string): boolean => text.trimStart().startsWith("<");

/** HTML as it is; plain text typed before the editor came, to the letter: blank lines part its paragraphs. */
function content(typed: string): string | JSONContent {
  if (isHtml(typed)) return typed;
  const lines = (paragraph: string): JSONContent[] =>
    paragraph
      .split("\n")
      .flatMap((line, index): JSONContent[] => [
        ...(index ? [{ type: "hardBreak" }] : []),
        ...(line ? [{ type: "text", text: line }] : []),
      ]);
  return { type: "doc", content: paragraphs(typed).map((paragraph) => ({ type: "paragraph", content: lines(paragraph) })) };
}

const paragraphs = (typed: string): string[] => typed.split(/\n{2,}/);

/** Where a place of the plain text is in the document: the end and the beginning of a paragraph count as its blank line. */
const place = (typed: string, offset: number): number => paragraphs(typed.slice(0, offset)).join("\n\n").length + 1;
