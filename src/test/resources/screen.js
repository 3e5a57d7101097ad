/** What an eye and a keyboard check on a page; each function answers the list of what is wrong. */
window.screen_ = (() => {
  const seen = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };
  const hiddenFromSight = (element) => {
    const style = getComputedStyle(element);
    return style.clipPath === "inset(50%)" || element.closest(".visually-hidden, .skip") !== null;
  };
  const name = (element) => {
    const words = (element.getAttribute("aria-label") || element.textContent || element.name || "").trim().replace(/\s+/g, " ");
    return `<${element.tagName.toLowerCase()}${element.id ? "#" + element.id : ""}${element.className ? "." + String(element.className.baseVal ?? element.className).trim().replace(/\s+/g, ".") : ""}> « ${words.slice(0, 40)} »`;
  };
  const STOPS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0'], [contenteditable=true], [role=button]";
  const stops = () => [...document.querySelectorAll(STOPS)].filter((one) => !one.disabled && seen(one) && !one.closest("[inert], dialog:not([open])"));

  /** One h1; no level skipped on the way down. */
  function headings() {
    const found = [];
    const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((one) => one.checkVisibility());
    const first = levels.filter((one) => one.tagName === "H1");
    if (first.length !== 1) found.push(`${first.length} h1`);
    let before = 0;
    for (const one of levels) {
      const level = Number(one.tagName[1]);
      if (level > before + 1) found.push(`h${before} then h${level}: ${name(one)}`);
      before = level;
    }
    return found;
  }

  /** What overflows sideways, when the page itself scrolls sideways. */
  function overflow() {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((one) => seen(one) && one.getBoundingClientRect().right > width + 1);
    return [`${document.documentElement.scrollWidth - width} px at ${width} px: ` + wide.slice(-3).map(name).join(", ")];
  }

  /** The box that answers to the finger: a field's label with it, when it is a box to tick. */
  function target(element) {
    const label = element.matches("[type=checkbox], [type=radio]") ? element.closest("label") : null;
    return (label ?? element).getBoundingClientRect();
  }

  /** Links among words are as high as their line; everything else takes a finger. */
  function amongWords(element) {
    if (element.tagName !== "A" || getComputedStyle(element).display !== "inline") return false;
    const block = element.closest("p, li, dd, td, th, h1, h2, h3, h4, span, div");
    return block !== null && block.textContent.trim().length > element.textContent.trim().length;
  }

  function targets(least, selector = "*") {
    return stops()
      .filter((one) => one.matches(selector) && !hiddenFromSight(one) && !amongWords(one) && !one.matches("[tabindex='0']:not(a, button, input, select, textarea, summary)"))
      .filter((one) => {
        const box = target(one);
        return box.width < least - 0.5 || box.height < least - 0.5;
      })
      .map((one) => `${Math.round(target(one).width)}×${Math.round(target(one).height)} ${name(one)}`);
  }

  /** The first stop leads to the content, and is seen once it has the focus. */
  function skipLink() {
    const first = document.activeElement;
    if (!first?.matches(".skip")) return [name(first ?? document.body)];
    return first.getBoundingClientRect().top >= 0 && document.querySelector(first.getAttribute("href")) ? [] : ["the skip link is not seen or leads nowhere"];
  }

  /** Each stop shows that it has the focus. To be asked after a key was pressed. */
  function focus() {
    const found = [];
    for (const one of stops()) {
      if (one.tabIndex < 0) continue;
      one.focus({ preventScroll: true });
      if (document.activeElement !== one) continue;
      const shown = [one, ...(one.matches("input, textarea, select, [contenteditable]") ? [one.parentElement, one.closest(".editor, .deck-search")] : [])].some((box) => {
        if (!box) return false;
        const style = getComputedStyle(box);
        return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow.includes(" 3px");
      });
      if (!shown) found.push(name(one));
    }
    document.activeElement?.blur();
    return found;
  }

  /** WCAG 2.2 AA and axe's good practices, or these rules only. Styles of other servers need not be fetched: there are none. */
  const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

  async function axe(rules) {
    // Judged as it opens: what was given the focus may have left the page under its deck.
    window.scrollTo(0, 0);
    const result = await window.axe.run(document, {
      resultTypes: ["violations"],
      preload: false,
      runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values: TAGS },
    });
    return result.violations.map((rule) => `${rule.id}: ${rule.help}\n  ${rule.nodes.slice(0, 4).map((node) => node.html.slice(0, 160) + " " + (node.any[0]?.message ?? "").slice(0, 120)).join("\n  ")}`);
  }

  return { headings, overflow, targets, skipLink, focus, axe };
})();
