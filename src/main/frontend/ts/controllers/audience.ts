import { Controller } from "@hotwired/stimulus";

/** Says beside the publish button who will see it and how many they are, each time the choice changes. */
export default class extends Controller<HTMLElement> {
  static targets = ["label"];
  static values = { url: String };
  declare readonly labelTargets: HTMLElement[];
  declare readonly urlValue: string;
  private asked = 0;

  connect(): void {
    this.element.addEventListener("keydown", this.hold);
    this.element.addEventListener("draft:filled", this.refresh);
  }

  disconnect(): void {
    this.element.removeEventListener("keydown", this.hold);
    this.element.removeEventListener("draft:filled", this.refresh);
  }

  async change(): Promise<void> {
    if (!this.labelTargets.length) return;
    const query = new URLSearchParams();
    for (const box of this.element.querySelectorAll<HTMLInputElement>('input[name="audience"]:checked')) query.append("audience", box.value);
    const mine = ++this.asked;
    const answer = await fetch(`${this.urlValue}?${query}`, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer?.ok || mine !== this.asked) return;
    const said = await answer.text();
    for (const label of this.labelTargets) {
      label.replaceChildren(...new DOMParser().parseFromString(said, "text/html").body.childNodes);
    }
  }

  private refresh = (): void => void this.change();

  /** Enter in a field, or on a box of the audience, never publishes: only the button does. */
  private hold = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement && event.target.type !== "file") event.preventDefault();
  };
}
