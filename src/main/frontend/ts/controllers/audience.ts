import { Controller } from "@hotwired/stimulus";

/** Says beside the publish button who will see it and how many they are, each time the choice changes. */
export default class extends Controller<HTMLElement> {
  static targets = ["label"];
  static values = { url: String };
  declare readonly hasLabelTarget: boolean;
  declare readonly labelTarget: HTMLElement;
  declare readonly urlValue: string;
  private asked = 0;

  async change(): Promise<void> {
    if (!this.hasLabelTarget) return;
    const query = new URLSearchParams();
    for (const box of this.element.querySelectorAll<HTMLInputElement>('input[name="audience"]:checked')) query.append("audience", box.value);
    const mine = ++this.asked;
    const answer = await fetch(`${this.urlValue}?${query}`, { headers: { Accept: "text/html" } });
    if (!answer.ok || mine !== this.asked) return;
    const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
    this.labelTarget.replaceChildren(...parsed.body.childNodes);
  }
}
