import { Controller } from "@hotwired/stimulus";
import { Suggestions } from "../suggestions.ts";

/** Completes « @nom » in a textarea from data-mention-url-value; what is inserted is the value the server gave. */
export default class extends Controller<HTMLElement> {
  static targets = ["input", "list"];
  static values = { url: String };
  declare readonly inputTarget: HTMLTextAreaElement;
  declare readonly listTarget: HTMLElement;
  declare readonly urlValue: string;
  private suggestions!: Suggestions;

  connect(): void {
    this.suggestions = new Suggestions(this.listTarget, this.inputTarget, (one) => this.insert(one.value));
    this.inputTarget.addEventListener("input", this.look);
    this.inputTarget.addEventListener("keydown", this.key);
    this.inputTarget.addEventListener("blur", this.close);
  }

  disconnect(): void {
    this.inputTarget.removeEventListener("input", this.look);
    this.inputTarget.removeEventListener("keydown", this.key);
    this.inputTarget.removeEventListener("blur", this.close);
  }

  private get word(): string | undefined {
    const before = this.inputTarget.value.slice(0, this.inputTarget.selectionEnd);
    return /(?:^|[\s(])@([\p{L}\d'’-]+(?: [\p{L}'’-]*)?)$/u.exec(before)?.[1];
  }

  private look = (): void => {
    const word = this.word;
    if (word === undefined) this.suggestions.close();
    else this.suggestions.search(this.urlValue, word);
  };

  private key = (event: KeyboardEvent): void => void this.suggestions.key(event);

  private close = (): void => this.suggestions.close();

  private insert(value: string): void {
    const word = this.word;
    if (word === undefined) return;
    const end = this.inputTarget.selectionEnd;
    this.inputTarget.setRangeText(`${value} `, end - word.length - 1, end, "end");
    this.inputTarget.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
