import { Controller } from "@hotwired/stimulus";
import { renderStreamMessage } from "@hotwired/turbo";

/**
 * Listens to the server's stream and says « 3 nouvelles publications » without moving anything or taking the focus.
 * Turbo Stream messages are applied; "new" events are counted in the announcement.
 */
export default class extends Controller<HTMLElement> {
  static targets = ["announcement", "text"];
  static values = { url: String, one: String, many: String };
  declare readonly announcementTarget: HTMLElement;
  declare readonly textTarget: HTMLElement;
  declare readonly hasAnnouncementTarget: boolean;
  declare readonly urlValue: string;
  declare readonly oneValue: string;
  declare readonly manyValue: string;
  private source?: EventSource;
  private count = 0;

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

  private close = (): void => this.source?.close();

  private announce = (): void => {
    if (!this.hasAnnouncementTarget) return;
    this.count++;
    this.textTarget.textContent = (this.count === 1 ? this.oneValue : this.manyValue).replace("{n}", String(this.count));
    this.announcementTarget.hidden = false;
  };

  private apply = (event: MessageEvent<string>): void => renderStreamMessage(event.data);
}
