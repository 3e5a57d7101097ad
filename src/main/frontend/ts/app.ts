import { Application } from "@hotwired/stimulus";
import "@hotwired/turbo";
import controllers from "controllers";
import "./sending.ts";

document.documentElement.dataset.scripts = "";

// Says that the network is away, and keeps nothing.
if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => {});

const application = Application.start();
for (const [name, controller] of Object.entries(controllers)) {
  application.register(name, controller);
}
