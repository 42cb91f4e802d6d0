// What a page needs only once it is asked for; reader.js loads it then: words set otherwise than they came (by character,
// in zhuyin, in the other script, with the colours of tones), the panel of settings, the panel that cites a paragraph, the
// list of an article's words as text.
//
// In:  `reader`. Out: reader.panels = { dress(), settings(button), cite(block), list() }; a card spells in zhuyin from then on.
(() => {
  "use strict";
  const { $, all, make, button, copy, spoken, settings, spell, syllables, come } = reader;
  const html = document.documentElement;

  // ---- zhuyin ----------------------------------------------------------------------------------
  const table = (text) => Object.fromEntries(text.split(" ").map((pair) => pair.split("=")));
  const INITIALS = table("b=ㄅ p=ㄆ m=ㄇ f=ㄈ d=ㄉ t=ㄊ n=ㄋ l=ㄌ g=ㄍ k=ㄎ h=ㄏ j=ㄐ q=ㄑ x=ㄒ zh=ㄓ ch=ㄔ sh=ㄕ r=ㄖ z=ㄗ c=ㄘ s=ㄙ");
  const FINALS = table("a=ㄚ o=ㄛ e=ㄜ ai=ㄞ ei=ㄟ ao=ㄠ ou=ㄡ an=ㄢ en=ㄣ ang=ㄤ eng=ㄥ er=ㄦ i=ㄧ ia=ㄧㄚ io=ㄧㄛ ie=ㄧㄝ iai=ㄧㄞ iao=ㄧㄠ iu=ㄧㄡ iou=ㄧㄡ ian=ㄧㄢ in=ㄧㄣ iang=ㄧㄤ ing=ㄧㄥ iong=ㄩㄥ u=ㄨ ua=ㄨㄚ uo=ㄨㄛ uai=ㄨㄞ ui=ㄨㄟ uei=ㄨㄟ uan=ㄨㄢ un=ㄨㄣ uen=ㄨㄣ uang=ㄨㄤ ong=ㄨㄥ ueng=ㄨㄥ v=ㄩ ve=ㄩㄝ van=ㄩㄢ vn=ㄩㄣ");
  /** cheng2 as ㄔㄥˊ. */
  spell.zhuyin = (syllable) => {
    const tone = +syllable.slice(-1), mark = ["", "", "ˊ", "ˇ", "ˋ"][tone] || "";
    let plain = syllable.slice(0, -1).replace(/ü|u:/g, "v");
    if (plain === "r") return "ㄦ" + (tone === 5 ? "˙" : mark);
    plain = plain.replace(/^yu/, "v").replace(/^yi?/, "i").replace(/^wu?/, "u").replace(/^ion$/, "iong");
    const [, initial, rest] = /^([zcs]h|[bpmfdtnlgkhjqxrzcs])?(.*)$/.exec(plain);
    const final = /^[jqx]$/.test(initial || "") ? rest.replace(/^u/, "v") : /^([zcs]h?|r)$/.test(initial || "") && rest === "i" ? "" : rest;
    return (tone === 5 ? "˙" : "") + (INITIALS[initial] || "") + (final ? FINALS[final] ?? final : "") + mark;
  };

  // ---- words as the settings want them ---------------------------------------------------------
  /** Write a word as the settings want it: by character, in zhuyin, in the other script, with the colours of its tones. */
  function dressWord(word) {
    const { by, notation, form, tones } = html.dataset;
    if (!come.has(word)) come.set(word, { inner: word.innerHTML, p: word.dataset.p, long: word.matches(".long"), text: word.textContent, hant: word.closest("[lang]").lang === "zh-Hant" });
    const was = come.get(word), said = syllables(word), other = reader.facts(word).x;
    const swap = other && other.length === was.text.length && form === (was.hant ? "simp" : "trad");
    const chars = [...(swap ? other : was.text)], each = said.length === chars.length;
    const spelled = spell[notation] || spell.pinyin;
    word.dataset.p = notation === "zhuyin" && said.length ? said.map(spell.zhuyin).join(" ") : was.p;
    if (swap) word.dataset.o = was.text; else delete word.dataset.o;
    if (each && (by === "char" || tones || (was.long && (swap || notation)))) {
      const apart = by === "char" || was.long;
      word.replaceChildren(...chars.map((char, n) => make("span", { class: `${apart ? "c" : ""}${tones ? " t" + said[n].slice(-1) : ""}`, ...(apart && { "data-p": spelled(said[n]) }) }, char)));
      word.classList.toggle("long", apart);
      word.classList.toggle("nb", apart && !was.long); // a short word stays on one line
    } else {
      if (swap && !was.long) word.textContent = other; else word.innerHTML = was.inner;
      word.classList.toggle("long", was.long);
      word.classList.remove("nb");
    }
  }
  function dress() {
    all(".w").forEach(dressWord);
    html.classList.remove("wait");
  }

  // ---- the panel of settings -------------------------------------------------------------------
  const CHOICES = [
    ["ruby", "Pinyin above", ["", "words in English text"], ["unknown", "words I do not know"], ["all", "all words"], ["ask", "when I ask"], ["none", "never"]],
    ["by", "Set it", ["", "by word"], ["char", "by character"]],
    ["notation", "As", ["", "pinyin"], ["zhuyin", "zhuyin ㄅㄆㄇ"]],
    ["form", "Characters", ["", "as written"], ["simp", "simplified"], ["trad", "traditional"]],
    ["tones", "Colours of tones", ["", "off"], ["on", "on"]],
    ["density", "Mark a word", ["", "once a section"], ["all", "each time"]],
    ["islands", "Cover", ["", "nothing"], ["zh", "the English"], ["en", "the Chinese"]],
    ["size", "Text", ["s", "small"], ["", "medium"], ["l", "large"], ["xl", "huge"]],
    ["theme", "Paper", ["", "as the system"], ["light", "light"], ["sepia", "sepia"], ["dark", "dark"]],
  ];

  let panel;
  function showSettings(opener) {
    if (!panel) {
      panel = document.body.appendChild(make("div", { id: "settings", class: "panel", popover: "auto", role: "dialog", "aria-label": "Reading settings",
        toggle: (event) => opener.setAttribute("aria-expanded", event.newState === "open") },
        ...CHOICES.map(([key, title, ...options]) => make("fieldset", {}, make("legend", {}, title), make("div", { class: "options" }, ...options.map(([value, label]) => choice(key, value, label))))),
        make("p", { class: "keys" }, "Keys: N and P walk from word to word, Enter opens, Esc closes, C cites a paragraph, / searches.")));
    }
    all("input", panel).forEach((input) => { input.checked = input.value === settings.get(input.name.slice(4)); });
    panel.togglePopover();
    if (panel.matches(":popover-open")) $("input:checked", panel).focus();
  }
  const choice = (key, value, label) => make("label", {}, make("input", { type: "radio", name: "set-" + key, value, change: () => settings.set(key, value) }), make("span", {}, label));

  // ---- citing a paragraph ----------------------------------------------------------------------
  /** The words of a block as the author wrote them: no marks of notes, no swapped script. */
  function wordsOf(block) {
    const twin = block.cloneNode(true);
    all("sup, .back, .notes, .pilcrow", twin).forEach((one) => one.remove());
    all("[data-o]", twin).forEach((one) => { one.textContent = one.dataset.o; });
    return twin.textContent.normalize("NFC").split(/\s+/).filter(Boolean);
  }
  const fragment = (some) => encodeURIComponent(some.join(" ")).replace(/-/g, "%2D").replace(/[!'()*]/g, (char) => "%" + char.charCodeAt(0).toString(16).toUpperCase());
  /** SHA-256 of a text, in hexadecimal; "" where the browser computes none (a page that came without encryption). */
  async function digest(text) {
    if (!self.crypto?.subtle) return "";
    return [...new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  const tex = (text) => text.replace(/[\\%#&_$]/g, "\\$&");
  /** The article's own records, made to name a paragraph: how each takes the note. */
  const FORMATS = [
    ["BibTeX", "cite.bib", (text, note) => text.replace(/\n {2}note = .*/, "").replace(/\}\s*$/, `  note = {${tex(note)}},\n}\n`)],
    ["RIS", "cite.ris", (text, note) => text.replace(/\nN1 {2}- .*/, "").replace(/\nER {2}- /, `\nN1  - ${note}$&`)],
    ["CSL-JSON", "cite.csl.json", (text, note) => JSON.stringify(JSON.parse(text).map((one) => ({ ...one, note })), null, 1)],
  ];
  /** A button that copies a record; the file is asked for when it is pressed. */
  const format = ([label, file, noted], note) => button(label, async (event) => {
    const pressed = event.currentTarget;
    try { await copy(noted(await (await fetch(file)).text(), note), pressed); } catch { location.assign(file); } // a page in a folder may not fetch
  });
  let citing;
  async function cite(block) {
    const said = wordsOf(block), here = ($("link[rel=canonical]") || location).href.split("#")[0], place = `${here}#${block.id}`;
    const link = `${place}:~:text=${said.length > 12 ? fragment(said.slice(0, 5)) + "," + fragment(said.slice(-5)) : fragment(said)}`;
    const plain = `${($(".cite-plain") || { textContent: document.title }).textContent.trim()} ${place}`;
    const hash = await digest(said.join(" ")), note = `Paragraph ${place}` + (hash && `, SHA-256 ${hash}`);
    citing ||= document.body.appendChild(make("div", { id: "citing", class: "panel", popover: "auto", role: "dialog", "aria-label": "Cite this paragraph" }));
    citing.replaceChildren(...[make("p", { class: "quoted" }, ...spoken(said.slice(0, 14).join(" ") + (said.length > 14 ? " …" : ""))), make("p", {}, ...spoken(plain)),
      hash && make("p", { class: "hash" }, `SHA-256 of its text: ${hash}`),
      make("p", { class: "row" }, button("Copy citation", (event) => copy(plain, event.currentTarget)), ...FORMATS.map((one) => format(one, note)),
        button("Copy link", (event) => copy(link, event.currentTarget)), make("a", { href: link }, "Link"))].filter(Boolean));
    citing.showPopover();
    $("button", citing).focus();
  }

  // ---- the list of words -----------------------------------------------------------------------
  /** What the style sheet draws beside the listed words becomes text, which can be copied and found. */
  async function list() {
    await reader.beside.ask();
    for (const level of all("p.vocab")) {
      const rows = all(".w", level).map((word) => make("tr", {}, make("td", { lang: level.lang }, word), make("td", { lang: "zh-Latn" }, word.dataset.p), make("td", {}, ...spoken(reader.meaning(word)))));
      level.replaceWith(make("table", { class: "words" }, make("tbody", {}, ...rows)));
    }
  }

  reader.panels = { dress, settings: showSettings, cite, list };
})();
