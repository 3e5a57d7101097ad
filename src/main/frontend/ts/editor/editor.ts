import { Editor, type Extensions } from "@tiptap/core";
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
      content: words.html ?? html(text.value),
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
    text.hidden = true;
    text.after(this.area);
    bar.hidden = false;
    bar.addEventListener("click", this.act);
    text.form?.addEventListener("reset", this.clear);
    text.addEventListener("editor:fill", this.fill);
    for (const label of text.labels ?? []) label.addEventListener("click", this.focus);
    if (!this.editor.isEmpty) text.value = this.editor.getHTML();
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

  /** The textarea was given another text. */
  private fill = (): void => void this.editor.commands.setContent(html(this.text.value));

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
  const place = (caret: DOMRect | null | undefined): void => {
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
              place(props.clientRect?.());
            },
            onUpdate: (props) => {
              choose = props.command;
              proposals?.search(from.address(), props.query, from.say);
              place(props.clientRect?.());
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

/** HTML as it is; plain text typed before the editor came becomes paragraphs, parted by its blank lines. */
function html(typed: string): string {
  if (typed.trimStart().startsWith("<")) return typed;
  const escaper = document.createElement("p");
  return typed
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph)
    .map((paragraph) => {
      escaper.textContent = paragraph;
      return `<p>${escaper.innerHTML.replaceAll("\n", "<br>")}</p>`;
    })
    .join("");
}
