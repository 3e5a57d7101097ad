/**
 * Says in plain words that the network is away when a page cannot come. It keeps nothing: no page, no file and no
 * address of anybody's is ever stored on the device.
 */
const words = self.navigator.language.startsWith("en")
  ? {
      lang: "en",
      title: "Viaduc does not answer",
      text: "This device has no network, or too little of it. Nothing you have sent is lost.",
      again: "Try again",
    }
  : {
      lang: "fr",
      title: "Viaduc ne répond pas",
      text: "Votre appareil n’a pas de réseau, ou trop peu. Ce que vous avez déjà envoyé n’est pas perdu.",
      again: "Réessayer",
    };

const page = `<!doctype html>
<html lang="${words.lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#0f3f47">
<title>${words.title} · Viaduc</title>
<style>
  :root { color-scheme: light dark }
  body, main { display: grid; align-content: center; justify-items: center; gap: 1rem }
  body { margin: 0; min-height: 100dvh; padding: 1.5rem; box-sizing: border-box; text-align: center; font: 106.25%/1.5 system-ui, sans-serif; color: light-dark(#1a2422, #f1ebde); background: light-dark(#f8f4eb, #0e1a1c) }
  svg { width: 6rem; color: light-dark(#0f3f47, #8acdc9) }
  h1 { margin: 0; font-size: 1.9rem; line-height: 1.15; letter-spacing: -0.02em; text-wrap: balance }
  p { margin: 0; max-width: 26rem; text-wrap: pretty }
  a { display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0 1.2rem; border-radius: 6px; font-weight: 650; text-decoration: none; color: light-dark(#fffdf9, #06262b); background: light-dark(#144f58, #8acdc9) }
  a:focus-visible { outline: 3px solid light-dark(#b0451b, #ffb48f); outline-offset: 2px }
</style>
<svg viewBox="0 0 48 48" aria-hidden="true" fill="currentColor" fill-rule="evenodd"><path d="M2 8h44v6h-2.5v26h-4.6v-9.2H26.3V40h-4.6v-9.2H9.1V40H4.5V14H2zM9.1 28h12.6v-4.7a6.3 6.3 0 0 0-12.6 0zM26.3 28h12.6v-4.7a6.3 6.3 0 0 0-12.6 0z"/></svg>
<main>
  <h1>${words.title}</h1>
  <p>${words.text}</p>
  <a href="">${words.again}</a>
</main>
<script>addEventListener("online", () => location.reload())</script>
</html>`;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(Promise.all([self.clients.claim(), self.registration.navigationPreload?.enable()])));

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate" || event.request.method !== "GET") return;
  event.respondWith(answer(event));
});

async function answer(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch {
    return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" } });
  }
}
