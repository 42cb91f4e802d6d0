// My words: kept in this browser alone. In: the words of the page (reader.js), the element [data-my-words].
// Out: two buttons on each card, reader.quiz(), the page of one's words, an order of reading.
// Kept in localStorage "reader.words": { "诚信": { p pinyin, g meaning, q sentence, u where, b how often known in a
// row, k 1 if known, d day it was added } }. A known word has the class `known`, and loses its pinyin.
(() => {
  "use strict";
  const KEY = "reader.words", SURE = 2, QUIZ = 20;
  const { make, root } = reader;
  const $ = (query, within = document) => within.querySelector(query);
  let mine = read();

  function read() {
    try { return checked(JSON.parse(localStorage.getItem(KEY) || "{}")); } catch { return {}; }
  }
  /** Only what looks like a list of words gets in: a file may come from anywhere. */
  function checked(value) {
    const kept = {};
    for (const [word, one] of Object.entries(value && typeof value === "object" && !Array.isArray(value) ? value : {})) {
      if (!one || typeof one !== "object" || word.length > 64) continue;
      const text = (name) => String(one[name] ?? "").slice(0, 400);
      kept[word] = { p: text("p"), g: text("g"), q: text("q"), u: text("u"), b: Math.max(0, +one.b || 0), k: one.k ? 1 : 0, d: text("d") };
    }
    return kept;
  }
  function keep() {
    try { localStorage.setItem(KEY, JSON.stringify(mine)); } catch { /* a browser may forbid it: the list holds for this page */ }
    paint();
    document.dispatchEvent(new Event("reader:words"));
  }
  /** Mark the words that are known; a reader who knows none yet is spared a walk over the page. */
  let painted = false;
  function paint() {
    const some = Object.values(mine).some((one) => one.k);
    if (some || painted) reader.all(".w").forEach((word) => word.classList.toggle("known", Boolean(mine[reader.text(word)]?.k)));
    if (some || painted) tellNew();
    painted = some;
  }
  /** Say under the levels of a page's words how many of them are new to the reader. */
  const said = make("p", { class: "bands", role: "status" });
  function tellNew() {
    const words = reader.all(".study .w"), known = words.filter((word) => word.matches(".known")).length;
    if (!said.isConnected) $(".study .bands")?.after(said);
    said.textContent = `${words.length - known} new to you, ${known} known`;
  }

  /** What is kept of a word on this page. */
  function facts(word) {
    const block = word.closest(".text [id], h1, .dek");
    return {
      p: word.dataset.p || "", g: reader.meaning(word),
      q: (block ? sentence(block, reader.text(word)) : "").slice(0, 300), u: location.href.split("#")[0] + (block?.id ? "#" + block.id : ""),
      b: 0, k: 0, d: new Date().toISOString().slice(0, 10),
    };
  }
  function sentence(block, text) {
    const copy = block.cloneNode(true);
    copy.querySelectorAll("sup, .notes, .back").forEach((one) => one.remove());
    const all = copy.textContent.replace(/\s+/g, " ").trim();
    return (all.match(/[^.!?。！？]+[.!?。！？]*[”’")]*\s*/g) || [all]).find((one) => one.includes(text))?.trim() || all;
  }

  // ---- on the card -----------------------------------------------------------------------------
  reader.actions.push((word) => {
    const text = reader.text(word);
    const list = make("button", { type: "button", click: () => { if (mine[text]) delete mine[text]; else mine[text] = facts(word); keep(); draw(); } });
    const known = make("button", { type: "button", click: () => { know(text, word, !mine[text]?.k); draw(); } }, "I know it");
    const draw = () => { // the same buttons stay: one that went away would take the card with it
      list.textContent = mine[text] ? "✓ My words" : "＋ My words";
      list.setAttribute("aria-pressed", String(Boolean(mine[text])));
      known.setAttribute("aria-pressed", String(Boolean(mine[text]?.k)));
    };
    draw();
    return make("span", { class: "mine" }, list, " ", known);
  });
  function know(text, word, yes) {
    mine[text] ||= facts(word);
    mine[text].k = yes ? 1 : 0;
    keep();
  }

  // ---- the quiz --------------------------------------------------------------------------------
  /** The words of the page that are not known yet, each once, with what a question needs. */
  function ofPage() {
    const found = new Map();
    for (const word of reader.words()) {
      const text = reader.text(word);
      if (!found.has(text) && !mine[text]?.k && reader.meaning(word)) found.set(text, facts(word));
    }
    return [...found];
  }
  const shuffled = (list) => list.map((one) => [Math.random(), one]).sort((a, b) => a[0] - b[0]).map(([, one]) => one);

  let panel;
  function quiz(words) {
    panel?.remove();
    panel = document.body.appendChild(make("div", { class: "panel quiz", popover: "auto", role: "dialog", "aria-label": "Quiz" }));
    const questions = shuffled(words).slice(0, QUIZ);
    let at = 0, right = 0;
    const ask = () => {
      if (at >= questions.length) return end();
      const [text, one] = questions[at];
      const [before, ...after] = one.q.includes(text) ? one.q.split(text) : ["", ""];
      panel.replaceChildren(
        make("p", { class: "count" }, `${at + 1} of ${questions.length}`),
        make("p", { class: "big" }, make("span", { lang: "zh-Hans" }, text)),
        make("p", { class: "asked" }, before, before || after.join("") ? make("b", { lang: "zh-Hans" }, text) : "", after.join(text)),
        make("p", { class: "row" }, make("button", { type: "button", click: () => show(text, one) }, "Show")));
      $("button", panel).focus();
    };
    const show = (text, one) => {
      $(".big", panel).after(make("p", { class: "said", role: "status" }, one.p, make("br"), one.g));
      $(".row", panel).replaceChildren(
        make("button", { type: "button", click: () => answer(text, one, true) }, "I knew it"), " ",
        make("button", { type: "button", click: () => answer(text, one, false) }, "Not yet"));
      $(".row button", panel).focus();
    };
    const answer = (text, one, knew) => {
      const kept = mine[text] ||= one;
      kept.b = knew ? kept.b + 1 : 0;
      kept.k = kept.b >= SURE ? 1 : 0;
      right += knew;
      at += 1;
      keep();
      ask();
    };
    const end = () => {
      panel.replaceChildren(
        make("p", { role: "status" }, questions.length ? `${right} of ${questions.length} known. A word known ${SURE} times in a row loses its pinyin.` : "No words to ask: all are known."),
        make("p", { class: "row" }, make("button", { type: "button", click: () => panel.hidePopover() }, "Close"), " ", make("a", { href: new URL("my-words/", root) }, "My words")));
      $("button", panel).focus();
    };
    panel.showPopover();
    ask();
  }

  // ---- the page of one's words -----------------------------------------------------------------
  const rows = () => Object.entries(mine).sort(([a, x], [b, y]) => x.k - y.k || (x.d < y.d ? 1 : x.d > y.d ? -1 : a < b ? -1 : 1));
  const cell = (text) => String(text).replace(/\s+/g, " ");
  const tsv = () => ["word\tpinyin\tmeaning\tsentence\taddress\tknown", ...rows().map(([word, one]) => [word, one.p, one.g, one.q, one.u, one.k].map(cell).join("\t"))].join("\n") + "\n";

  function save(name, type, text) {
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /** Words from a file that this page made: JSON, or TSV with its head row. */
  function parsed(text) {
    if (text.trimStart().startsWith("{")) return checked(JSON.parse(text));
    const [head, ...lines] = text.trim().split(/\r?\n/).map((line) => line.split("\t"));
    if (head[0] !== "word") throw new Error("the first line must name the columns, the first of them “word”");
    const [p, g, q, u, k] = ["pinyin", "meaning", "sentence", "address", "known"].map((name) => head.indexOf(name));
    return checked(Object.fromEntries(lines.filter(([word]) => word).map((one) => [one[0], { p: one[p], g: one[g], q: one[q], u: one[u], k: +one[k] }])));
  }

  function showMine(place) {
    const said = make("p", { role: "status" });
    const file = make("input", { type: "file", accept: ".json,.tsv,.txt", hidden: "", change: load });
    const list = make("div");
    const button = (label, click) => make("button", { type: "button", click }, label);
    async function load() {
      try {
        const more = parsed(await file.files[0].text());
        mine = { ...mine, ...more };
        keep();
        said.textContent = `${Object.keys(more).length} words added.`;
      } catch (problem) { said.textContent = `This file holds no list of words: ${problem.message}`; }
      file.value = "";
    }
    const draw = () => {
      const all = rows();
      list.replaceChildren(all.length ? make("table", { class: "words" }, make("thead", {}, make("tr", {}, ...["Word", "Pinyin", "Meaning", "Known", ""].map((name) => make("th", { scope: "col" }, name)))),
        make("tbody", {}, ...all.map(([word, one]) => make("tr", {},
          make("td", { lang: "zh-Hans" }, safeLink(one.u, word)), make("td", {}, one.p), make("td", {}, one.g),
          make("td", {}, check(word, one)), make("td", {}, make("button", { type: "button", "aria-label": `Remove ${word}`, click: () => { delete mine[word]; keep(); } }, "Remove"))))))
        : make("p", { class: "empty" }, "No words yet. Open a word in an article and choose “＋ My words”."));
    };
    const check = (word, one) => {
      const box = make("input", { type: "checkbox", "aria-label": `I know ${word}`, change: () => { one.k = box.checked ? 1 : 0; keep(); } });
      box.checked = Boolean(one.k);
      return box;
    };
    place.replaceChildren(
      make("p", { class: "row" }, button("Quiz me", () => quiz(rows().filter(([, one]) => !one.k))), " ",
        button("Save as JSON", () => save("my-words.json", "application/json", JSON.stringify(mine, null, 1))), " ",
        button("Save as TSV", () => save("my-words.tsv", "text/tab-separated-values", tsv())), " ",
        button("Add from a file", () => file.click()), file), said, list, order());
    document.addEventListener("reader:words", draw);
    draw();
  }
  /** A link only to a page of the web: an address from a file could be anything. */
  const safeLink = (url, text) => (/^https?:\/\//.test(url) ? make("a", { href: url }, text) : text);

  // ---- what to read next -----------------------------------------------------------------------
  function order() {
    const list = make("ol", { class: "cards" });
    const draw = ({ words, articles }) => {
      const known = new Set(words.flatMap((word, n) => (mine[word]?.k ? [n] : [])));
      const share = ([, , of]) => of.filter((word) => known.has(word)).length / (of.length || 1);
      const best = articles.map((one) => [share(one), one]).sort((a, b) => b[0] - a[0] || a[1][2].length - b[1][2].length).slice(0, 20);
      list.replaceChildren(...best.map(([part, [path, title, of]]) => make("li", {}, make("a", { class: "title", href: new URL(path, root) }, title),
        make("p", { class: "meta" }, `${Math.round(part * 100)} % of its ${of.length} Chinese words known`))));
    };
    const script = make("script", { src: new URL("search/reading.js", root) });
    const before = window.found;
    window.found = (name, value) => { if (name === "reading") { draw(value); document.addEventListener("reader:words", () => draw(value)); } else before?.(name, value); };
    document.head.append(script);
    return make("section", { "aria-labelledby": "order" }, make("h2", { id: "order" }, "Read next, by the words you know"), list);
  }

  // ---- at the start ----------------------------------------------------------------------------
  paint();
  reader.quiz = () => quiz(ofPage());
  const place = $("[data-my-words]");
  if (place) showMine(place);
  addEventListener("storage", (event) => { if (event.key === KEY) { mine = read(); paint(); document.dispatchEvent(new Event("reader:words")); } });
})();
