"use strict";
// The annotation editor: select words in an article, write a note, save it under content/annotations/.
// It is loaded by `site-builder serve --edit` only, and never stands in a built site. It sends the words
// and a little of what stands around them, never offsets: a browser counts in UTF-16, the program in code points.
(() => {
  const token = document.querySelector('meta[name="edit-token"]')?.content;
  const slug = decodeURIComponent(location.pathname).match(/\/articles\/([^/]+)\/(?:index\.html)?$/)?.[1];
  const article = document.querySelector("article.article");
  if (!token || !slug || !article) return;

  const CONTEXT = 40; // characters before and after a quote that are sent with it
  const NOT_TEXT = "sup, aside, rt, rp, script, style, a.back"; // what the page adds to the author's words
  const KINDS = ["note", "correction", "context", "translation", "reading", "question"];
  const address = `/-/notes/${encodeURIComponent(slug)}`;
  let known = { base: "", notes: [] };
  let quoted = null; // the words that the open form is about
  let opener = null; // what had the focus before the form opened

  const make = (tag, more = {}, ...inside) => {
    const element = Object.assign(document.createElement(tag), more);
    element.append(...inside);
    return element;
  };

  // ── the words that are selected ─────────────────────────────────────────────────────────────────

  const textNodes = (field) => {
    const accept = (node) =>
      node.parentElement.closest(NOT_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
    const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT, accept);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };

  const line = (text, side) => {
    const parts = text.split("\n");
    const near = Array.from(side === "before" ? parts.at(-1) : parts[0]);
    return (side === "before" ? near.slice(-CONTEXT) : near.slice(0, CONTEXT)).join("");
  };

  const quoteOf = (range) => {
    const at = range.startContainer.nodeType === Node.TEXT_NODE ? range.startContainer.parentElement : range.startContainer;
    const field = at.closest?.("h1, .dek, .text");
    if (!field || !article.contains(field)) return null;
    let before = "", exact = "", after = "";
    for (const node of textNodes(field)) {
      const whole = node.data;
      if (!range.intersectsNode(node)) {
        if (exact) after += whole; else before += whole;
        continue;
      }
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : whole.length;
      if (!exact) before += whole.slice(0, from);
      exact += whole.slice(from, to);
      after = whole.slice(to);
    }
    const trimmed = exact.trim();
    if (!trimmed || trimmed.includes("\n")) return null;
    const start = exact.indexOf(trimmed);
    return {
      quote: trimmed,
      prefix: line(before + exact.slice(0, start), "before"),
      suffix: line(exact.slice(start + trimmed.length) + after, "after"),
    };
  };

  const selected = () => {
    const selection = getSelection();
    if (selection.rangeCount && !selection.isCollapsed) return quoteOf(selection.getRangeAt(0));
    const word = document.activeElement?.closest?.("article.article a[lang], article.article [lang] > a");
    if (!word) return null;
    const range = document.createRange();
    range.selectNodeContents(word);
    return quoteOf(range);
  };

  // ── the form ────────────────────────────────────────────────────────────────────────────────────

  const field = (name, label, control) => {
    control.id = `edit-${name}`;
    control.name = name;
    return make("div", { className: "edit-field" }, make("label", { htmlFor: control.id, textContent: label }), control);
  };
  const kind = make("select", {}, ...KINDS.map((value) => make("option", { value, textContent: value })));
  const words = make("blockquote", { id: "edit-quote" });
  const said = make("p", { id: "edit-said", role: "status" });
  const save = make("button", { type: "submit", textContent: "Save" });
  const removal = make("button", { type: "button", textContent: "Delete", className: "edit-delete", hidden: true });
  const cancel = make("button", { type: "button", textContent: "Cancel" });
  const form = make(
    "form", { method: "dialog" },
    make("h2", { id: "edit-title", textContent: "A note on" }), words,
    field("kind", "Kind", kind),
    field("reading", "Reading (pinyin)", make("input", { autocomplete: "off", spellcheck: false })),
    field("gloss", "Meaning", make("input", { autocomplete: "off" })),
    field("note", "Note", make("textarea", { rows: 5 })),
    field("by", "Your name", make("input", { autocomplete: "name" })),
    said, make("div", { className: "edit-buttons" }, save, cancel, removal),
  );
  const dialog = make("dialog", { className: "edit-dialog" }, form);
  dialog.setAttribute("aria-labelledby", "edit-title");
  document.body.append(dialog);

  const open = (note) => {
    quoted = note;
    opener = document.activeElement;
    words.textContent = note.quote;
    for (const name of ["kind", "reading", "gloss", "note", "by"]) form.elements[name].value = note[name] ?? "";
    if (!note.kind) kind.value = "note";
    if (!note.by) form.elements.by.value = localStorage.getItem("edit-by") ?? "";
    said.textContent = "";
    removal.hidden = !note.id;
    dialog.showModal();
    form.elements.note.focus();
  };

  const send = async (action) => {
    const note = { id: quoted.id ?? "", quote: quoted.quote, prefix: quoted.prefix ?? "", suffix: quoted.suffix ?? "" };
    for (const name of ["kind", "reading", "gloss", "note", "by"]) note[name] = form.elements[name].value;
    localStorage.setItem("edit-by", note.by);
    said.textContent = "Saving…";
    save.disabled = removal.disabled = true;
    try {
      const answer = await fetch(address, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Edit-Token": token },
        body: JSON.stringify({ article: slug, base: known.base, action, note }),
      });
      const body = await answer.json().catch(() => ({ message: "The preview has been restarted. Reload this page." }));
      said.textContent = answer.ok ? "Saved." : body.message;
      if (answer.ok) { known.base = body.base; dialog.close(); } else if (body.field) form.elements[body.field]?.focus();
    } catch {
      said.textContent = "The preview does not answer. Is it still running?";
    } finally {
      save.disabled = removal.disabled = false;
    }
  };

  form.addEventListener("submit", (event) => { event.preventDefault(); send("save"); });
  cancel.addEventListener("click", () => dialog.close());
  removal.addEventListener("click", () => send("remove"));
  dialog.addEventListener("close", () => opener?.focus?.());

  // ── the way in: a button at the selection, a key, a button on each note ─────────────────────────────

  const button = make("button", { type: "button", className: "edit-add", textContent: "✎ Note", hidden: true });
  button.title = "Write a note on these words (key: n)";
  document.body.append(button);
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
  button.addEventListener("click", () => { const quote = selected(); if (quote) open(quote); });

  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const quote = dialog.open || selection.isCollapsed || !selection.rangeCount ? null : quoteOf(selection.getRangeAt(0));
    button.hidden = !quote;
    if (!quote) return;
    const box = selection.getRangeAt(0).getBoundingClientRect();
    button.style.left = `${Math.max(4, box.left + scrollX)}px`;
    button.style.top = `${Math.max(4, box.top + scrollY - 40)}px`;
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "n" || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
    const quote = selected();
    if (quote) { event.preventDefault(); open(quote); }
  });

  // Chinese words are links: let people select in them, and not leave the page when they have.
  for (const link of article.querySelectorAll("h1 a, .dek a, .text a")) link.draggable = false;
  article.addEventListener("click", (event) => {
    if (event.target.closest("a") && !getSelection().isCollapsed) event.preventDefault();
  }, true);

  fetch(address).then((answer) => answer.json()).then((answer) => {
    known = answer;
    for (const note of known.notes) {
      const place = document.getElementById(`note-${note.id}`);
      const edit = make("button", { type: "button", className: "edit-note", textContent: "Edit" });
      edit.setAttribute("aria-label", `Edit the note on ${note.quote}`);
      edit.addEventListener("click", () => open(note));
      place?.append(edit);
    }
  });
})();
