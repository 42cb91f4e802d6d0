// The reading page: cards of words, walking from word to word, settings, citing a paragraph, clean copies.
//
// In:  a.w / span.w elements (data-p pinyin, data-g short meaning, data-i number of the record, data-n a note) and
//      the records in <script id="cards">, whose keys are: y syllables ("cheng2 xin4"), g senses, c 1 if the senses
//      are put together from parts, a the author's English, x the other script, h HSK level, w why the
//      reading is believed, q 1 if it is a guess, m the term that holds the word, n that term's English, u its slug.
// Out: nothing global but `reader`: { root, words(), record(word), text(word), open(word), close(), settings,
//      actions, dress(), make() }. `reader.actions` are functions (word, record) that return a node for the card's last row, or null;
//      `reader.settings` has get(key), set(key, value) and on(function). A word with the class `known` loses its
//      pinyin where the setting says so.
// Kept in localStorage: "reader.settings", an object of what is not as it comes: theme light|dark|sepia, size s|l|xl,
//      ruby unknown|ask|none, by char, notation zhuyin, form trad|simp, tones on, density all, islands zh|en. Each stands as
//      data-<key> on <html> before the first paint (early.js).
const reader = (() => {
  "use strict";
  const html = document.documentElement, root = new URL("..", document.currentScript.src);
  const $ = (query, within = document) => within.querySelector(query);
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const calm = matchMedia("(prefers-reduced-motion: reduce)"), small = matchMedia("(max-width: 40rem)");
  const source = $("#cards"), records = source ? JSON.parse(source.textContent) : [];

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
  const table = (text) => Object.fromEntries(text.split(" ").map((pair) => pair.split("=")));
  const INITIALS = table("b=ㄅ p=ㄆ m=ㄇ f=ㄈ d=ㄉ t=ㄊ n=ㄋ l=ㄌ g=ㄍ k=ㄎ h=ㄏ j=ㄐ q=ㄑ x=ㄒ zh=ㄓ ch=ㄔ sh=ㄕ r=ㄖ z=ㄗ c=ㄘ s=ㄙ");
  const FINALS = table("a=ㄚ o=ㄛ e=ㄜ ai=ㄞ ei=ㄟ ao=ㄠ ou=ㄡ an=ㄢ en=ㄣ ang=ㄤ eng=ㄥ er=ㄦ i=ㄧ ia=ㄧㄚ io=ㄧㄛ ie=ㄧㄝ iai=ㄧㄞ iao=ㄧㄠ iu=ㄧㄡ iou=ㄧㄡ ian=ㄧㄢ in=ㄧㄣ iang=ㄧㄤ ing=ㄧㄥ iong=ㄩㄥ u=ㄨ ua=ㄨㄚ uo=ㄨㄛ uai=ㄨㄞ ui=ㄨㄟ uei=ㄨㄟ uan=ㄨㄢ un=ㄨㄣ uen=ㄨㄣ uang=ㄨㄤ ong=ㄨㄥ ueng=ㄨㄥ v=ㄩ ve=ㄩㄝ van=ㄩㄢ vn=ㄩㄣ");
  /** cheng2 as ㄔㄥˊ. */
  function zhuyin(syllable) {
    const tone = +syllable.slice(-1), mark = ["", "", "ˊ", "ˇ", "ˋ"][tone] || "";
    let plain = syllable.slice(0, -1).replace(/ü|u:/g, "v");
    if (plain === "r") return "ㄦ" + (tone === 5 ? "˙" : mark);
    plain = plain.replace(/^yu/, "v").replace(/^yi?/, "i").replace(/^wu?/, "u").replace(/^ion$/, "iong");
    const [, initial, rest] = /^([zcs]h|[bpmfdtnlgkhjqxrzcs])?(.*)$/.exec(plain);
    const final = /^[jqx]$/.test(initial || "") ? rest.replace(/^u/, "v") : /^([zcs]h?|r)$/.test(initial || "") && rest === "i" ? "" : rest;
    return (tone === 5 ? "˙" : "") + (INITIALS[initial] || "") + (final ? FINALS[final] ?? final : "") + mark;
  }

  // ---- words -----------------------------------------------------------------------------------
  const words = () => all(".w");
  const record = (word) => records[word.dataset.i] || {};
  const text = (word) => word.dataset.t || word.textContent;
  const syllables = (word) => (record(word).y || "").split(" ").filter(Boolean);
  const come = new WeakMap(); // words as the page came with them

  /** Write a word as the settings want it: by character, in zhuyin, in the other script, with the colours of its tones. */
  function dressWord(word) {
    const { by, notation, form, tones } = html.dataset;
    if (!come.has(word)) come.set(word, { inner: word.innerHTML, p: word.dataset.p, long: word.matches(".long"), text: word.textContent, hant: word.closest("[lang]").lang === "zh-Hant" });
    const was = come.get(word), said = syllables(word), other = record(word).x;
    const swap = other && other.length === was.text.length && form === (was.hant ? "simp" : "trad");
    const chars = [...(swap ? other : was.text)], each = said.length === chars.length;
    const spell = notation === "zhuyin" ? zhuyin : marked;
    word.dataset.p = notation === "zhuyin" && said.length ? said.map(zhuyin).join(" ") : was.p;
    if (swap) word.dataset.t = was.text; else delete word.dataset.t;
    if (each && (by === "char" || tones || (was.long && (swap || notation)))) {
      const apart = by === "char" || was.long;
      word.replaceChildren(...chars.map((char, n) => make("span", { class: `${apart ? "c" : ""}${tones ? " t" + said[n].slice(-1) : ""}`, ...(apart && { "data-p": spell(said[n]) }) }, char)));
      word.classList.toggle("long", apart);
    } else {
      if (swap && !was.long) word.textContent = other; else word.innerHTML = was.inner;
      word.classList.toggle("long", was.long);
    }
  }
  function dress() {
    const { by, notation, form, tones } = html.dataset;
    if (by || notation || form || tones || dress.done) { words().forEach(dressWord); dress.done = true; }
    html.classList.remove("wait");
  }

  // ---- the card --------------------------------------------------------------------------------
  const actions = [];
  let card, current = null, pinned = false, timer = 0;

  const termOf = (word) => word.href || new URL(`glossary/${record(word).u || record(word).m || text(word)}/`, root).href;

  /** The head of a card: each character large under its own syllable. */
  function headword(word, { x }, hant) {
    const said = syllables(word), chars = [...text(word)];
    const spell = html.dataset.notation === "zhuyin" ? zhuyin : marked;
    const big = said.length === chars.length
      ? chars.map((char, n) => make("span", { class: `c t${said[n].slice(-1)}`, "data-p": spell(said[n]) }, char)) : [text(word)];
    return make("p", { class: "big" + (chars.length > 6 ? " many" : "") }, make("a", { href: termOf(word), lang: hant ? "zh-Hant" : "zh-Hans" }, ...big),
      x && make("span", { class: "other", lang: hant ? "zh-Hans" : "zh-Hant" }, x));
  }

  function fill(word) {
    const one = record(word), hant = word.closest("[lang]").lang === "zh-Hant", tag = word.closest("a.tag");
    const note = word.dataset.n && document.getElementById("note-" + word.dataset.n);
    card.replaceChildren(...[
      headword(word, one, hant),
      make("p", { class: "said" }, come.get(word)?.p || word.dataset.p, one.h && make("span", { class: "hsk" }, `HSK ${one.h}`)),
      one.a && make("p", { class: "here" }, ...spoken(one.a.join(" · ")), make("small", {}, " in this article")),
      one.g && make("ol", {}, ...one.g.slice(0, 6).map((sense) => make("li", {}, ...spoken(sense)))),
      one.c && make("p", { class: "why" }, "Meaning put together from its parts."),
      one.m && make("p", { class: "why" }, "In ", make("a", { href: termOf(word) }, ...spoken(one.m)), one.n ? ` ${one.n.join(" · ")}` : ""),
      tag && make("p", { class: "why" }, "In the hashtag ", make("a", { href: tag.href }, ...spoken(tag.textContent))),
      note && make("div", { class: "why note" }, ...all("p", note).map((line) => line.cloneNode(true))),
      one.w && make("p", { class: "why" + (one.q ? " unsure" : "") }, ...spoken(one.w)),
      row(word, one),
    ].filter(Boolean));
    if (one.g) $("ol", card).classList.toggle("one", one.g.length === 1);
    card.setAttribute("aria-label", `${text(word)} ${word.dataset.p}`);
  }

  function row(word, one) {
    const places = make("a", { href: termOf(word) }, "All places");
    count(word).then((number) => { if (number) places.textContent = number === 1 ? "1 place" : `${number} places`; });
    const voice = self.speechSynthesis?.getVoices().find((voice) => /^(zh|cmn)/i.test(voice.lang));
    return make("p", { class: "row" }, places,
      voice && button("Speak", () => { const said = new SpeechSynthesisUtterance(text(word)); said.voice = voice; said.lang = voice.lang; speechSynthesis.cancel(); speechSynthesis.speak(said); }),
      button("Copy", (event) => copy(word.textContent, event.currentTarget)),
      ...actions.map((action) => action(word, one)));
  }

  const button = (label, click) => make("button", { type: "button", click }, label);
  async function copy(what, said) {
    const before = said.textContent;
    try { await navigator.clipboard.writeText(what); said.textContent = "Copied"; } catch { said.textContent = "Not allowed"; }
    setTimeout(() => { said.textContent = before; }, 1500);
  }

  /** How many places the collection has: asked of the term's own page, so that no article depends on others. */
  const counts = new Map();
  function count(word) {
    const page = termOf(word);
    if (!counts.has(page)) counts.set(page, location.protocol === "file:" ? Promise.resolve(0)
      : fetch(page).then((answer) => answer.text()).then((body) => +(/data-count="(\d+)"/.exec(body) || [0, 0])[1]).catch(() => 0));
    return counts.get(page);
  }

  function open(word, pin = true) {
    clearTimeout(timer);
    if (!card) document.body.append(card = make("div", { id: "card", class: "card", popover: "manual", role: "dialog", pointerenter: () => clearTimeout(timer), pointerleave: () => leave() }));
    if (current !== word) {
      release();
      fill(word);
      current = word;
      word.classList.add("open");
      word.setAttribute("aria-describedby", "card");
      if (card.matches(":popover-open")) card.hidePopover();
      try { card.showPopover({ source: word }); } catch { card.showPopover(); }
      place(word);
      document.dispatchEvent(new Event("reader:card"));
    }
    pinned = pin;
  }
  function release() {
    current?.classList.remove("open");
    current?.removeAttribute("aria-describedby");
    current = null;
  }
  function close() {
    if (!current) return;
    if (card.contains(document.activeElement)) (current.closest("a, [tabindex]") || current).focus({ preventScroll: true });
    release();
    pinned = false;
    card.hidePopover();
  }
  const leave = () => { clearTimeout(timer); if (!pinned) timer = setTimeout(() => { if (!card?.contains(document.activeElement)) close(); }, 300); };

  /** Put the card by its word, never over it; on a small screen it is a sheet, and the word moves out of its way. */
  function place(word) {
    if (small.matches) {
      const over = word.getBoundingClientRect().bottom + 16 - card.getBoundingClientRect().top;
      if (over > 0) {
        // At the end of a page there is nothing left to scroll: make room.
        if (scrollY + innerHeight + over > html.scrollHeight) document.body.style.paddingBottom = card.offsetHeight + "px";
        scrollBy({ top: over, behavior: "instant" });
      }
      return;
    }
    if (CSS.supports("position-area: block-end")) return; // reader.css does it
    const box = word.getBoundingClientRect(), below = box.bottom + 8 + card.offsetHeight <= innerHeight || box.top < innerHeight / 2;
    const left = Math.max(8, Math.min(box.left - 16, html.clientWidth - card.offsetWidth - 8));
    Object.assign(card.style, { left: `${left + scrollX}px`, top: `${(below ? box.bottom + 8 : box.top - card.offsetHeight - 8) + scrollY}px` });
  }

  // ---- pointer and keys ------------------------------------------------------------------------
  const wordAt = (target) => target instanceof Element && target.closest(".w");
  const elsewhere = (word) => word.matches("span") && word.closest("a:not(.tag)"); // a link of the author's stays one

  document.addEventListener("click", (event) => {
    const word = wordAt(event.target), hidden = event.target instanceof Element && event.target.closest(".e, .text .w");
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (hidden && html.dataset.islands && !hidden.matches(".shown") && hidden.matches(html.dataset.islands === "zh" ? ".e" : ".w")) {
      event.preventDefault();
      hidden.classList.add("shown");
    } else if (word && !elsewhere(word)) {
      event.preventDefault();
      if (current === word && pinned) close(); else open(word);
    } else if (card && !card.contains(event.target)) close();
  });
  document.addEventListener("pointerover", (event) => {
    const word = event.pointerType === "mouse" && wordAt(event.target);
    if (!word || pinned) return;
    clearTimeout(timer);
    timer = setTimeout(() => open(word, false), current ? 120 : 350);
  });
  document.addEventListener("pointerout", (event) => { if (event.pointerType === "mouse" && wordAt(event.target)) leave(); });
  addEventListener("resize", () => { if (current) place(current); });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    const at = document.activeElement, key = event.key, on = current && pinned || at?.matches?.(".w");
    if (key === "Escape" && current) { event.preventDefault(); close(); }
    else if (key === "n" || (key === "ArrowRight" && on)) { event.preventDefault(); walk(1); }
    else if (key === "p" || (key === "ArrowLeft" && on)) { event.preventDefault(); walk(-1); }
    else if (key === "/" && $("[data-search] input")) { event.preventDefault(); $("[data-search] input").focus(); }
    else if (key === "c" && $(".text")) cite(at?.closest?.(".text [id]") || current?.closest(".text [id]") || inSight());
    else if (key === "Tab" && current && !event.shiftKey && at === current) { event.preventDefault(); $("a, button", card).focus(); }
    else if (key === "Tab" && current && event.shiftKey && at === $("a, button", card)) { event.preventDefault(); (current.closest("a") || current).focus(); }
  });

  const inSight = () => all(".text [id]").find((block) => block.getBoundingClientRect().bottom > 80);
  /** Go to the next or last word: from the open one, from the one in focus, or from what is in sight. */
  function walk(by) {
    const some = words().filter((word) => (html.dataset.density === "all" || !word.matches(".again")) && word.getClientRects().length);
    const from = current || wordAt(document.activeElement);
    let next = from ? some[some.indexOf(from) + by] : some.find((word) => word.getBoundingClientRect().top > 0);
    if (from && !some.includes(from)) next = (by > 0 ? some : [...some].reverse()).find((word) => from.compareDocumentPosition(word) & (by > 0 ? 4 : 2));
    if (!next) return;
    (next.closest("a") || next).focus({ preventScroll: true });
    const box = next.getBoundingClientRect();
    if (box.top < 60 || box.bottom > innerHeight - 60) next.scrollIntoView({ block: "center", behavior: calm.matches ? "instant" : "auto" });
    open(next);
  }

  // ---- settings --------------------------------------------------------------------------------
  const listeners = [];
  const settings = {
    get: (key) => html.dataset[key] || "",
    set(key, value) {
      if (value) html.dataset[key] = value; else delete html.dataset[key];
      const kept = {};
      for (const [name] of CHOICES) if (html.dataset[name]) kept[name] = html.dataset[name];
      try { localStorage.setItem("reader.settings", JSON.stringify(kept)); } catch { /* a browser may forbid it: the setting holds for this page */ }
      if (["by", "notation", "form", "tones"].includes(key)) { close(); dress(); }
      if (key === "islands") islands();
      listeners.forEach((listener) => listener(key, value));
    },
    on: (listener) => listeners.push(listener),
  };
  const CHOICES = [
    ["ruby", "Pinyin above", ["", "all words"], ["unknown", "words I do not know"], ["ask", "when I ask"], ["none", "never"]],
    ["by", "Set it", ["", "by word"], ["char", "by character"]],
    ["notation", "As", ["", "pinyin"], ["zhuyin", "zhuyin ㄅㄆㄇ"]],
    ["form", "Characters", ["", "as written"], ["simp", "simplified"], ["trad", "traditional"]],
    ["tones", "Colours of tones", ["", "off"], ["on", "on"]],
    ["density", "Mark a word", ["", "once a section"], ["all", "each time"]],
    ["islands", "Cover", ["", "nothing"], ["zh", "the English"], ["en", "the Chinese"]],
    ["size", "Text", ["s", "small"], ["", "medium"], ["l", "large"], ["xl", "huge"]],
    ["theme", "Paper", ["", "as the system"], ["light", "light"], ["sepia", "sepia"], ["dark", "dark"]],
  ];
  function islands() {
    const mode = html.dataset.islands;
    all(".shown").forEach((one) => one.classList.remove("shown"));
    all(".text .e").forEach((one) => { if (mode === "zh") { one.tabIndex = 0; one.setAttribute("role", "button"); one.setAttribute("aria-label", "Covered; press to uncover"); } else ["tabindex", "role", "aria-label"].forEach((name) => one.removeAttribute(name)); });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target.matches?.(".e[role]")) event.target.click(); });

  let panel;
  function showSettings(opener) {
    panel ||= document.body.appendChild(make("div", { id: "settings", class: "panel", popover: "auto", role: "dialog", "aria-label": "Reading settings" },
      ...CHOICES.map(([key, title, ...options]) => make("fieldset", {}, make("legend", {}, title),
        make("div", { class: "options" }, ...options.map(([value, label]) => make("label", {}, make("input", { type: "radio", name: "set-" + key, value, change: () => settings.set(key, value) }), make("span", {}, label)))))),
      make("p", { class: "keys" }, "Keys: N and P walk from word to word, Enter opens, Esc closes, C cites a paragraph, / searches.")));
    all("input", panel).forEach((input) => { input.checked = input.value === settings.get(input.name.slice(4)); });
    panel.togglePopover();
    if (panel.matches(":popover-open")) $("input:checked", panel).focus();
    panel.addEventListener("toggle", (event) => opener.setAttribute("aria-expanded", event.newState === "open"));
  }

  // ---- citing a paragraph ----------------------------------------------------------------------
  /** The words of a block as the author wrote them: no marks of notes, no swapped script. */
  function wordsOf(block) {
    const copy = block.cloneNode(true);
    all("sup, .back, .notes, .pilcrow", copy).forEach((one) => one.remove());
    all("[data-t]", copy).forEach((one) => { one.textContent = one.dataset.t; });
    return copy.textContent.normalize("NFC").split(/\s+/).filter(Boolean);
  }
  const fragment = (some) => encodeURIComponent(some.join(" ")).replace(/-/g, "%2D").replace(/[!'()*]/g, (char) => "%" + char.charCodeAt(0).toString(16).toUpperCase());
  let citing;
  async function cite(block) {
    if (!block) return;
    const said = wordsOf(block), here = ($("link[rel=canonical]") || location).href.split("#")[0];
    const link = `${here}#${block.id}:~:text=${said.length > 12 ? fragment(said.slice(0, 5)) + "," + fragment(said.slice(-5)) : fragment(said)}`;
    const plain = `${($(".cite-plain") || { textContent: document.title }).textContent.trim()} ${here}#${block.id}`;
    const hash = self.crypto?.subtle ? [...new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(said.join(" "))))].map((byte) => byte.toString(16).padStart(2, "0")).join("") : "";
    citing ||= document.body.appendChild(make("div", { id: "citing", class: "panel", popover: "auto", role: "dialog", "aria-label": "Cite this paragraph" }));
    citing.replaceChildren(...[make("p", { class: "quoted" }, ...spoken(said.slice(0, 14).join(" ") + (said.length > 14 ? " …" : ""))), make("p", {}, ...spoken(plain)),
      hash && make("p", { class: "hash" }, `SHA-256 of its text: ${hash}`),
      make("p", { class: "row" }, button("Copy citation", (event) => copy(plain, event.currentTarget)), button("Copy link", (event) => copy(link, event.currentTarget)), make("a", { href: link }, "Link"))].filter(Boolean));
    citing.showPopover();
    $("button", citing).focus();
  }
  const pilcrow = make("button", { type: "button", class: "pilcrow", "aria-label": "Cite this paragraph", click: (event) => { event.stopPropagation(); cite(pilcrow.block); } }, "¶");
  function offer(event) {
    const block = event.target instanceof Element && event.target.closest(".text [id]:not(sup, .mnote, .mnote *)");
    if (!block || pilcrow.block === block || !block.closest(".text")) return;
    pilcrow.block = block;
    const box = block.getBoundingClientRect(), left = box.left + scrollX;
    Object.assign(pilcrow.style, { top: `${box.top + scrollY}px`, left: `${Math.max(0, left - 30)}px` });
    if (!pilcrow.isConnected) document.body.append(pilcrow);
  }
  if ($(".article .text")) ["pointerover", "focusin"].forEach((type) => $(".text").addEventListener(type, offer));

  // ---- paper -----------------------------------------------------------------------------------
  // On paper nothing opens: each word gets a number where it first stands, and its meaning in a list at the end.
  let glosses;
  function number() {
    if (glosses || !$(".article .text")) return;
    glosses = make("ol");
    const given = new Map();
    for (const word of all(".text .w")) {
      const { i } = word.dataset;
      if (given.has(text(word))) continue;
      given.set(text(word), i);
      word.dataset.no = given.size;
      glosses.append(make("li", {}, make("b", { lang: word.closest("[lang]").lang }, text(word)), ` ${come.get(word)?.p || word.dataset.p} `, ...spoken(word.dataset.g)));
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
  dress();
  if (html.dataset.islands) islands();
  const tool = $("#settings-button");
  tool?.addEventListener("click", () => showSettings(tool));
  const days = all(".word-of-the-day > ul > li");
  if (days.length) { const today = Math.floor(Date.now() / 864e5) % days.length; days.forEach((day, n) => { day.hidden = n !== today; }); }
  self.speechSynthesis?.getVoices();
  /** Load a script of this site that few pages need from the start; `then` is called once it has run. */
  function fetchScript(name, then = () => {}) {
    const script = make("script", { src: new URL(`static/${name}`, root) });
    script.onload = then;
    document.head.append(script);
  }
  $("[data-search]")?.addEventListener("focusin", () => fetchScript("search.js", () => $("[data-search] input").dispatchEvent(new Event("input"))), { once: true });
  // My words come when there are some, on their own page, with the first card, and for the quiz.
  const learn = (then) => { if (!learn.asked) fetchScript("words.js", then); learn.asked = true; };
  let some = false;
  try { some = localStorage.getItem("reader.words"); } catch { /* a browser may forbid it */ }
  if (some || $("[data-my-words]")) learn();
  document.addEventListener("reader:card", () => learn(() => { if (current && !card.contains(document.activeElement)) fill(current); }), { once: true });
  $("[data-quiz]")?.addEventListener("click", (event) => { const button = event.currentTarget; learn(() => button.click()); }, { once: true });
  return { root, words, record, text, open, close, settings, actions, dress, make };
})();
