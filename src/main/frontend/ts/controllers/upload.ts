import { Controller } from "@hotwired/stimulus";
import { csrfToken } from "../sending.ts";

interface Answer {
  id: number;
  state: "processing" | "ready" | "refused";
  preview?: string;
  error?: string;
}

const PAUSE = 700;
const LONGEST = 90;

/**
 * Sends chosen or dropped files one after the other to data-upload-url-value, with progress; each becomes a row that
 * the server's own template draws, with its hidden field. Without an address the files go with the form. The form is
 * not sent while files are on their way: it goes by itself when they have arrived.
 */
export default class extends Controller<HTMLElement> {
  static targets = ["input", "drop", "list", "status", "row", "template"];
  static values = { url: String, name: String, failed: String, sending: String, done: String, waiting: String, most: Number, tooMany: String };
  declare readonly inputTarget: HTMLInputElement;
  declare readonly dropTarget: HTMLElement;
  declare readonly listTarget: HTMLElement;
  declare readonly statusTarget: HTMLElement;
  declare readonly templateTarget: HTMLTemplateElement;
  declare readonly urlValue: string;
  declare readonly nameValue: string;
  declare readonly failedValue: string;
  declare readonly sendingValue: string;
  declare readonly doneValue: string;
  declare readonly waitingValue: string;
  declare readonly mostValue: number;
  declare readonly tooManyValue: string;
  private queue: Promise<void> = Promise.resolve();
  private underWay = 0;
  private submitter?: HTMLElement | null;
  private held = false;
  private files = new WeakMap<Element, File>();

  connect(): void {
    this.inputTarget.form?.addEventListener("submit", this.hold, true);
    for (const row of this.listTarget.children) if ((row as HTMLElement).dataset.state) void this.await(row as HTMLElement);
  }

  disconnect(): void {
    this.inputTarget.form?.removeEventListener("submit", this.hold, true);
  }

  over(event: DragEvent): void {
    event.preventDefault();
    this.dropTarget.classList.add("drop--over");
  }

  leave(): void {
    this.dropTarget.classList.remove("drop--over");
  }

  drop(event: DragEvent): void {
    event.preventDefault();
    this.leave();
    if (!event.dataTransfer?.files.length) return;
    if (this.urlValue) this.add(event.dataTransfer.files);
    else this.inputTarget.files = event.dataTransfer.files;
  }

  choose(): void {
    if (!this.urlValue || !this.inputTarget.files) return;
    this.add(this.inputTarget.files);
    this.inputTarget.value = "";
  }

  remove(event: Event): void {
    (event.currentTarget as Element).closest("li")?.remove();
    this.inputTarget.focus();
    this.changed();
  }

  retry(event: Event): void {
    const row = (event.currentTarget as Element).closest("li")!;
    const file = this.files.get(row);
    if (file) this.line(file, row);
  }

  private add(files: FileList): void {
    for (const file of files) {
      if (this.mostValue && this.listTarget.children.length >= this.mostValue) {
        this.statusTarget.textContent = this.tooManyValue;
        this.statusTarget.classList.remove("visually-hidden");
        return;
      }
      const row = this.row(file);
      this.listTarget.append(row);
      this.line(file, row);
    }
  }

  private line(file: File, row: HTMLElement): void {
    this.underWay++;
    this.queue = this.queue
      .then(() => this.send(file, row))
      .finally(() => {
        this.underWay--;
        this.go();
      });
  }

  private row(file: File): HTMLElement {
    const row = this.templateTarget.content.firstElementChild!.cloneNode(true) as HTMLElement;
    this.part(row, "name").textContent = file.name;
    this.part(row, "progress").setAttribute("aria-label", this.sendingValue.replace("{name}", file.name));
    const remove = this.part(row, "remove");
    remove.setAttribute("aria-label", `${remove.textContent?.trim()} ${file.name}`);
    this.files.set(row, file);
    return row;
  }

  private part(row: Element, name: string): HTMLElement {
    return row.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }

  private send(file: File, row: HTMLElement): Promise<void> {
    if (!row.isConnected) return Promise.resolve();
    const progress = this.part(row, "progress") as HTMLProgressElement;
    progress.hidden = false;
    this.fail(row, "");
    return new Promise((finished) => {
      const body = new FormData();
      body.set("_csrf", csrfToken());
      body.set("file", file);
      const request = new XMLHttpRequest();
      request.open("POST", this.urlValue);
      request.responseType = "json";
      request.setRequestHeader("Accept", "application/json");
      request.upload.addEventListener("progress", (event) => (progress.value = (event.loaded / event.total) * 100));
      request.addEventListener("loadend", () => {
        progress.hidden = true;
        if (request.status >= 200 && request.status < 300) this.sent(file, row, request.response);
        else this.fail(row, request.response?.error ?? this.failedValue, request.status === 0 || request.status >= 500);
        finished();
      });
      request.send(body);
    });
  }

  private sent(file: File, row: HTMLElement, answer: Answer): void {
    for (const field of row.querySelectorAll<HTMLInputElement>("input")) {
      field.disabled = false;
      if (field.type !== "text") field.value = String(answer.id);
    }
    const says = row.querySelector<HTMLElement>('[data-part="says"]');
    if (says) {
      says.hidden = false;
      const alternative = says.querySelector<HTMLInputElement>('input[type="text"]')!;
      alternative.id = `${this.nameValue}-${answer.id}`;
      says.querySelector("label")!.htmlFor = alternative.id;
    }
    row.dataset.state = `/fichiers/${answer.id}`;
    this.statusTarget.textContent = this.doneValue.replace("{name}", file.name);
    this.changed();
    void this.await(row, answer);
  }

  /** Waits until a picture is ready in small, or refused. */
  private async await(row: HTMLElement, answer?: Answer): Promise<void> {
    for (let turn = 0; turn < LONGEST && row.isConnected; turn++) {
      if (answer?.state === "refused") return this.fail(row, answer.error ?? this.failedValue);
      if (answer?.state === "ready") {
        const preview = row.querySelector<HTMLImageElement>("img");
        if (preview && answer.preview) {
          preview.src = answer.preview;
          preview.hidden = false;
        }
        return;
      }
      await new Promise((wait) => setTimeout(wait, turn ? PAUSE : 150));
      const response = await fetch(row.dataset.state!, { headers: { Accept: "application/json" } }).catch(() => null);
      if (response?.status === 404) return;
      if (response?.ok) answer = await response.json();
    }
  }

  /** What went wrong, beside the file: it is not sent with the form. */
  private fail(row: HTMLElement, why: string, again = false): void {
    const error = this.part(row, "error");
    error.hidden = !why;
    this.part(error, "why").textContent = why;
    this.part(row, "retry").hidden = !again;
    if (!why) return;
    for (const field of row.querySelectorAll("input")) field.disabled = true;
    this.statusTarget.textContent = `${this.part(row, "name").textContent} : ${why}`;
  }

  private hold = (event: SubmitEvent): void => {
    if (!this.underWay) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.held = true;
    this.submitter = event.submitter;
    this.statusTarget.textContent = this.waitingValue;
    this.statusTarget.classList.remove("visually-hidden");
  };

  private go(): void {
    if (!this.held || this.underWay) return;
    this.held = false;
    this.statusTarget.classList.add("visually-hidden");
    if (!this.listTarget.querySelector('[data-part="error"]:not([hidden])')) this.inputTarget.form?.requestSubmit(this.submitter);
  }

  private changed(): void {
    this.element.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
