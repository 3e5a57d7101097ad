import { Controller } from "@hotwired/stimulus";

/** Opens a link's page in a dialog, through the Turbo frame of that name; without scripts the link is a link. */
export default class extends Controller<HTMLAnchorElement> {
  static values = { frame: String, close: String };
  declare readonly frameValue: string;
  declare readonly closeValue: string;

  open(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const dialog = document.createElement("dialog");
    dialog.className = "dialog";
    dialog.setAttribute("aria-labelledby", `${this.frameValue}-title`);
    const inside = document.createElement("div");
    inside.className = "dialog__in";
    const frame = document.createElement("turbo-frame");
    frame.id = this.frameValue;
    frame.setAttribute("src", this.element.href);
    frame.setAttribute("target", "_top");
    inside.append(frame);
    const foot = document.createElement("div");
    foot.className = "dialog__foot";
    const close = document.createElement("button");
    close.type = "button";
    close.className = "btn";
    close.textContent = this.closeValue;
    close.addEventListener("click", () => dialog.close());
    foot.append(close);
    dialog.append(inside, foot);
    dialog.addEventListener("click", (click) => click.target === dialog && dialog.close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      this.element.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
  }
}
