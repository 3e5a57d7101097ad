import { Application } from "@hotwired/stimulus";
import "@hotwired/turbo";
import controllers from "controllers";
import "./sending.ts";

document.documentElement.dataset.scripts = "";

const application = Application.start();
for (const [name, controller] of Object.entries(controllers)) {
  application.register(name, controller);
}
