import { Controller } from "@hotwired/stimulus";

/** Puts a quotation in the form that is already on the page; the link that asks for it leads to the same page, prefilled. */
export default class extends Controller<HTMLAnchorElement> {
  async insert(event: MouseEvent): Promise<void> {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const form = document.getElementById("repondre");
    const editor = form?.querySelector<HTMLElement>('[data-controller~="editor"]');
    if (!form || !editor) return;
    event.preventDefault();
    const response = await fetch(this.element.href, { credentials: "same-origin", headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const html = page.querySelector<HTMLElement>("#repondre")?.dataset.quote;
    if (!response.ok || !html) {
      window.location.assign(this.element.href);
      return;
    }
    editor.dispatchEvent(new CustomEvent("editor:insert", { detail: html }));
    form.scrollIntoView({ block: "center" });
  }
}
