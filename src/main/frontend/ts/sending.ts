/** What all forms share: a busy button while sending, and errors that receive the focus. */
document.addEventListener("turbo:submit-start", (event) => {
  const { submitter } = (event as CustomEvent).detail.formSubmission;
  submitter?.setAttribute("aria-busy", "true");
});

document.addEventListener("turbo:submit-end", (event) => {
  const { submitter } = (event as CustomEvent).detail.formSubmission;
  submitter?.removeAttribute("aria-busy");
});

/** No connection: nothing was sent, and the page says so instead of doing nothing. */
document.addEventListener("turbo:fetch-request-error", () => {
  const said = document.querySelector<HTMLTemplateElement>("template#hors-connexion");
  const toasts = document.getElementById("toasts");
  if (said && toasts && !toasts.querySelector("[data-offline]")) toasts.append(said.content.cloneNode(true));
});

document.addEventListener("turbo:render", () => {
  document.querySelector<HTMLElement>("[data-error-summary]")?.focus();
});

export function csrfToken(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}

/** Posts small facts (a preference, a draft) that no page waits for. */
export function post(address: string, fields: Record<string, string> | FormData, keepalive = false): Promise<Response> {
  const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
  body.set("_csrf", csrfToken());
  return fetch(address, {
    method: "POST",
    body,
    keepalive,
    credentials: "same-origin",
    headers: { Accept: "text/vnd.turbo-stream.html, text/html" },
  });
}
