// The search box. Input: what is typed into the form [data-search]. Output: results in [data-results].
// Two indexes answer: a compact one of terms, people, hashtags, topics and titles (search/*.js, made by
// export/search.py), read leaf by leaf, at once; and Pagefind, for the full text of articles, a moment later.
// Nothing is loaded before the box is used. The leaves are scripts, since file:// allows nothing else.
(() => {
  "use strict";
  const form = document.querySelector("[data-search]");
  if (!form) return;
  const box = form.querySelector("input[type=search]");
  const list = document.querySelector("[data-results]") || form.appendChild(document.createElement("div"));
  const status = list.appendChild(make("p", { class: "search-status", role: "status" }));
  const root = new URL("..", document.currentScript.src); // this script stands in static/
  const GROUPS = [["term", "Terms"], ["person", "People"], ["hashtag", "Hashtags"], ["topic", "Topics"], ["article", "Articles"]];
  const SHOWN = 8, LOOKED_AT = 24, PAUSE = 120; // of each kind: shown at first, read at first; milliseconds of quiet before the full text
  const READINGS = 12; // of a word with a typing error that are looked up
  const HANZI = /[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u;
  const STOP = new Set("a an and as at by for from in is it of on or the to with".split(" "));

  // ---- loading -------------------------------------------------------------------------------
  const waiting = new Map();
  window.found = (name, value) => waiting.get(name)?.done(value);

  function load(name) {
    let known = waiting.get(name);
    if (!known) {
      known = {};
      known.promise = new Promise((resolve, reject) => {
        known.done = resolve;
        const script = make("script", { src: new URL(`search/${name}.js`, root), async: "" });
        script.onerror = () => { waiting.delete(name); reject(new Error(`search/${name}.js cannot be read`)); };
        script.onload = () => script.remove();
        document.head.append(script);
      });
      waiting.set(name, known);
    }
    return known.promise;
  }

  // ---- text, as export/search.py folds it ---------------------------------------------------
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/u\u0308/g, "v")
    .replace(/[\u0300-\u036f'’ʼ]/g, "");
  const MARKS = { "\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4 };

  /** The tones a query names, in order: of chéngxìn and cheng2xin4 [2, 4]; none of chengxin. */
  const tones = (text) => /[a-zü:v]+[1-5]/i.test(text)
    ? [...text.matchAll(/[a-zü:v]([1-5])/gi)].map((m) => +m[1]).filter((tone) => tone < 5)
    : [...text.normalize("NFD")].map((char) => MARKS[char]).filter(Boolean);

  /** A query as it is looked up: its words, and all of it run together (chéng xìn is chéngxìn). */
  function read(text) {
    const clean = text.normalize("NFKC").trim().replace(/[#“”"]/g, " ");
    const numbered = /^[a-zü:v]+[1-5]([a-zü:v'\s]+[1-5])*[a-z\s]*$/i.test(clean.trim());
    const plain = fold(numbered ? clean.replace(/u:/gi, "ü").replace(/[1-5]/g, "") : clean);
    const all = plain.split(/[^a-z0-9\u3007\u3400-\u{323af}]+/u).filter(Boolean), some = all.filter((word) => !STOP.has(word));
    return { text: clean.trim(), words: some.length ? some : all, joined: all.join(""), tones: HANZI.test(clean) ? [] : tones(clean) };
  }

  // ---- the compact index ---------------------------------------------------------------------
  /** The number of the leaf in which a key stands or would stand. */
  function leafOf(tree, key) {
    let low = 0, high = tree.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (tree.starts[middle] <= key) low = middle; else high = middle - 1;
    }
    return low;
  }

  /** What begins with a key: a map from entry to how well it fits (0 is the whole of it). */
  async function lookup(tree, key) {
    const fits = new Map();
    const add = (ids, worse) => ids.forEach((id) => {
      const fit = worse * 2 + (id & 1);
      if (fit < (fits.get(id >> 1) ?? 9)) fits.set(id >> 1, fit);
    });
    const first = leafOf(tree, key);
    const leaf = await load(`k${first}`);
    add(leaf[key] || [], 0);
    const summary = leaf[key + "\x01"];
    if (summary) add(summary, 1);
    else {
      const next = tree.starts[first + 1]?.startsWith(key) ? await load(`k${first + 1}`) : {};
      for (const part of [leaf, next])
        for (const other in part) if (other.startsWith(key)) add(part[other], other === key ? 0 : 1);
    }
    return fits;
  }

  const merge = (into, from, worse = 0) => {
    from.forEach((fit, id) => { if (fit + worse < (into.get(id) ?? 99)) into.set(id, fit + worse); });
    return into;
  };

  async function wordFits(tree, word) {
    if (HANZI.test(word)) return lookup(tree, "h" + word);
    const [spelled, initials] = await Promise.all([lookup(tree, "r" + word), lookup(tree, "i" + word)]);
    return merge(spelled, initials, 1);
  }

  /** Entries that have all words; a word that names very many does not rule an entry out, only down. */
  async function allFits(tree, words) {
    const each = await Promise.all(words.map((word) => wordFits(tree, word)));
    const full = each.filter((fits) => fits.size < tree.most);
    const base = full.length ? full.reduce((a, b) => (a.size < b.size ? a : b)) : each[0];
    const both = new Map();
    base?.forEach((fit, id) => {
      if (full.some((fits) => !fits.has(id))) return;
      both.set(id, each.reduce((sum, fits) => sum + (fits.get(id) ?? 4), 0) / words.length + (words.length > 1 ? 0.5 : 0));
    });
    return both;
  }

  /** Tell whether two words differ by one letter: changed, added, left out, or two changed places. */
  function near(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    return a.slice(i + 1) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i) || a.slice(i) === b.slice(i + 1)
      || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
  }

  /** Words of the index one letter away: an error leaves the first or the last half of a word whole. */
  async function corrections(tree, word) {
    if (word.length < 4 || HANZI.test(word)) return [];
    const half = Math.floor((word.length - 1) / 2);
    const backwards = [...word].reverse().join("");
    const found = new Set();
    const scan = async (family, start, read) => {
      const key = family + start, last = Math.min(leafOf(tree, key + "\uffff"), leafOf(tree, key) + 12);
      const leaves = [];
      for (let n = leafOf(tree, key); n <= last; n++) leaves.push(load(`k${n}`));
      for (const leaf of await Promise.all(leaves))
        for (const other in leaf) if (other.startsWith(key) && near(read(other.slice(1)), word)) found.add(read(other.slice(1)));
    };
    await Promise.all([
      scan("w", word.slice(0, half), (text) => text),
      scan("t", backwards.slice(0, half), (text) => [...text].reverse().join("")),
    ]);
    found.delete(word);
    return [...found].sort();
  }

  async function entries(tree, ids) {
    const rows = await Promise.all(ids.map((id) => load(`d${Math.floor(id / tree.chunk)}`)));
    return ids.map((id, n) => {
      const [kind, label, path, pinyin, syllables, english] = rows[n][id % tree.chunk];
      return { id, kind, label, path, pinyin, syllables, english };
    });
  }

  /** Numbers of entries by kind, the best first; a number tells its kind. */
  function byKind(tree, fits) {
    const kinds = Object.entries(tree.kinds).reverse(), lists = new Map();
    for (const [id] of [...fits].sort((a, b) => a[1] - b[1] || a[0] - b[0])) {
      const [kind] = kinds.find(([, start]) => start <= id);
      if (lists.has(kind)) lists.get(kind).push(id); else lists.set(kind, [id]);
    }
    return [...lists.values()];
  }

  const saysTones = (entry, wanted) => !wanted.length || !entry.syllables
    || entry.syllables.replace(/[^1-4]/g, "").includes(wanted.join(""));

  /**
   * Answer a query from the compact index: the best entries of each kind, how many more there are, what reads these, and
   * the words that were taken for typing errors.
   */
  async function ask(query) {
    const tree = await load("tree");
    const fits = await allFits(tree, query.words);
    if (query.joined !== query.words[0]) merge(fits, await wordFits(tree, query.joined));
    let corrected = [];
    if (!fits.size) {
      for (const word of query.words) {
        const options = (await wordFits(tree, word)).size ? [word] : await corrections(tree, word);
        corrected.push(options.slice(0, READINGS));
      }
      for (const words of choices(corrected)) merge(fits, await allFits(tree, words), 4);
      corrected = [...new Set(corrected.flat())];
    }
    const lists = byKind(tree, fits);
    const some = async (ids) => (await entries(tree, ids)).map((entry) => ({ ...entry, fit: fits.get(entry.id) })).filter((entry) => saysTones(entry, query.tones));
    const rest = lists.flatMap((ids) => ids.slice(LOOKED_AT));
    return { found: await some(lists.flatMap((ids) => ids.slice(0, LOOKED_AT))), more: rest.length, rest: () => some(rest), corrected };
  }

  const choices = (lists) => lists.reduce((all, list) => all.flatMap((head) => list.map((one) => [...head, one])), [[]]).slice(0, READINGS);

  // ---- the full text -------------------------------------------------------------------------
  let pagefind;
  async function fullText(query, entriesFound) {
    if (location.protocol === "file:") return [];
    pagefind ||= import(new URL("pagefind/pagefind.js", root)).then(async (module) => {
      await module.options({ baseUrl: root.pathname });
      return module;
    });
    const engine = await pagefind;
    const exact = entriesFound.filter((one) => one.syllables && one.fit < 1).slice(0, 2).map((one) => one.label);
    const searches = await Promise.all([...new Set([query.text, ...exact])].map((text) => engine.search(text)));
    const hits = new Map();
    for (const { results } of searches) for (const hit of results) if (!hits.has(hit.id)) hits.set(hit.id, hit);
    const pages = await Promise.all([...hits.values()].slice(0, SHOWN).map((hit) => hit.data()));
    return pages.map((page) => context(page, [...exact, query.text, ...query.words]));
  }

  /** An article with the words around the first place that shows what was asked for, and the block it stands in. */
  function context(page, wanted) {
    const text = page.raw_content.split("\u2063")[0].trim();
    const low = text.toLowerCase();
    const word = wanted.find((one) => one && low.includes(one.toLowerCase())) || "";
    const at = word ? low.indexOf(word.toLowerCase()) : 0;
    const from = text.lastIndexOf(" ", Math.max(0, at - 60)) + 1;
    const end = text.indexOf(" ", Math.min(text.length, at + 110));
    const snippet = (from ? "… " : "") + text.slice(from, end < 0 ? undefined : end) + (end < 0 ? "" : " …");
    const spoken = text.slice(0, at).split(/\s+/).length - 1; // blocks are told by the number of their first word
    const block = (page.meta.blocks || "").split(" ").filter((one) => +one.split(":")[1] <= spoken).pop();
    const path = word && block ? `${page.meta.path}#${block.split(":")[0]}` : page.meta.path;
    return { kind: "article", label: page.meta.title, path, english: snippet, words: [word].filter(Boolean) };
  }

  // ---- showing -------------------------------------------------------------------------------
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  }

  /** Text with each of some words in a mark; nothing is ever read as markup. */
  function marked(text, words) {
    const parts = words.filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    if (!parts.length) return [text];
    return text.split(new RegExp(`(${parts.join("|")})`, "giu")).map((part, n) => (n % 2 ? make("mark", {}, part) : part));
  }

  function item(entry, words) {
    const chinese = entry.syllables ? { lang: "zh-Hans" } : {};
    const name = entry.kind === "hashtag" ? `#${entry.label}#` : entry.label;
    const link = make("a", { href: new URL(entry.path, root) }, make("b", chinese, ...marked(name, words)));
    if (entry.pinyin) link.append(" ", make("i", { lang: "zh-Latn-pinyin" }, ...marked(entry.pinyin, words)));
    if (entry.english) link.append(" ", make("span", {}, ...marked(entry.english, entry.words || words)));
    return make("li", {}, link);
  }

  const opened = new Set(); // kinds of which all results are shown
  /** A button for the results that are kept back at first. */
  function more(items, kind) {
    if (items.length <= SHOWN || opened.has(kind)) return [];
    const button = make("button", { type: "button" }, `${items.length - SHOWN} more`);
    button.addEventListener("click", () => {
      opened.add(kind);
      items.forEach((one) => { one.hidden = false; });
      items[SHOWN].firstChild.focus();
      button.remove();
    });
    return [button];
  }

  function show(query, found, corrected, unread = 0) {
    const words = [query.text, ...query.words, ...corrected], on = list.contains(document.activeElement) && document.activeElement.href;
    const best = (kind) => Math.min(...found.filter((one) => one.kind === kind && "fit" in one).map((one) => Math.floor(one.fit)));
    // What fits best comes first; the text of articles, which is found later, comes last and moves nothing.
    const groups = [...GROUPS].sort(([a], [b]) => best(a) - best(b) || 0).flatMap(([kind, title]) => {
      const these = found.filter((one) => one.kind === kind);
      const paths = new Map(these.map((one) => [kind === "article" ? one.path.split("#")[0] : one.path, one])); // a later one, with its context, replaces an earlier
      if (!paths.size) return [];
      const items = [...paths.values()].map((one) => item(one, words));
      items.forEach((one, n) => { one.hidden = n >= SHOWN && !opened.has(kind); });
      return [make("section", {}, make("h2", {}, title), make("ul", {}, ...items), ...more(items, kind))];
    });
    list.replaceChildren(status, ...groups);
    if (on) [...list.querySelectorAll("a")].find((one) => one.href === on)?.focus();
    const total = list.querySelectorAll("li").length + unread;
    const said = total ? `${total} result${total === 1 ? "" : "s"} for “${query.text}”` : `Nothing found for “${query.text}”`;
    status.textContent = corrected.length && total ? `${said}, read as ${corrected.slice(0, 3).join(", ")}` : said;
    if (location.protocol === "file:")
      status.textContent += ". The text of articles is searched only where a web server stands behind the page: "
        + "a browser lets a page opened from a folder read no other file.";
  }

  let turn = 0;
  async function run() {
    const mine = ++turn;
    opened.clear();
    const query = read(box.value);
    if (!query.words.length) { list.replaceChildren(status); status.textContent = ""; return; }
    let answer = { found: [], more: 0, corrected: [] };
    try { answer = await ask(query); } catch (problem) { console.warn(problem); }
    if (mine !== turn) return;
    show(query, answer.found, answer.corrected, answer.more);
    await new Promise((resolve) => { setTimeout(resolve, PAUSE); });
    if (mine !== turn) return;
    const pages = await fullText(query, answer.found).catch((problem) => { console.warn(problem); return []; });
    if (mine !== turn) return;
    if (pages.length) show(query, [...answer.found, ...pages], answer.corrected, answer.more);
    if (!answer.more) return;
    const rest = await answer.rest(); // what many share a query with is read last, behind the button
    if (mine === turn) show(query, [...answer.found, ...rest, ...pages], answer.corrected);
  }

  // ---- keys ----------------------------------------------------------------------------------
  form.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") step(event, 1);
    if (event.key === "Enter" && event.target === box) { event.preventDefault(); list.querySelector("a")?.click(); }
    if (event.key === "Escape" && box.value) { event.preventDefault(); box.value = ""; run(); box.focus(); }
  });
  list.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") step(event, 1);
    if (event.key === "ArrowUp") step(event, -1);
    if (event.key === "Escape") box.focus();
  });
  function step(event, by) {
    const stops = [box, ...list.querySelectorAll("li:not([hidden]) a, button")];
    const next = stops[stops.indexOf(document.activeElement) + by];
    if (next) { event.preventDefault(); event.stopPropagation(); next.focus(); }
  }

  box.addEventListener("focus", () => load("tree").catch(() => {}), { once: true });
  box.addEventListener("input", () => { run(); });
  document.addEventListener("click", (event) => { // results that hang over the page go away as a menu does
    if (form.contains(list) && !form.contains(event.target)) list.replaceChildren(status), (status.textContent = "");
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) { box.value = asked; run(); }
})();
