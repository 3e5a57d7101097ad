import { Controller } from "@hotwired/stimulus";
import { post } from "../sending.ts";

/** Theme and text size: shown at once, remembered by the server for this person. The language comes with the next page. */
export default class extends Controller<HTMLFormElement> {
  choose(event: Event): void {
    const button = (event.target as Element).closest("button");
    if (!button || button.name === "language") return; // another language is another page
    event.preventDefault();
    const root = document.documentElement;
    if (button.value) root.dataset[button.name === "theme" ? "theme" : "text"] = button.value;
    else delete root.dataset[button.name === "theme" ? "theme" : "text"];
    for (const other of this.element.querySelectorAll<HTMLButtonElement>(`button[name="${button.name}"]`)) {
      other.setAttribute("aria-pressed", String(other === button));
    }
    void post(this.element.action, { [button.name]: button.value }, true);
  }
}
