import { Controller } from "@hotwired/stimulus";

/** Shows and hides the password one types. */
export default class extends Controller<HTMLElement> {
  static targets = ["input", "button"];
  declare readonly inputTarget: HTMLInputElement;
  declare readonly buttonTarget: HTMLButtonElement;

  private form?: HTMLFormElement | null;

  connect(): void {
    this.form = this.inputTarget.form;
    this.form?.addEventListener("submit", this.hide);
  }

  disconnect(): void {
    this.form?.removeEventListener("submit", this.hide);
  }

  toggle(): void {
    this.show(this.inputTarget.type === "password");
    this.inputTarget.focus();
  }

  private hide = (): void => this.show(false);

  private show(shown: boolean): void {
    this.inputTarget.type = shown ? "text" : "password";
    this.buttonTarget.setAttribute("aria-pressed", String(shown));
    this.buttonTarget.textContent = (shown ? this.buttonTarget.dataset.hide : this.buttonTarget.dataset.show) ?? "";
  }
}
