import { Controller } from "@hotwired/stimulus";

/** Opens a native dialog by its id; without scripts the opener is a link to a page. Closes on a click on the backdrop. */
export default class extends Controller<HTMLElement> {
  static values = { id: String };
  declare readonly idValue: string;

  open(event: Event): void {
    const dialog = document.getElementById(this.idValue);
    if (!(dialog instanceof HTMLDialogElement)) return;
    event.preventDefault();
    dialog.addEventListener("click", (click) => click.target === dialog && dialog.close());
    dialog.showModal();
  }

  close(event: Event): void {
    const dialog = this.element.closest("dialog");
    if (!dialog) return;
    event.preventDefault();
    dialog.close();
  }
}
