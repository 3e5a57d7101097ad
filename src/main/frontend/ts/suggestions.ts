/** A list of suggestions under a field: what the server proposes, moved through with the arrows. */
export interface Suggestion {
  value: string;
  label: string;
  detail?: string;
}

export class Suggestions {
  private found: Suggestion[] = [];
  private chosen = -1;
  private asked = 0;
  private waiting?: number;

  constructor(
    private readonly list: HTMLElement,
    private readonly input: HTMLElement,
    private readonly choose: (suggestion: Suggestion) => void,
    /** Whether the first proposal is marked at once, so that Enter takes it. */
    private readonly options: { first: boolean } = { first: true },
  ) {
    list.addEventListener("pointerdown", this.point);
  }

  /** Leaves the list to whoever proposes next. */
  remove(): void {
    this.close();
    this.list.removeEventListener("pointerdown", this.point);
  }

  private point = (event: Event): void => {
    const option = (event.target as Element).closest<HTMLElement>('[role="option"]');
    if (!option) return;
    event.preventDefault();
    this.take(Number(option.dataset.index));
  };

  /** Asks `url?q=…` (JSON: [{value, label, detail}]) after a short pause; says how many were found. */
  search(url: string, words: string, found: (count: number) => void = () => {}): void {
    clearTimeout(this.waiting);
    const turn = ++this.asked;
    if (!words.trim()) return this.close();
    this.waiting = window.setTimeout(async () => {
      const address = new URL(url, location.href);
      address.searchParams.set("q", words);
      const response = await fetch(address, { headers: { Accept: "application/json" }, credentials: "same-origin" }).catch(() => null);
      if (!response?.ok || turn !== this.asked) return;
      this.show((await response.json()) as Suggestion[]);
      found(this.found.length);
    }, 150);
  }

  get open(): boolean {
    return !this.list.hidden;
  }

  /** Whether the key was for the list. */
  key(event: KeyboardEvent): boolean {
    if (!this.open || !this.found.length) return false;
    if (event.key === "ArrowDown") this.mark(this.chosen + 1);
    else if (event.key === "ArrowUp") this.mark(Math.max(this.chosen, 0) - 1);
    else if ((event.key === "Enter" && (this.options.first || this.chosen >= 0)) || (event.key === "Tab" && this.chosen >= 0)) this.take(Math.max(0, this.chosen));
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  close(): void {
    clearTimeout(this.waiting);
    this.asked++;
    this.list.hidden = true;
    this.list.replaceChildren();
    this.found = [];
    this.chosen = -1;
    this.expand(false);
    this.input.removeAttribute("aria-activedescendant");
  }

  private show(found: Suggestion[]): void {
    this.found = found;
    this.list.replaceChildren(
      ...found.map((suggestion, index) => {
        const option = document.createElement("li");
        option.id = `${this.list.id}-${index}`;
        option.role = "option";
        option.dataset.index = String(index);
        const name = document.createElement("b");
        name.textContent = suggestion.label;
        option.append(name);
        if (suggestion.detail) {
          const detail = document.createElement("span");
          detail.className = "muted small";
          detail.textContent = suggestion.detail;
          option.append(detail);
        }
        return option;
      }),
    );
    this.list.hidden = found.length === 0;
    this.expand(found.length > 0);
    this.chosen = -1;
    if (found.length && this.options.first) this.mark(0);
  }

  /** A text area of several lines has no such state: its list is told by what is marked in it. */
  private expand(open: boolean): void {
    if (this.input.role !== "textbox") this.input.setAttribute("aria-expanded", String(open));
  }

  private mark(index: number): void {
    const count = this.found.length;
    this.chosen = count ? (index + count) % count : -1;
    [...this.list.children].forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === this.chosen));
      if (at === this.chosen) option.scrollIntoView({ block: "nearest" });
    });
    if (this.chosen >= 0) this.input.setAttribute("aria-activedescendant", `${this.list.id}-${this.chosen}`);
  }

  private take(index: number): void {
    const suggestion = this.found[index];
    this.close();
    if (suggestion) this.choose(suggestion);
  }
}
