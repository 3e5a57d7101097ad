import { mergeAttributes, Node, type Editor } from "@tiptap/core";
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  tableEditing,
} from "@tiptap/pm/tables";
import type { Addition } from "./editor.ts";
import { pasted } from "./pasted.ts";
import { PictureDialog } from "./picture.ts";

const CELL = "(paragraph | bulletList | orderedList)+";

/** prosemirror-tables finds its nodes by this role, which TipTap does not hand on by itself. */
const role = (tableRole: string) => ({ extendNodeSchema: (extension: { name: string }) => (extension.name === ROLES[tableRole] ? { tableRole } : {}) });
const ROLES: Record<string, string> = { table: "table", row: "tableRow", cell: "tableCell", header_cell: "tableHeader" };

const spans = () => ({
  colspan: { default: 1, parseHTML: (cell: HTMLElement) => Number(cell.getAttribute("colspan") ?? 1) },
  rowspan: { default: 1, parseHTML: (cell: HTMLElement) => Number(cell.getAttribute("rowspan") ?? 1) },
  colwidth: { default: null, rendered: false },
});

const cellHtml = (name: "td" | "th", attributes: Record<string, unknown>) => {
  const { colspan, rowspan } = attributes as { colspan: number; rowspan: number };
  return [name, { ...(colspan > 1 ? { colspan } : {}), ...(rowspan > 1 ? { rowspan } : {}) }, 0] as const;
};

const Table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  ...role("table"),
  parseHTML: () => [{ tag: "table" }],
  renderHTML: () => ["table", ["tbody", 0]],
  addProseMirrorPlugins: () => [tableEditing()],
});

const TableRow = Node.create({
  name: "tableRow",
  content: "(tableCell | tableHeader)*",
  ...role("row"),
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: () => ["tr", 0],
});

const TableCell = Node.create({
  name: "tableCell",
  content: CELL,
  isolating: true,
  ...role("cell"),
  addAttributes: spans,
  parseHTML: () => [{ tag: "td" }],
  renderHTML: ({ node }) => cellHtml("td", node.attrs) as never,
});

const TableHeader = Node.create({
  name: "tableHeader",
  content: CELL,
  isolating: true,
  ...role("header_cell"),
  addAttributes: spans,
  parseHTML: () => [{ tag: "th" }],
  renderHTML: ({ node }) => cellHtml("th", node.attrs) as never,
});

const OWN_PICTURE = /^\/fichiers\/\d+\//;

/** A picture with its caption. Only files of Viaduc: a picture of elsewhere would tell its host who reads. */
const Picture = Node.create({
  name: "picture",
  group: "block",
  content: "inline*",
  isolating: true,
  draggable: true,
  addAttributes: () => ({ src: { default: null }, alt: { default: "" } }),
  parseHTML: () => [
    {
      tag: "figure",
      getAttrs: (figure: HTMLElement) => shown(figure.querySelector("img")),
      contentElement: (figure: globalThis.Node) => (figure as HTMLElement).querySelector<HTMLElement>("figcaption") ?? document.createElement("figcaption"),
    },
    { tag: "img[src]", getAttrs: (image: HTMLElement) => shown(image as HTMLImageElement) },
  ],
  renderHTML: ({ HTMLAttributes }) => ["figure", ["img", mergeAttributes(HTMLAttributes)], ["figcaption", 0]],
});

function shown(image: HTMLImageElement | null): { src: string; alt: string } | false {
  const src = image?.getAttribute("src") ?? "";
  return OWN_PICTURE.test(src) ? { src, alt: image?.getAttribute("alt") ?? "" } : false;
}

/** A boxed note. */
const Note = Node.create({
  name: "note",
  group: "block",
  content: CELL,
  defining: true,
  parseHTML: () => [{ tag: 'div[role="note"]' }],
  renderHTML: () => ["div", { role: "note" }, 0],
});

/** Tables, pictures, boxed notes, and documents of word processors pasted in. */
export function longText(dialog: HTMLDialogElement): Addition {
  const pictures = new PictureDialog(dialog);
  return {
    extensions: [Table, TableRow, TableCell, TableHeader, Picture, Note],
    pasted,
    act(editor: Editor, act: string): boolean {
      const { state, view } = editor;
      if (act === "table") return editor.chain().focus().insertContent(emptyTable()).run();
      if (act === "note") return editor.chain().focus().toggleWrap("note").run();
      if (act === "picture") return pictures.open(editor);
      const commands = { rowAfter: addRowAfter, columnAfter: addColumnAfter, deleteRow, deleteColumn, deleteTable };
      const command = commands[act as keyof typeof commands];
      view.focus();
      return command?.(state, view.dispatch) ?? false;
    },
    active: (editor: Editor) => ({
      table: editor.isActive("table"),
      note: editor.isActive("note"),
      picture: editor.isActive("picture"),
    }),
  };
}

function emptyTable() {
  const cells = (type: string) => Array.from({ length: 3 }, () => ({ type, content: [{ type: "paragraph" }] }));
  return {
    type: "table",
    content: [
      { type: "tableRow", content: cells("tableHeader") },
      { type: "tableRow", content: cells("tableCell") },
      { type: "tableRow", content: cells("tableCell") },
    ],
  };
}
