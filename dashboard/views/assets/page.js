// Draws a piece of the page that the server wrote as HTML. A plain click on a link marked data-go stays in the
// session; everything else (new tab, copy link) is left to the browser. Layers of marks are switched here,
// without asking the server.
const TAGS = new Set(("A ARTICLE ASIDE B BDI BUTTON CAPTION CODE DD DETAILS DIV DL DT EM FIGCAPTION FIGURE FOOTER H1 H2 H3 " +
  "H4 HEADER HR I INPUT LABEL LI MARK NAV OL P S SECTION SMALL SPAN STRONG SUB SUMMARY SUP TABLE TBODY TD TH THEAD " +
  "TIME TR U UL").split(" "));
const ATTRIBUTES = /^(class|style|title|lang|dir|role|scope|colspan|rowspan|type|checked|open|id|for|tabindex|href|target|rel|datetime|data-[a-z-]+|aria-[a-z-]+)$/;
const HREF = /^(\.\/|[a-z]+\?|[a-z]+$|\?|#|https?:\/\/)/i;

// A second wall: the server escapes every text it did not write itself; what is no known tag falls here.
function clean(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  for (const element of [...body.querySelectorAll("*")]) {
    if (!TAGS.has(element.tagName)) { element.remove(); continue; }
    for (const { name, value } of [...element.attributes]) {
      if (!ATTRIBUTES.test(name) || (name === "href" && !HREF.test(value)) ||
          (name === "style" && /url|expression|@|\\/i.test(value))) element.removeAttribute(name);
    }
  }
  return [...body.childNodes];
}

function reveal(root, element) {
  const folded = element.closest("details:not([open])");
  if (folded) folded.open = true;
  root.querySelectorAll(".rc-here").forEach((other) => other.classList.remove("rc-here"));
  element.classList.add("rc-here");
  element.scrollIntoView({ block: "center", behavior: "auto" });
}

function scrollerOf(element) {
  for (let at = element; at; at = at.parentElement || at.getRootNode().host) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement;
}

// Into the upper half of the screen: by the shortest way where that keeps the clicked mark near, else to the top.
function bringUp(element, scroller, far) {
  const head = (document.querySelector('[data-testid="stHeader"]')?.getBoundingClientRect().bottom || 0) + 12;
  const { top } = element.getBoundingClientRect();
  const shift = top - innerHeight / 2;
  if (!far && top >= head - 1 && shift <= 1) return;
  const goal = scroller.scrollTop + (!far && shift > 0 && shift < 0.75 * innerHeight ? shift : top - head);
  // What stands near the head of the page is seen best from there.
  scroller.scrollTo({ top: goal < head ? 0 : goal, behavior: "instant" });
}

// What a click asked for comes into sight once. It is kept there while the charts above it are still being drawn,
// until the reader takes over.
function arrive(element) {
  const token = element.dataset.arrive;
  if (window.recoupeArrival?.token === token) return;
  window.recoupeArrival?.stop();
  const scroller = scrollerOf(element);
  const show = () => (element.isConnected ? bringUp(element, scroller, "far" in element.dataset) : stop());
  const grown = new ResizeObserver(show);
  const signs = ["wheel", "touchstart", "pointerdown", "keydown"];
  const stop = () => {
    grown.disconnect();
    signs.forEach((sign) => removeEventListener(sign, stop, true));
  };
  window.recoupeArrival = { token, stop };
  signs.forEach((sign) => addEventListener(sign, stop, true));
  grown.observe(document.querySelector('[data-testid="stMainBlockContainer"]') || document.body);
  setTimeout(stop, 3000);
}

function nextMark(root) {
  const hidden = new Set([...root.querySelectorAll("input[data-layer]:not(:checked)")].map((box) => box.dataset.layer));
  const layers = [...root.querySelectorAll("input[data-layer]")].map((box) => box.dataset.layer);
  const shown = layers.filter((layer) => !hidden.has(layer)).map((layer) => `.rc-first-${layer}`).join(",");
  const marks = shown ? [...root.querySelectorAll(shown)] : [];
  if (!marks.length) return;
  reveal(root, marks[(marks.indexOf(root.querySelector(".rc-here")) + 1) % marks.length]);
}

// What the page does not show at this width is written when it comes into sight.
function draw(root, html) {
  root.unseen?.disconnect();
  if (root.checkVisibility && !root.checkVisibility()) {
    root.unseen = new ResizeObserver(() => { if (root.checkVisibility()) draw(root, html); });
    root.unseen.observe(root);
    return;
  }
  root.replaceChildren(...clean(html));
  const target = root.querySelector("[data-target], .rc-focus");
  if (target) requestAnimationFrame(() => setTimeout(() => reveal(root, target), 60));
  const asked = root.querySelector("[data-arrive]");
  if (asked) arrive(asked);
}

export default function ({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(".rc");
  if (!root) {
    root = document.createElement("div");
    root.className = "rc";
    parentElement.appendChild(root);
  }
  if (root.source !== data.html) {
    root.source = data.html;
    draw(root, data.html);
  }
  root.dataset.dark = data.dark ? "yes" : "no";
  root.onclick = (event) => {
    const from = event.target instanceof Element ? event.target : event.target.parentElement;
    if (from.closest("[data-next]")) { nextMark(root); return; }
    const link = from.closest("a[data-go]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    setTriggerValue("go", link.getAttribute("href"));
  };
  root.onchange = (event) => {
    const layer = event.target.dataset && event.target.dataset.layer;
    if (layer) root.querySelector(".rc-text").classList.toggle(`rc-hide-${layer}`, !event.target.checked);
  };
}
