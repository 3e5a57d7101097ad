import { Controller } from "@hotwired/stimulus";

const EVERY = 3000;

/** While the server rests: asks now and then whether it is back, then opens the page again, or says that one may send. */
export default class extends Controller<HTMLElement> {
  static targets = ["text"];
  static values = { reload: Boolean, back: String };
  declare readonly textTarget: HTMLElement;
  declare readonly reloadValue: boolean;
  declare readonly backValue: string;
  private asking?: number;

  connect(): void {
    this.asking = window.setInterval(() => this.ask(), EVERY);
  }

  disconnect(): void {
    clearInterval(this.asking);
  }

  private async ask(): Promise<void> {
    const ready = await fetch("/sante", { cache: "no-store" }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (!ready) return;
    clearInterval(this.asking);
    if (this.reloadValue) location.reload();
    else this.textTarget.textContent = this.backValue;
  }
}
