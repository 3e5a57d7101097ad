import { Controller } from "@hotwired/stimulus";
import { post } from "../sending.ts";

/**
 * Keeps what is typed in a form: on this device at once, on the server (data-draft-url-value) after a pause.
 * A form that comes back empty is filled again. A shared device keeps nothing (data-draft-local-value="false").
 */
export default class extends Controller<HTMLFormElement> {
  static values = { key: String, url: String, local: { type: Boolean, default: true } };
  static targets = ["status"];
  declare readonly keyValue: string;
  declare readonly urlValue: string;
  declare readonly localValue: boolean;
  declare readonly statusTargets: HTMLElement[];
  private waiting?: number;

  connect(): void {
    if (!this.localValue) this.forget();
    else this.restore();
    this.element.addEventListener("input", this.keep);
    this.element.addEventListener("change", this.keep);
    this.element.addEventListener("turbo:submit-end", this.sent);
    window.addEventListener("pagehide", this.leave);
  }

  disconnect(): void {
    this.leave();
    this.element.removeEventListener("input", this.keep);
    this.element.removeEventListener("change", this.keep);
    this.element.removeEventListener("turbo:submit-end", this.sent);
    window.removeEventListener("pagehide", this.leave);
  }

  private get name(): string {
    return `viaduc-draft:${this.keyValue || this.element.action}`;
  }

  private keep = (): void => {
    if (this.localValue) {
      try {
        localStorage.setItem(this.name, JSON.stringify(this.fields()));
      } catch {
        // A full or forbidden storage: the server's copy remains.
      }
    }
    if (!this.urlValue) return;
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.save(), 1500);
  };

  private save(keepalive = false): void {
    this.waiting = undefined;
    const fields = new FormData(this.element);
    for (const [name, value] of [...fields.entries()]) if (value instanceof File) fields.delete(name);
    post(this.urlValue, fields, keepalive).then(
      (response) => this.tell(response.ok && !response.redirected ? "saved" : "local"),
      () => this.tell("local"),
    );
  }

  private leave = (): void => {
    if (this.waiting === undefined) return;
    clearTimeout(this.waiting);
    this.save(true);
  };

  private sent = (event: Event): void => {
    if ((event as CustomEvent).detail.success) this.forget();
  };

  private forget(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    try {
      localStorage.removeItem(this.name);
    } catch {
      // Nothing was stored.
    }
  }

  private fields(): Record<string, string[]> {
    const kept: Record<string, string[]> = {};
    for (const [name, value] of new FormData(this.element)) {
      if (typeof value === "string" && !["_csrf", "idempotencyKey"].includes(name)) (kept[name] ??= []).push(value);
    }
    for (const secret of this.element.querySelectorAll<HTMLInputElement>('input[type="password"]')) delete kept[secret.name];
    return kept;
  }

  private restore(): void {
    let kept: Record<string, string[]>;
    try {
      kept = JSON.parse(localStorage.getItem(this.name) ?? "null");
    } catch {
      return;
    }
    if (!kept) return;
    let restored = false;
    for (const field of this.element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>("[name]")) {
      const values = kept[field.name];
      if (!values || field.type === "hidden" || field.type === "file") continue;
      if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) {
        field.checked = values.includes(field.value);
      } else if (!field.value && values[0]) {
        field.value = values[0];
        field.dispatchEvent(new Event("input", { bubbles: true }));
        restored = true;
      }
    }
    if (restored) this.tell("restored");
  }

  /** The status says one of its own prepared sentences: data-saved, data-local, data-restored. */
  private tell(what: "saved" | "local" | "restored"): void {
    for (const status of this.statusTargets) status.textContent = status.dataset[what] ?? "";
  }
}
