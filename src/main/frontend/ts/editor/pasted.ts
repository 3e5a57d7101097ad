/**
 * What word processors put on the clipboard, as the structure that its author saw: Word writes lists as paragraphs with
 * a sign and a margin, both begin their headings at the page's own level, LibreOffice marks headers by weight alone.
 * Styles, comments, tracked deletions and fonts go; the editor keeps only what it knows.
 */
export function pasted(html: string): string {
  // What Word says to itself in comments goes first: they hold marks like those that follow.
  const spoken = html.replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, "").replace(/<!\[(?:if|endif)[^>]*>/gi, "");
  const page = new DOMParser().parseFromString(spoken, "text/html");
  const { body } = page;
  dropComments(body);
  for (const useless of body.querySelectorAll("style, script, meta, link, title, xml, del, [style*='mso-hide:all'], [style*='mso-element:comment'], .MsoCommentReference, .msocomanchor")) {
    useless.remove();
  }
  for (const element of [...body.querySelectorAll("*")]) {
    if (element.tagName.includes(":")) element.replaceWith(...element.childNodes);
  }
  titles(body);
  lists(body);
  headers(body);
  for (const bold of body.querySelectorAll<HTMLElement>("b, strong")) {
    if (/^(normal|400)$/.test(bold.style.fontWeight)) bold.replaceWith(...bold.childNodes);
  }
  for (const span of body.querySelectorAll<HTMLElement>("span, font")) {
    if (/^(bold|[6-9]00)$/.test(span.style.fontWeight)) wrap(span, "strong");
    if (span.style.fontStyle === "italic") wrap(span, "em");
  }
  for (const element of body.querySelectorAll("*")) {
    for (const { name } of [...element.attributes]) {
      if (!["href", "src", "alt", "colspan", "rowspan", "role"].includes(name)) element.removeAttribute(name);
    }
  }
  return body.innerHTML;
}

function dropComments(body: HTMLElement): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) (comment as Comment).remove();
}

/** The title of the document, and headings one step below the page's. */
function titles(body: HTMLElement): void {
  for (const title of body.querySelectorAll(".MsoTitle")) rename(title, "h1");
  for (const paragraph of body.querySelectorAll<HTMLElement>("p[style*='mso-outline-level'], p.title")) {
    const level = /mso-outline-level:\s*(\d)/.exec(paragraph.getAttribute("style") ?? "")?.[1] ?? "1";
    if (Number(level) <= 3) rename(paragraph, `h${level}`);
  }
  if (!body.querySelector("h1")) return;
  for (const level of [5, 4, 3, 2, 1]) {
    for (const heading of body.querySelectorAll(`h${level}`)) rename(heading, `h${Math.min(level + 1, 3)}`);
  }
}

/** Word: <p class=MsoListParagraph style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>…</p> */
function lists(body: HTMLElement): void {
  for (const first of [...body.querySelectorAll<HTMLElement>("p")].filter((paragraph) => level(paragraph) > 0)) {
    if (!first.isConnected) continue;
    const open: { list: HTMLElement; level: number }[] = [];
    let item: HTMLElement | null = first;
    while (item && level(item) > 0) {
      const next: HTMLElement | null = item.nextElementSibling as HTMLElement | null;
      const depth = level(item);
      const kind = ordered(item) ? "ol" : "ul";
      while (open.length && open.at(-1)!.level > depth) open.pop();
      if (!open.length || open.at(-1)!.level < depth) {
        const list = document.createElement(kind);
        const parent = open.at(-1)?.list.lastElementChild;
        if (parent) parent.append(list);
        else item.before(list);
        open.push({ list, level: depth });
      }
      const line = document.createElement("li");
      const words = document.createElement("p");
      for (const sign of item.querySelectorAll("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']")) sign.remove();
      words.append(...item.childNodes);
      line.append(words);
      open.at(-1)!.list.append(line);
      item.remove();
      item = next;
    }
  }
}

function level(paragraph: HTMLElement): number {
  if (paragraph.tagName !== "P") return 0;
  return Number(/mso-list:\s*l\d+\s+level(\d)/.exec(paragraph.getAttribute("style") ?? "")?.[1] ?? 0);
}

function ordered(paragraph: HTMLElement): boolean {
  const sign = paragraph.querySelector("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']")?.textContent ?? "";
  return /^\s*(\d+|[a-z]{1,4})[.)]/i.test(sign);
}

/** The first row of a table whose every cell is bold, or that stands in its head, is made of headers. */
function headers(body: HTMLElement): void {
  for (const row of body.querySelectorAll<HTMLTableRowElement>("tr:first-child")) {
    const cells = [...row.cells];
    const bold = cells.every((cell) => cell.textContent?.trim() && cell.querySelector("b, strong, [style*='font-weight:bold'], [style*='font-weight: bold']"));
    if (!row.closest("thead") && !bold) continue;
    if (row.parentElement?.previousElementSibling?.tagName === "THEAD") continue;
    for (const cell of cells) {
      for (const strong of cell.querySelectorAll("b, strong")) strong.replaceWith(...strong.childNodes);
      rename(cell, "th");
    }
  }
}

function rename(element: Element, name: string): void {
  const renamed = document.createElement(name);
  for (const { name: attribute, value } of [...element.attributes]) renamed.setAttribute(attribute, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

function wrap(element: HTMLElement, name: string): void {
  const around = document.createElement(name);
  around.append(...element.childNodes);
  element.append(around);
}
