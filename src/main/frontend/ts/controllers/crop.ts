import { Controller } from "@hotwired/stimulus";

/**
 * Places a picture under a square window by dragging, arrows or zoom; sends the chosen square in pixels of the
 * original (cropX, cropY, cropSize) with the file: the server cuts.
 */
export default class extends Controller<HTMLElement> {
  static targets = ["input", "stage", "window", "picture", "zoom", "x", "y", "size"];
  declare readonly inputTarget: HTMLInputElement;
  declare readonly stageTarget: HTMLElement;
  declare readonly windowTarget: HTMLElement;
  declare readonly pictureTarget: HTMLImageElement;
  declare readonly zoomTarget: HTMLInputElement;
  declare readonly xTarget: HTMLInputElement;
  declare readonly yTarget: HTMLInputElement;
  declare readonly sizeTarget: HTMLInputElement;
  private left = 0;
  private top = 0;
  private scale = 1;

  choose(): void {
    const file = this.inputTarget.files?.[0];
    this.stageTarget.hidden = !file;
    if (!file) return;
    URL.revokeObjectURL(this.pictureTarget.src);
    this.pictureTarget.src = URL.createObjectURL(file);
    this.pictureTarget.onload = () => {
      this.zoomTarget.value = "100";
      this.scale = this.least;
      this.left = (this.side - this.pictureTarget.naturalWidth * this.scale) / 2;
      this.top = (this.side - this.pictureTarget.naturalHeight * this.scale) / 3;
      this.place();
    };
    this.pictureTarget.onerror = () => (this.stageTarget.hidden = true);
  }

  zoom(): void {
    const middle = this.side / 2;
    const next = (this.least * Number(this.zoomTarget.value)) / 100;
    this.left = middle - ((middle - this.left) / this.scale) * next;
    this.top = middle - ((middle - this.top) / this.scale) * next;
    this.scale = next;
    this.place();
  }

  grab(event: PointerEvent): void {
    event.preventDefault();
    this.windowTarget.focus();
    const from = { x: event.clientX - this.left, y: event.clientY - this.top };
    const move = (moved: PointerEvent): void => {
      this.left = moved.clientX - from.x;
      this.top = moved.clientY - from.y;
      this.place();
    };
    this.windowTarget.setPointerCapture(event.pointerId);
    this.windowTarget.addEventListener("pointermove", move);
    this.windowTarget.addEventListener("pointerup", () => this.windowTarget.removeEventListener("pointermove", move), { once: true });
  }

  nudge(event: KeyboardEvent): void {
    const step = { ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] }[event.key];
    if (!step) return;
    event.preventDefault();
    this.left += step[0]!;
    this.top += step[1]!;
    this.place();
  }

  private get side(): number {
    return this.windowTarget.clientWidth;
  }

  private get least(): number {
    return this.side / Math.min(this.pictureTarget.naturalWidth, this.pictureTarget.naturalHeight);
  }

  private place(): void {
    const { naturalWidth, naturalHeight, style } = this.pictureTarget;
    this.left = Math.min(0, Math.max(this.side - naturalWidth * this.scale, this.left));
    this.top = Math.min(0, Math.max(this.side - naturalHeight * this.scale, this.top));
    style.transform = `translate(${this.left}px, ${this.top}px) scale(${this.scale})`;
    this.xTarget.value = String(Math.round(-this.left / this.scale));
    this.yTarget.value = String(Math.round(-this.top / this.scale));
    this.sizeTarget.value = String(Math.round(this.side / this.scale));
  }
}
