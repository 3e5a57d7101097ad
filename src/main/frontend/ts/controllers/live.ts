import { Controller } from "@hotwired/stimulus";
import { renderStreamMessage, visit } from "@hotwired/turbo";

/**
 * Listens to the server's stream and says « 3 nouvelles publications » without moving anything or taking the focus.
 * Turbo Stream messages are applied; "new" events are counted in the announcement, which shows them at the top of the
 * list (data-live-list-value).
 */
export default class extends Controller<HTMLElement> {
  static targets = ["announcement", "text"];
  static values = { url: String, one: String, many: String, list: String };
  declare readonly announcementTarget: HTMLAnchorElement;
  declare readonly textTarget: HTMLElement;
  declare readonly hasAnnouncementTarget: boolean;
  declare readonly urlValue: string;
  declare readonly oneValue: string;
  declare readonly manyValue: string;
  declare readonly listValue: string;
  private source?: EventSource;
  private news = new Set<string>();

  connect(): void {
    this.source = new EventSource(this.urlValue);
    this.source.addEventListener("new", this.announce);
    this.source.addEventListener("turbo", this.apply);
    window.addEventListener("pagehide", this.close);
  }

  disconnect(): void {
    this.close();
    window.removeEventListener("pagehide", this.close);
  }

  /** The page refreshes in place; the reader is led to the top of the list, where the news are. */
  show(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.news.clear();
    this.announcementTarget.hidden = true;
    document.addEventListener("turbo:load", () => this.lead(), { once: true });
    visit(this.announcementTarget.href, { action: "replace" });
  }

  private lead(): void {
    const list = document.getElementById(this.listValue);
    list?.focus({ preventScroll: true });
    list?.scrollIntoView({ block: "start" });
  }

  private close = (): void => this.source?.close();

  private announce = (event: MessageEvent<string>): void => {
    if (!this.hasAnnouncementTarget) return;
    this.news.add(event.data);
    const count = this.news.size;
    this.textTarget.textContent = (count === 1 ? this.oneValue : this.manyValue).replace("{n}", String(count));
    this.announcementTarget.hidden = false;
  };

  private apply = (event: MessageEvent<string>): void => renderStreamMessage(event.data);
}
