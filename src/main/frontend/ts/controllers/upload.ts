import { Controller } from "@hotwired/stimulus";
import { csrfToken } from "../sending.ts";

/**
 * Sends chosen or dropped files one after the other to data-upload-url-value, with progress; each answer
 * ({id, name, address?, width?, height?}) becomes a hidden field. Without an address the files go with the form.
 */
export default class extends Controller<HTMLElement> {
  static targets = ["input", "drop", "list", "status"];
  static values = { url: String, name: String, remove: String, failed: String, sending: String, done: String, alternative: String };
  declare readonly inputTarget: HTMLInputElement;
  declare readonly dropTarget: HTMLElement;
  declare readonly listTarget: HTMLElement;
  declare readonly statusTarget: HTMLElement;
  declare readonly urlValue: string;
  declare readonly nameValue: string;
  declare readonly removeValue: string;
  declare readonly failedValue: string;
  declare readonly sendingValue: string;
  declare readonly doneValue: string;
  declare readonly alternativeValue: string;
  private queue: Promise<void> = Promise.resolve();

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

  private add(files: FileList): void {
    for (const file of files) {
      const row = this.row(file);
      this.listTarget.append(row);
      this.queue = this.queue.then(() => this.send(file, row));
    }
  }

  private row(file: File): HTMLLIElement {
    const row = document.createElement("li");
    row.className = "upload";
    const name = document.createElement("span");
    name.className = "upload__name";
    name.textContent = file.name;
    const progress = document.createElement("progress");
    progress.max = 100;
    progress.value = 0;
    progress.setAttribute("aria-label", this.sendingValue.replace("{name}", file.name));
    const remove = document.createElement("button");
    remove.type = "button";
    remove.className = "btn btn--quiet btn--s";
    remove.textContent = this.removeValue;
    remove.setAttribute("aria-label", `${this.removeValue} ${file.name}`);
    remove.addEventListener("click", () => {
      row.remove();
      this.inputTarget.focus();
    });
    row.append(name, remove, progress);
    return row;
  }

  private send(file: File, row: HTMLLIElement): Promise<void> {
    if (!row.isConnected) return Promise.resolve();
    const progress = row.querySelector("progress")!;
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
        progress.remove();
        if (request.status >= 200 && request.status < 300) this.sent(file, row, request.response);
        else this.failed(file, row, request.response?.error);
        finished();
      });
      request.send(body);
    });
  }

  private sent(file: File, row: HTMLLIElement, answer: { id: string | number; preview?: string }): void {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = this.nameValue;
    field.value = String(answer.id);
    row.append(field);
    if (file.type.startsWith("image/") && this.alternativeValue) {
      const alternative = document.createElement("input");
      alternative.className = "input input--s upload__alternative";
      alternative.name = `${this.nameValue}Alternative`;
      alternative.placeholder = this.alternativeValue;
      alternative.setAttribute("aria-label", `${this.alternativeValue} (${file.name})`);
      row.append(alternative);
    }
    this.statusTarget.textContent = this.doneValue.replace("{name}", file.name);
    this.element.dispatchEvent(new Event("change", { bubbles: true }));
  }

  private failed(file: File, row: HTMLLIElement, why?: string): void {
    const error = document.createElement("span");
    error.className = "error";
    error.textContent = why ?? this.failedValue;
    row.append(error);
    this.statusTarget.textContent = `${file.name} : ${error.textContent}`;
  }
}
