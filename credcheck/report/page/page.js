"use strict";
(() => {
  const form = document.getElementById("filters");
  const cards = [...document.querySelectorAll(".card")];
  const allMarks = [...document.querySelectorAll("mark")];
  const files = [...document.querySelectorAll(".file")];
  const number = (card) => card.id.slice(1);
  const numbers = (mark) => mark.dataset.f.split(" ");
  const marks = new Map();
  for (const mark of allMarks) {
    for (const n of numbers(mark)) {
      if (!marks.has(n)) marks.set(n, []);
      marks.get(n).push(mark);
    }
  }
  const words = new Map();
  let here = -1;
  let visible = cards;

  // Only a search needs the words of a card, and only the first one has to gather them.
  function wordsOf(card) {
    if (!words.has(card)) {
      const quoted = (marks.get(number(card)) || []).map((mark) => mark.textContent).join("");
      words.set(card, (card.textContent + " " + quoted).toLowerCase());
    }
    return words.get(card);
  }

  function filter() {
    const code = form.code.value;
    const severity = form.severity.value;
    const file = form.file.value;
    const asked = form.words.value.trim().toLowerCase();
    const on = new Set();
    const kept = new Set();
    visible = cards.filter((card) => {
      const article = card.closest(".file");
      const wanted = (!code || card.dataset.code === code) &&
        (!severity || card.dataset.severity === severity) &&
        (!file || article.id === file) && (!asked || wordsOf(card).includes(asked));
      card.classList.toggle("is-hidden", !wanted);
      if (wanted) { on.add(number(card)); kept.add(article); }
      return wanted;
    });
    for (const mark of allMarks) {
      mark.classList.toggle("is-off", !numbers(mark).some((n) => on.has(n)));
    }
    const isAsked = Boolean(code || severity || asked);
    for (const one of files) {
      const wanted = file ? one.id === file : !isAsked || kept.has(one);
      one.classList.toggle("is-hidden", !wanted);
    }
    form.count.value = isAsked || file ? `${visible.length} of ${cards.length}` : "";
    here = -1;
    hide();
  }

  const note = document.createElement("div");
  note.id = "note";
  note.setAttribute("role", "status");
  note.hidden = true;
  document.body.append(note);
  let timer = 0;

  function tell(mark) {
    clearTimeout(timer);
    note.replaceChildren(...numbers(mark).map((n) => {
      const told = document.createElement("div");
      told.append(...[...document.getElementById("f" + n).cloneNode(true).childNodes]);
      return told;
    }));
    note.hidden = false;
    const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - note.offsetWidth - 12);
    const below = box.bottom + 6 + note.offsetHeight < innerHeight;
    const top = below ? box.bottom + 6 : Math.max(6, box.top - note.offsetHeight - 6);
    note.style.left = `${Math.max(8, left) + scrollX}px`;
    note.style.top = `${top + scrollY}px`;
  }
  function hide() { clearTimeout(timer); note.hidden = true; }

  function show(card, from) {
    for (const old of document.querySelectorAll(".is-here")) old.classList.remove("is-here");
    card.classList.add("is-here");
    const mine = marks.get(number(card)) || [];
    for (const mark of mine) mark.classList.add("is-here");
    here = visible.indexOf(card);
    if (from !== "mark" && mine[0]) {
      mine[0].focus({ preventScroll: true });
      mine[0].scrollIntoView({ block: "center" });
    }
    const list = card.parentElement;
    list.scrollTop += card.getBoundingClientRect().top - list.getBoundingClientRect().top - 40;
    if (from === "key" && !mine[0]) card.scrollIntoView({ block: "center" });
    hide();
  }

  function step(by) {
    if (!visible.length) return;
    const from = here < 0 && by < 0 ? 0 : here;
    show(visible[(from + by + visible.length) % visible.length], "key");
  }

  function restore() {
    if (form.restored) document.body.classList.toggle("is-restored", form.restored.checked);
  }

  form.addEventListener("input", (event) => {
    if (event.target.name === "restored") restore();
    else filter();
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (mark) {
      show(document.getElementById("f" + numbers(mark).at(-1)), "mark");
      return tell(mark);
    }
    const link = event.target.closest("a");
    if (link) return opened(link.hash);
    const card = event.target.closest(".card");
    if (card) show(card, "card");
    else if (!event.target.closest("#note")) hide();
  });
  document.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("mark");
    clearTimeout(timer);
    if (mark && !mark.classList.contains("is-off")) timer = setTimeout(tell, 150, mark);
    else if (!event.target.closest("#note")) timer = setTimeout(hide, 250);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("input, select, textarea");
    if (event.key === "Escape") { hide(); if (typing) event.target.blur(); }
    if (event.key === "Enter" && event.target.matches?.("mark")) event.target.click();
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "r" && form.restored) {
      form.restored.checked = !form.restored.checked;
      restore();
    } else if (event.key === "/") { event.preventDefault(); form.words.focus(); }
  });

  // A passage that is asked for is opened; on paper all are.
  function opened(hash) {
    const asked = /^#p[0-9a-f]+$/.test(hash) && document.getElementById(hash.slice(1));
    if (asked) asked.open = true;
  }
  addEventListener("hashchange", () => opened(location.hash));
  opened(location.hash);
  addEventListener("beforeprint", () => {
    for (const pair of document.querySelectorAll(".pair:not([open])")) {
      pair.open = true;
      pair.dataset.closed = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const pair of document.querySelectorAll(".pair[data-closed]")) {
      pair.open = false;
      delete pair.dataset.closed;
    }
  });
})();
