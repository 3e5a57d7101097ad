import { Controller } from "@hotwired/stimulus";

/** Fills in what the letter's QR code carries after the #, which browsers send to nobody, and takes it off the address. */
export default class extends Controller<HTMLElement> {

  connect(): void {
    const carried = new URLSearchParams(location.hash.slice(1));
    this.fill("identifier", carried.get("m"));
    this.fill("code", carried.get("c"));
    if (carried.has("c")) history.replaceState(history.state, "", location.pathname);
  }

  private fill(name: string, value: string | null): void {
    const field = this.element.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (field && value) field.value = value;
  }
}
