declare module "controllers" {
  import type { ControllerConstructor } from "@hotwired/stimulus";
  const controllers: Record<string, ControllerConstructor>;
  export default controllers;
}

declare module "@hotwired/turbo" {
  export function visit(location: string, options?: { action?: "advance" | "replace"; frame?: string }): void;
  export function renderStreamMessage(html: string): void;
}
