// What only pages of many words need: what is said of words beside the page, and layout that does not keep a phone busy.
//
// In:  `reader`; <article data-apart> where meanings.js has what is said of words. Out: reader.beside, reader.tell(values).
(() => {
  "use strict";
  const { $, all, words, beside, need } = reader;
  const html = document.documentElement;

  // ---- what is said of words: asked for at the first sign of a reader --------------------------
  if ($("article[data-apart]")) {
    const place = new URL("meanings.js", location.href);
    Object.assign(beside, { waits: true, ask: () => need("meanings.js", location.href), askAtOnce });
    reader.tell = (values) => { Object.assign(beside, { told: values, waits: false }); };
    /** Paper does not wait. */
    function askAtOnce() {
      if (!beside.waits || location.protocol === "file:") return;
      const request = new XMLHttpRequest();
      request.open("GET", place, false);
      request.send();
      const said = request.responseText;
      if (request.status === 200) reader.tell(JSON.parse(said.slice(said.indexOf("{"), said.lastIndexOf("}") + 1)));
    }
  }

  // ---- layout ----------------------------------------------------------------------------------
  // A page of very many words would keep a phone busy before anything is seen: what is far out of sight is laid out some
  // words a frame, once the page is shown. A page that opens in its middle is laid out at once, so that its place holds.
  function putOff() {
    const entry = performance.getEntriesByType("navigation")[0], late = [];
    if (words().length < 400 || location.hash || entry?.type !== "navigate") return;
    let before = 0; // roughly in characters of English
    for (const block of all(".article .text > *")) {
      const size = block.textContent.length, weight = Math.max(60, size + 4 * all(".w", block).length);
      if (before > 2000 && block.matches("p, ul, ol, blockquote")) {
        Object.assign(block.style, { contentVisibility: "auto", containIntrinsicBlockSize: `auto ${Math.ceil(weight / 45) * 1.9}rem` });
        late.push(block);
      }
      before += weight;
    }
    html.classList.add("lazy");
    requestAnimationFrame(() => setTimeout(layOut, 0, late));
  }
  function layOut(late) {
    for (let room = 60; room > 0 && late.length;) {
      const block = late.shift();
      block.style.contentVisibility = "";
      room -= all(".w", block).length + 5;
    }
    if (late.length) requestAnimationFrame(() => setTimeout(layOut, 0, late)); else html.classList.remove("lazy");
  }
  putOff();
})();
