import { Controller } from "@hotwired/stimulus";
import { visit } from "@hotwired/turbo";
import { Suggestions } from "../suggestions.ts";

/** Proposes pages while one types in a search box; Enter alone sends the form. Ctrl+K (⌘K) or « / » leads to the box with a shortcut. */
export default class extends Controller<HTMLElement> {
  static targets = ["input", "list", "status"];
  static values = { url: String, none: String, found: String, shortcut: Boolean };
  declare readonly inputTarget: HTMLInputElement;
  declare readonly listTarget: HTMLElement;
  declare readonly statusTarget: HTMLElement;
  declare readonly urlValue: string;
  declare readonly noneValue: string;
  declare readonly foundValue: string;
  declare readonly shortcutValue: boolean;
  private suggestions!: Suggestions;

  connect(): void {
    this.suggestions = new Suggestions(this.listTarget, this.inputTarget, (one) => visit(one.value), { first: false });
    if (this.shortcutValue) document.addEventListener("keydown", this.focus);
  }

  disconnect(): void {
    document.removeEventListener("keydown", this.focus);
    this.suggestions.close();
  }

  search(): void {
    const words = this.inputTarget.value.trim();
    this.statusTarget.textContent = "";
    this.suggestions.search(this.urlValue, words.length < 2 ? "" : words, (count) => {
      this.statusTarget.textContent = count ? this.foundValue.replace("{n}", String(count)) : this.noneValue;
    });
  }

  move(event: KeyboardEvent): void {
    if (!this.suggestions.key(event) && event.key === "Enter") this.suggestions.close();
  }

  leave(): void {
    this.suggestions.close();
  }

  private focus = (event: KeyboardEvent): void => {
    const writing = (event.target as Element).closest("input, textarea, select, [contenteditable]");
    const asked = ((event.ctrlKey || event.metaKey) && event.key === "k") || (event.key === "/" && !writing);
    if (!asked || !this.inputTarget.offsetParent) return;
    event.preventDefault();
    this.inputTarget.focus();
    this.inputTarget.select();
  };
}
