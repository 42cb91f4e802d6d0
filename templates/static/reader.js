// The reading page: cards of words, walking from word to word, settings, islands, paper, clean copies. What few visits
// need (the panels of settings and citation, words set otherwise than they came) is panels.js, loaded when it is asked for.
//
// In:  a.w / span.w elements, which say all of a word themselves; what is empty or follows from the rest is left out: data-p
//      pinyin, y syllables ("cheng2 xin4") where the pinyin does not tell them, g senses between " / ", c if they are put together
//      from parts, a the author's English between " · ", x the other script, h HSK level, f band of frequency in thousands, w why the
//      reading is believed, m the term that holds the word, e that term's English, u its slug, n a note, t the whole word where the
//      element holds a piece. On a page of very many words (<article data-apart>) all but p, y, n, t stands beside it, in
//      meanings.js, but for elements with data-i, which say all themselves. The class `guess` marks a reading that is one.
//      <article> has data-w and data-q: why a reading is believed that says nothing of it, and what is said of a guess.
// Out: nothing global but `reader`: words(), record(word), meaning(word), text(word), syllables(word), open(word), close(), settings, actions,
//      root, beside (what long.js changes: ask() is settled once all is known of the words), need(script), and small tools.
//      `reader.actions` are functions (word, record) that return a node for the card's last row, or
//      null; `reader.settings` has get(key), set(key, value) and on(function); what set() returns is settled once the page
//      stands as it was set. A word with the class `known` loses its pinyin.
// Kept in localStorage: "reader.settings", an object of what is not as it comes: theme light|dark|sepia, size s|l|xl,
//      ruby unknown|all|ask|none, by char, notation zhuyin, form trad|simp, tones on, density all, islands zh|en. Each stands as
//      data-<key> on <html> before the first paint (early.js).
const reader = (() => {
  "use strict";
  const html = document.documentElement, root = new URL("..", document.currentScript.src);
  const $ = (query, within = document) => within.querySelector(query);
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const small = matchMedia("(max-width: 40rem)");

  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const key in attributes)
      if (typeof attributes[key] === "function") element.addEventListener(key, attributes[key]);
      else if (attributes[key] !== false) element.setAttribute(key, attributes[key]);
    element.append(...children.filter((child) => child || child === 0));
    return element;
  }
  /** Text with its Chinese marked as such. */
  const spoken = (text) => text.split(/([\u3007\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]+)/u)
    .map((part, n) => (n % 2 ? make("span", { lang: "zh-Hans" }, part) : part));

  // ---- pinyin ----------------------------------------------------------------------------------
  const TONES = ["", "\u0304", "\u0301", "\u030c", "\u0300", ""];
  /** cheng2 as chéng: the mark stands on a or e, on the o of ou, else on the last vowel. */
  function marked(syllable) {
    const plain = syllable.slice(0, -1).replace(/v|u:/g, "ü"), at = plain.search(/[ae]|ou/);
    const vowel = at < 0 ? Math.max(...[..."iouü"].map((one) => plain.lastIndexOf(one))) : at;
    return vowel < 0 ? plain : (plain.slice(0, vowel + 1) + TONES[+syllable.slice(-1)] + plain.slice(vowel + 1)).normalize();
  }

  const spell = { pinyin: marked };
  const SYLLABLE = /(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouv]+(?:ng?|r)?(?![aeiouv])/g;
  /** chéngxìn as "cheng2 xin4": the rule of the orthography, as render/spelling.py has it. */
  function said(spelled) {
    const tones = [];
    let letters = "";
    for (const char of spelled.toLowerCase().normalize("NFD").replace(/u\u0308/g, "v")) {
      const tone = TONES.indexOf(char);
      if (tone > 0 && letters) tones[letters.length - 1] = tone; else letters += char;
    }
    return [...letters.matchAll(SYLLABLE)].map(({ 0: one, index }) => one + (tones.slice(index, index + one.length).find(Boolean) || 5)).join(" ");
  }

  // ---- words -----------------------------------------------------------------------------------
  const words = () => all(".head .w, .text .w");
  const come = new WeakMap(); // words as the page came with them, once panels.js has set them otherwise
  const text = (word) => word.dataset.t || word.dataset.o || word.textContent; // o is what panels.js has put the other script for
  const pinyin = (word) => come.get(word)?.p || word.dataset.p;
  const syllables = (word) => (word.dataset.y || said(pinyin(word))).split(" ").filter(Boolean);
  // Of a page of very many words most is said beside it: long.js sees to it.
  const beside = { told: {}, waits: false, ask: async () => {}, askAtOnce() {} };
  /** All that is said of a word, by the names of the attributes. */
  const facts = (word) => ("i" in word.dataset ? word.dataset : { ...beside.told[text(word)], ...word.dataset });
  /** What the page says of a word; lists are empty where it says nothing. */
  function record(word) {
    const { a, g, e, f, w, ...rest } = facts(word), list = (some, by) => (some ? some.split(by) : []), guess = word.matches(".guess");
    const { dataset } = word.closest("article") || html;
    return { ...rest, a: list(a, " · "), g: list(g, " / "), e: list(e, " · "), f: f ? 1000 * f : "", q: guess, w: (guess ? dataset.q : w || dataset.w) || "" };
  }
  /** A word's meaning in few words: the author's English, or the first senses. */
  const meaning = (word) => { const { a, g } = record(word); return (a.length ? a : g).slice(0, 3).join("; "); };

  // ---- the card --------------------------------------------------------------------------------
  const actions = [];
  let card, anchor, current = null, pinned = false, timer = 0;

  const entry = (slug) => (html.dataset.entries === "anchors" ? `glossary/${[...slug][0]}/#${slug}` : `glossary/${slug}/`);
  const termOf = (word) => word.href || new URL(entry(word.dataset.u || word.dataset.m || text(word)), root).href;

  /** The head of a card: each character large under its own syllable. */
  function headword(word, { x }, hant) {
    const said = syllables(word), chars = [...text(word)];
    const spelled = spell[html.dataset.notation] || marked;
    const big = said.length === chars.length
      ? chars.map((char, n) => make("span", { class: `c t${said[n].slice(-1)}`, "data-p": spelled(said[n]) }, char)) : [text(word)];
    return make("p", { class: "big" + (chars.length > 6 ? " many" : "") }, make("a", { href: termOf(word), lang: hant ? "zh-Hant" : "zh-Hans" }, ...big),
      x && make("span", { class: "other", lang: hant ? "zh-Hans" : "zh-Hant" }, x));
  }

  function fill(word) {
    const one = record(word), hant = word.closest("[lang]").lang === "zh-Hant", tag = word.closest("a.tag");
    const note = word.dataset.n && document.getElementById("note-" + word.dataset.n);
    card.replaceChildren(...[
      headword(word, one, hant),
      make("p", { class: "said" }, pinyin(word), one.h && make("span", { class: "hsk" }, `HSK ${one.h}`), one.f && make("span", { class: "hsk" }, `top ${one.f.toLocaleString("en")}`)),
      one.a.length && make("p", { class: "here" }, ...spoken(one.a.join(" · ")), make("small", {}, " in this article")),
      one.g.length && make("ol", { class: one.g.length === 1 ? "one" : "" }, ...one.g.map((sense) => make("li", {}, ...spoken(sense)))),
      one.c && make("p", { class: "why" }, "Meaning put together from its parts."),
      one.m && make("p", { class: "why" }, "In ", make("a", { href: termOf(word) }, ...spoken(one.m)), ` ${one.e.join(" · ")}`),
      tag && make("p", { class: "why" }, "In the hashtag ", make("a", { href: tag.href }, ...spoken(tag.textContent))),
      note && make("div", { class: "why note" }, ...all("p", note).map((line) => line.cloneNode(true))),
      one.w && make("p", { class: "why" + (one.q ? " unsure" : "") }, ...spoken(one.w)),
      row(word, one),
    ].filter(Boolean));
    card.setAttribute("aria-label", `${text(word)} ${pinyin(word)}`);
  }

  function row(word, one) {
    const voice = self.speechSynthesis?.getVoices().find((voice) => /^(zh|cmn)/i.test(voice.lang));
    return make("p", { class: "row" }, make("a", { class: "places", href: termOf(word) }, "All places"),
      voice && button("Speak", () => { const said = new SpeechSynthesisUtterance(text(word)); said.voice = voice; said.lang = voice.lang; speechSynthesis.cancel(); speechSynthesis.speak(said); }),
      button("Copy", (event) => copy(word.textContent, event.currentTarget)),
      ...(actions.length ? actions.map((action) => action(word, one)) : [make("span", { class: "mine" }, ...["＋ My words", "I know it"].map((label, n) => button(label, () => learn(n))))]));
  }
  /** The buttons of one's own words stand on the card before their script does: the first press brings it and is passed on. */
  async function learn(n) {
    await Promise.all([need("words.js"), beside.ask()]);
    if (!current) return;
    $(".mine", card).replaceWith(...actions.map((action) => action(current, record(current))));
    const pressed = all(".mine button", card)[n];
    pressed.focus();
    pressed.click();
  }

  const button = (label, click) => make("button", { type: "button", click }, label);
  async function copy(what, said) {
    const before = said.textContent;
    try { await navigator.clipboard.writeText(what); said.textContent = "Copied"; } catch { said.textContent = "Not allowed"; }
    setTimeout(() => { said.textContent = before; }, 1500);
  }

  /** How many places the collection has: asked of the term's own page, so that no article depends on others. */
  const counts = new Map();
  function count(page) {
    if (!counts.has(page)) counts.set(page, location.protocol === "file:" ? Promise.resolve(0)
      : fetch(page).then((answer) => answer.text()).then((body) => +(/data-count="(\d+)"/.exec(body.slice(body.indexOf(`id="${decodeURIComponent(new URL(page).hash.slice(1)) || "main"}"`))) || [0, 0])[1]).catch(() => 0));
    return counts.get(page);
  }
  async function tellPlaces(word) {
    const number = await count(termOf(word));
    if (current === word && number) $(".places", card).textContent = number === 1 ? "1 place" : `All ${number} places`;
  }

  /** Make the card and what it hangs on. A word itself is no anchor: to become one it would be laid out again, with its paragraph. */
  function makeCard() {
    anchor = make("div", { class: "anchor" });
    card = make("div", { id: "card", class: "card", popover: "manual", role: "dialog", pointerenter: () => clearTimeout(timer), pointerleave: () => leave() });
    document.body.append(anchor, card);
  }
  /** Lay a card out once while the browser is idle: its code, faces and boxes are what would make the first tap slow. */
  function warm() {
    const word = $(".text .w");
    if (!word || card) return;
    makeCard();
    fill(word);
    card.showPopover();
    card.getBoundingClientRect();
    card.hidePopover(); // before anything was painted
  }
  function open(word, pin = true) {
    clearTimeout(timer);
    pinned = pin;
    if (current === word) return;
    const box = word.getBoundingClientRect(); // read before anything is written
    release();
    if (!card) makeCard();
    fill(word);
    current = word;
    word.classList.add("open");
    word.setAttribute("aria-describedby", "card");
    if (!card.matches(":popover-open")) card.showPopover();
    card.scrollTop = 0;
    place(box);
    requestAnimationFrame(() => setTimeout(async () => { await tellMeaning(word); if (current === word) tellPlaces(word); need("words.js"); }));
  }
  /** Where what is said of words is still on its way, the card opens with the pinyin, and is filled when it comes. */
  async function tellMeaning(word) {
    if (!beside.waits) return;
    await beside.ask();
    if (current !== word) return;
    fill(word);
    place(word.getBoundingClientRect());
  }
  function release() {
    current?.classList.remove("open");
    current?.removeAttribute("aria-describedby");
    current = null;
  }
  function close() {
    clearTimeout(timer);
    if (!current) return;
    if (card.contains(document.activeElement)) (current.closest("a, [tabindex]") || current).focus({ preventScroll: true });
    release();
    pinned = false;
    card.hidePopover();
  }
  const leave = () => { clearTimeout(timer); if (!pinned) timer = setTimeout(() => { if (!card?.contains(document.activeElement)) close(); }, 300); };

  /** Put the card by its word, never over it; on a small screen it is a sheet, and the word moves out of its way. */
  function place(box) {
    if (small.matches) {
      const over = box.bottom + 16 - card.getBoundingClientRect().top;
      if (over > 0) {
        // At the end of a page there is nothing left to scroll: make room.
        if (scrollY + innerHeight + over > html.scrollHeight) document.body.style.paddingBottom = card.offsetHeight + "px";
        scrollBy({ top: over, behavior: "instant" });
      }
      return;
    }
    const css = (element, left, top, rest) => Object.assign(element.style, { left: `${left}px`, top: `${top}px`, ...rest });
    if (CSS.supports("position-area: block-end")) css(anchor, box.left + scrollX, box.top + scrollY, { width: `${box.width}px`, height: `${box.height}px` }); // reader.css does the rest
    else {
      const below = box.bottom + 8 + card.offsetHeight <= innerHeight || box.top < innerHeight / 2;
      css(card, Math.max(8, Math.min(box.left - 16, html.clientWidth - card.offsetWidth - 8)), below ? box.bottom + 8 : box.top - card.offsetHeight - 8);
    }
  }

  // ---- pointer and keys ------------------------------------------------------------------------
  const wordAt = (target) => target instanceof Element && target.closest(".w");
  const elsewhere = (word) => word.matches("span") && word.closest("a:not(.tag)"); // a link that the author made stays one

  document.addEventListener("click", (event) => {
    const word = wordAt(event.target), hidden = event.target instanceof Element && event.target.closest(".e, .text .w");
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (hidden && html.dataset.islands && !hidden.matches(".shown") && hidden.matches(html.dataset.islands === "zh" ? ".e" : ".w")) {
      event.preventDefault();
      hidden.classList.add("shown");
      bare(hidden);
    } else if (word && !elsewhere(word)) {
      event.preventDefault();
      if (current === word && pinned) close(); else open(word);
    } else if (card && !event.composedPath().includes(card)) close(); // the path as it was: a pressed button may be gone by now
  });
  document.addEventListener("pointerover", (event) => {
    const word = event.pointerType === "mouse" && wordAt(event.target);
    if (!word || pinned) return;
    clearTimeout(timer);
    timer = setTimeout(() => open(word, false), current ? 120 : 350);
  });
  document.addEventListener("pointerout", (event) => { if (event.pointerType === "mouse" && wordAt(event.target)) leave(); });
  addEventListener("resize", () => { if (current) place(current.getBoundingClientRect()); });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    const at = document.activeElement, key = event.key, on = current && pinned || at?.matches?.(".w");
    if (key === "Escape" && current) { event.preventDefault(); close(); }
    else if (key === "n" || (key === "ArrowRight" && on)) { event.preventDefault(); walk(1); }
    else if (key === "p" || (key === "ArrowLeft" && on)) { event.preventDefault(); walk(-1); }
    else if (key === "/" && $("[data-search] input")) { event.preventDefault(); $("[data-search] input").focus(); }
    else if (key === "c" && $(".article .text")) cite(at?.closest?.(".text [id]") || current?.closest(".text [id]") || inSight());
    else if (key === "Tab" && current && !event.shiftKey && at === current) { event.preventDefault(); $("a, button", card).focus(); }
    else if (key === "Tab" && current && event.shiftKey && at === $("a, button", card)) { event.preventDefault(); (current.closest("a") || current).focus(); }
  });

  const inSight = () => all(".text [id]").find((block) => block.getBoundingClientRect().bottom > 80);
  /** Go to the next or last word: from the open one, from the one in focus, or from what is in sight. */
  function walk(by) {
    const some = words().filter((word) => html.dataset.density === "all" || !word.matches(".again"));
    const from = current || wordAt(document.activeElement), at = some.indexOf(from);
    let next = from ? some[at + by] : some.find((word) => word.getBoundingClientRect().top > 0);
    if (from && at < 0) next = (by > 0 ? some : [...some].reverse()).find((word) => from.compareDocumentPosition(word) & (by > 0 ? 4 : 2));
    if (!next) return;
    (next.closest("a") || next).focus({ preventScroll: true });
    const box = next.getBoundingClientRect();
    if (box.top < 60 || box.bottom > innerHeight - 60) next.scrollIntoView({ block: "center", behavior: "instant" }); // the card is placed by where the word stands
    open(next);
  }

  // ---- settings --------------------------------------------------------------------------------
  const listeners = [];
  const settings = {
    get: (key) => html.dataset[key] || "",
    async set(key, value) {
      if (value) html.dataset[key] = value; else delete html.dataset[key];
      try { localStorage.setItem("reader.settings", JSON.stringify(html.dataset)); } catch { /* a browser may forbid it: the setting holds for this page */ }
      if (key === "islands") islands();
      listeners.forEach((listener) => listener(key, value));
      if (["by", "notation", "form", "tones"].includes(key)) { close(); await Promise.all([need("panels.js"), beside.ask()]); reader.panels.dress(); }
    },
    on: (listener) => listeners.push(listener),
  };
  const COVERED = { tabindex: "0", role: "button", "aria-label": "Covered; press to uncover" };
  const bare = (one) => Object.keys(COVERED).forEach((name) => { if (one.matches(".e")) one.removeAttribute(name); });
  function islands() {
    all(".shown").forEach((one) => one.classList.remove("shown"));
    all(".text .e").forEach((one) => { if (html.dataset.islands === "zh") Object.entries(COVERED).forEach(([name, value]) => one.setAttribute(name, value)); else bare(one); });
  }
  document.addEventListener("keydown", (event) => { if ((event.key === "Enter" || event.key === " ") && event.target.matches?.(".e[role]")) { event.preventDefault(); event.target.click(); } });

  // ---- citing a paragraph ----------------------------------------------------------------------
  const cite = async (block) => { if (block) { await need("panels.js"); reader.panels.cite(block); } };
  const pilcrow = make("button", { type: "button", class: "pilcrow", "aria-label": "Cite this paragraph", click: (event) => { event.stopPropagation(); cite(pilcrow.block); } }, "¶");
  /** Offer to cite the paragraph in use: beside it where there is room, else at its end. */
  function offer(event) {
    const block = event.target instanceof Element && event.target.closest(".text [id]:not(sup, .mnote, .mnote *)");
    if (!block || pilcrow.block === block || !block.closest(".text")) return;
    pilcrow.block = block;
    const box = block.getBoundingClientRect(), inside = small.matches;
    Object.assign(pilcrow.style, { top: `${(inside ? box.bottom : box.top) + scrollY}px`, left: `${Math.max(0, inside ? box.right - 26 : box.left - 30) + scrollX}px` });
    if (!pilcrow.isConnected) document.body.append(pilcrow);
  }
  if ($(".article .text")) { $(".text").addEventListener("pointerover", (event) => { if (event.pointerType === "mouse") offer(event); }); ["click", "focusin"].forEach((type) => $(".text").addEventListener(type, offer)); }

  // ---- paper -----------------------------------------------------------------------------------
  // On paper nothing opens: each word gets a number where it first stands, and its meaning in a list at the end.
  let glosses;
  function number() {
    if (glosses || !$(".article .text")) return;
    beside.askAtOnce();
    glosses = make("ol");
    const given = new Set();
    for (const word of all(".text .w")) {
      if (given.has(text(word))) continue;
      given.add(text(word));
      word.dataset.no = given.size;
      glosses.append(make("li", {}, make("b", { lang: word.closest("[lang]").lang }, text(word)), ` ${pinyin(word)} `, ...spoken(meaning(word))));
    }
    $(".after").prepend(make("section", { class: "glosses" }, make("h2", {}, "Words"), glosses));
  }
  addEventListener("beforeprint", number);
  matchMedia("print").addEventListener("change", (event) => { if (event.matches) number(); });

  // ---- copying ---------------------------------------------------------------------------------
  // Pinyin is made by the style sheet and never copied; the marks of notes are text, and are left out here.
  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount || event.target.closest?.("input, textarea") || !selection.containsNode || !all("sup, .back, .notes").some((one) => selection.containsNode(one, true))) return;
    html.classList.add("copying");
    const plain = selection.toString();
    html.classList.remove("copying");
    const rich = make("div");
    rich.append(selection.getRangeAt(0).cloneContents());
    all("sup, .back, .notes", rich).forEach((one) => one.remove());
    event.clipboardData.setData("text/plain", plain);
    event.clipboardData.setData("text/html", rich.innerHTML);
    event.preventDefault();
  });

  // ---- at the start ----------------------------------------------------------------------------
  const asked = {};
  /** Load a script of this site that few visits need, once; settled when it has run, or cannot be had. */
  function need(name, place = new URL("static/", root)) {
    return asked[name] ||= new Promise((done) => {
      const script = make("script", { src: new URL(name, place) });
      script.onload = script.onerror = done;
      document.head.append(script);
    });
  }
  if (html.matches(".wait")) document.addEventListener("DOMContentLoaded", async () => { await Promise.all([need("panels.js"), html.dataset.form && beside.ask()]); reader.panels.dress(); });
  if (html.dataset.islands) islands();
  const tool = $("#settings-button");
  tool?.addEventListener("click", async () => { await need("panels.js"); reader.panels.settings(tool); });
  const days = all(".word-of-the-day > ul > li");
  if (days.length) { const today = Math.floor(Date.now() / 864e5) % days.length; days.forEach((day, n) => { day.hidden = n !== today; }); }
  self.speechSynthesis?.getVoices();
  // A reader who moves or scrolls may soon ask for a word; before that, the page has better things to do.
  ["pointermove", "touchstart", "scroll", "keydown", "focusin"].forEach((type) => addEventListener(type, () => { beside.ask(); self.requestIdleCallback?.(warm); }, { once: true, passive: true }));
  $("[data-search]")?.addEventListener("focusin", async () => { await need("search.js"); $("[data-search] input").dispatchEvent(new Event("input")); }, { once: true });
  // My words come when there are some, on their own page, after the first card, and for the quiz.
  let mine = false;
  try { mine = localStorage.getItem("reader.words"); } catch { /* a browser may forbid it */ }
  if (mine || $("[data-my-words]")) need("words.js");
  $(".study details")?.addEventListener("toggle", async () => { await need("panels.js"); reader.panels.list(); }, { once: true });
  $("[data-quiz]")?.addEventListener("click", async () => { await Promise.all([need("words.js"), beside.ask()]); reader.quiz(); });
  return { root, words, come, facts, record, beside, need, meaning, text, syllables, spell, open, close, settings, actions, make, button, copy, spoken, $, all };
})();
