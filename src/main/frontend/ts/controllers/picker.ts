import { Controller } from "@hotwired/stimulus";
import { Suggestions, type Suggestion } from "../suggestions.ts";

/** Chooses several people, spaces or services by typing: each becomes a chip with a hidden field. */
export default class extends Controller<HTMLElement> {
  static targets = ["input", "list", "chosen", "status"];
  static values = { url: String, name: String, remove: String, none: String, found: String, single: Boolean };
  declare readonly inputTarget: HTMLInputElement;
  declare readonly listTarget: HTMLElement;
  declare readonly chosenTarget: HTMLElement;
  declare readonly statusTarget: HTMLElement;
  declare readonly urlValue: string;
  declare readonly nameValue: string;
  declare readonly removeValue: string;
  declare readonly noneValue: string;
  declare readonly foundValue: string;
  declare readonly singleValue: boolean;
  private suggestions!: Suggestions;

  connect(): void {
    this.suggestions = new Suggestions(this.listTarget, this.inputTarget, (one) => this.add(one));
  }

  search(): void {
    this.suggestions.search(this.urlValue, this.inputTarget.value, (count) => {
      this.statusTarget.textContent = count ? this.foundValue.replace("{n}", String(count)) : this.noneValue;
    });
  }

  move(event: KeyboardEvent): void {
    if (this.suggestions.key(event)) return;
    if (event.key === "Enter") event.preventDefault();
    if (event.key === "Backspace" && !this.inputTarget.value) this.drop(this.chosenTarget.lastElementChild);
  }

  leave(): void {
    this.suggestions.close();
  }

  remove(event: Event): void {
    this.drop((event.currentTarget as Element).closest("li"));
    this.inputTarget.focus();
  }

  private add(one: Suggestion): void {
    this.inputTarget.value = "";
    this.inputTarget.focus();
    if (this.singleValue) this.chosenTarget.replaceChildren();
    const known = [...this.chosenTarget.querySelectorAll<HTMLInputElement>("input")].some((field) => field.value === one.value);
    if (known) return;
    const item = document.createElement("li");
    item.className = "chip";
    item.textContent = one.label;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = this.nameValue;
    field.value = one.value;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "×";
    button.setAttribute("aria-label", `${this.removeValue} ${one.label}`);
    button.dataset.action = "picker#remove";
    item.append(field, button);
    this.chosenTarget.append(item);
    this.statusTarget.textContent = one.label;
    this.changed();
  }

  private drop(item: Element | null): void {
    item?.remove();
    this.changed();
  }

  private changed(): void {
    this.element.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
