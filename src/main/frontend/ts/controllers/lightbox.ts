import { Controller } from "@hotwired/stimulus";

/**
 * A picture in a modal dialog over the page that asked for it: Escape and the cross close it, arrows go on, the focus
 * returns where it was. Come to by its own address, it is the page, and its cross a link.
 */
export default class extends Controller<HTMLDialogElement> {
  private before: Element | null = null;

  connect(): void {
    document.addEventListener("keydown", this.move);
    if (!this.over) return;
    this.before = document.activeElement;
    // Not close(): its event comes later, and would be taken for the reader's.
    this.element.removeAttribute("open");
    this.element.showModal();
    this.element.addEventListener("close", this.leave);
  }

  disconnect(): void {
    document.removeEventListener("keydown", this.move);
    this.element.removeEventListener("close", this.leave);
  }

  close(event: Event): void {
    if (!this.over) return;
    event.preventDefault();
    this.element.close();
  }

  /** Whether another page asked for it. */
  private get over(): boolean {
    return this.element.closest("turbo-frame")?.hasAttribute("src") ?? false;
  }

  private move = (event: KeyboardEvent): void => {
    const way = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
    if (way) this.element.querySelector<HTMLAnchorElement>(`a[rel="${way}"]`)?.click();
  };

  private leave = (): void => {
    const frame = this.element.closest("turbo-frame");
    if (!frame) return;
    frame.removeAttribute("src");
    this.element.remove();
    if (this.before instanceof HTMLElement) this.before.focus();
  };
}
