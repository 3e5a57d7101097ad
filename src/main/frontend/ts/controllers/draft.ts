import { Controller } from "@hotwired/stimulus";
import { csrfToken } from "../sending.ts";

interface Kept {
  key: string;
  fields: Record<string, string[]>;
}

/**
 * Keeps what is typed in a form: on this device at once, on the server (data-draft-url-value) after a pause. Once the
 * server has it, this device forgets it: the server gives it back with the page. What the server could not get (no
 * connection, session at its end) comes back from this device. A shared device keeps nothing.
 */
export default class extends Controller<HTMLFormElement> {
  static values = { key: String, url: String, local: { type: Boolean, default: true }, again: Boolean };
  static targets = ["status", "signIn"];
  declare readonly keyValue: string;
  declare readonly urlValue: string;
  declare readonly localValue: boolean;
  /** Whether the form came back with errors: it holds what was typed. */
  declare readonly againValue: boolean;
  declare readonly statusTargets: HTMLElement[];
  declare readonly signInTargets: HTMLElement[];
  private waiting?: number;
  private published = false;
  /** What was sent to be published and has had no answer yet. */
  private attempted?: string;
  private fresh?: Element;
  private begun = false;

  connect(): void {
    // A page refreshed in place may move the form: it connects once more, and holds what it held.
    if (!this.begun && !this.localValue) this.forget();
    else if (!this.begun && !this.againValue) void this.restore();
    this.begun = true;
    this.element.addEventListener("input", this.keep);
    this.element.addEventListener("change", this.keep);
    this.element.addEventListener("turbo:submit-start", this.sending);
    this.element.addEventListener("turbo:submit-end", this.sent);
    this.element.addEventListener("turbo:before-morph-element", this.stay);
    document.addEventListener("turbo:render", this.renew);
    window.addEventListener("online", this.retry);
    window.addEventListener("pagehide", this.leave);
  }

  disconnect(): void {
    this.leave();
    this.element.removeEventListener("input", this.keep);
    this.element.removeEventListener("change", this.keep);
    this.element.removeEventListener("turbo:submit-start", this.sending);
    this.element.removeEventListener("turbo:submit-end", this.sent);
    this.element.removeEventListener("turbo:before-morph-element", this.stay);
    document.removeEventListener("turbo:render", this.renew);
    window.removeEventListener("online", this.retry);
    window.removeEventListener("pagehide", this.leave);
  }

  private get name(): string {
    return `viaduc-draft:${this.keyValue || this.element.action}`;
  }

  private get formKey(): HTMLInputElement | null {
    return this.element.querySelector('input[name="idempotencyKey"]');
  }

  private keep = (): void => {
    this.published = false;
    this.keepHere();
    if (!this.urlValue) return;
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.save(), 1000);
  };

  private keepHere(): void {
    if (!this.localValue) return;
    const kept: Kept = { key: this.formKey?.value ?? "", fields: this.fields() };
    try {
      localStorage.setItem(this.name, JSON.stringify(kept));
    } catch {
      // A full or forbidden storage: the server's copy remains.
    }
  }

  /** Sends what is typed; a 410 says that the form was published: what is typed now is another one. */
  private async save(keepalive = false): Promise<void> {
    this.waiting = undefined;
    const status = await this.push(this.fields(), this.formKey?.value ?? "", keepalive);
    if (this.published) return;
    if (status === 410) {
      if (this.attempted === JSON.stringify(this.fields())) {
        // It had arrived; only the answer was lost.
        this.published = true;
        this.forget();
        return location.reload();
      }
      if (this.formKey) this.formKey.value = crypto.randomUUID();
      return this.keep();
    }
    if (status === 204) {
      if (this.waiting === undefined) this.forget();
      this.tell("saved");
    } else {
      this.tell(status === 401 ? "signedOut" : this.localValue ? "local" : "lost");
    }
  }

  private async push(fields: Record<string, string[]>, key: string, keepalive = false): Promise<number> {
    const body = new URLSearchParams();
    for (const [name, values] of Object.entries(fields)) for (const value of values) body.append(name, value);
    body.set("_csrf", csrfToken());
    if (key) body.set("idempotencyKey", key);
    try {
      const answer = await fetch(this.urlValue, {
        method: "POST",
        body,
        keepalive,
        credentials: "same-origin",
        headers: { Accept: "application/json" },
      });
      return answer.status;
    } catch {
      return 0;
    }
  }

  private retry = (): void => {
    if (this.urlValue && localStorage.getItem(this.name)) void this.save();
  };

  private leave = (): void => {
    if (this.waiting === undefined) return;
    clearTimeout(this.waiting);
    void this.save(true);
  };

  private sending = (): void => {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    this.attempted = JSON.stringify(this.fields());
    this.keepHere();
  };

  private sent = (event: Event): void => {
    const { success, fetchResponse } = (event as CustomEvent).detail;
    const signIn = fetchResponse && new URL(fetchResponse.response.url).pathname.startsWith("/connexion");
    if (!success || signIn) return;
    this.published = true;
    this.forget();
  };

  /** The page is refreshed in place: what is being typed stays; what was published or refused makes room, whole. */
  private stay = (event: Event): void => {
    if (event.target !== this.element) return;
    event.preventDefault();
    const next = (event as CustomEvent).detail.newElement as HTMLElement | undefined;
    if (next && (this.published || next.dataset.draftAgainValue)) this.fresh = next.cloneNode(true) as Element;
  };

  private renew = (): void => {
    if (!this.fresh) return;
    const fresh = this.fresh;
    this.fresh = undefined;
    this.element.replaceWith(fresh);
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

  private async restore(): Promise<void> {
    let kept: Kept | null;
    try {
      kept = JSON.parse(localStorage.getItem(this.name) ?? "null");
    } catch {
      return;
    }
    if (!kept?.fields) return;
    const status = this.urlValue ? await this.push(kept.fields, kept.key) : 0;
    if (status === 410) return this.forget();
    if (status === 204) this.forget();
    // The page has moved on: its form holds what was typed.
    if (!this.element.isConnected) return;
    // Pictures, files and people are drawn by the server, which has them now.
    const drawn = [...this.element.querySelectorAll<HTMLElement>("[data-upload-name-value], [data-picker-name-value]")];
    if (status === 204 && drawn.some((part) => kept.fields[part.dataset.uploadNameValue ?? part.dataset.pickerNameValue ?? ""])) {
      return location.reload();
    }
    this.fill(kept.fields);
    if (this.formKey && kept.key) this.formKey.value = kept.key;
    this.tell(status === 401 ? "signedOut" : "restored");
  }

  private fill(fields: Record<string, string[]>): void {
    const seen = new Map<string, number>();
    for (const field of this.element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>("[name]")) {
      const values = fields[field.name];
      if (field.type === "hidden" || field.type === "file" || field.closest("template")) continue;
      if (field instanceof HTMLInputElement && ["checkbox", "radio"].includes(field.type)) {
        field.checked = values?.includes(field.value) ?? false;
      } else if (values) {
        const turn = seen.get(field.name) ?? 0;
        seen.set(field.name, turn + 1);
        field.value = values[turn] ?? "";
        field.dispatchEvent(new Event("editor:fill"));
      }
    }
    // Typed over an earlier version than the one the form shows: saved as such, so that it replaces nothing unseen.
    const version = this.element.querySelector<HTMLInputElement>('input[type="hidden"][name="version"]');
    if (version && fields.version?.[0]) version.value = fields.version[0];
    this.dispatch("filled");
  }

  /** The status says one of its own prepared sentences. */
  private tell(what: "saved" | "local" | "lost" | "restored" | "signedOut"): void {
    for (const status of this.statusTargets) status.textContent = status.dataset[what] ?? "";
    for (const link of this.signInTargets) link.hidden = what !== "signedOut";
  }
}
