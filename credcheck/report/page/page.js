"use strict";
(() => {
  const form = document.getElementById("filters");
  const cards = [...document.querySelectorAll(".card")];
  const number = (card) => card.id.slice(1);
  const marks = new Map();
  for (const mark of document.querySelectorAll("mark")) {
    for (const n of mark.dataset.f.split(" ")) {
      if (!marks.has(n)) marks.set(n, []);
      marks.get(n).push(mark);
    }
  }
  let here = -1;
  let visible = cards;

  function filter() {
    const code = form.code.value;
    const severity = form.severity.value;
    const words = form.words.value.toLowerCase();
    const on = new Set();
    visible = cards.filter((card) => {
      const wanted = (!code || card.dataset.code === code) &&
        (!severity || card.dataset.severity === severity) &&
        (!words || card.dataset.words.includes(words));
      card.classList.toggle("is-hidden", !wanted);
      if (wanted) on.add(number(card));
      return wanted;
    });
    for (const mark of document.querySelectorAll("mark")) {
      mark.classList.toggle("is-off", !mark.dataset.f.split(" ").some((n) => on.has(n)));
    }
    const asked = code || severity || words;
    for (const file of document.querySelectorAll(".file")) {
      file.classList.toggle("is-hidden", Boolean(asked) && !file.querySelector(".card:not(.is-hidden)"));
    }
    form.count.value = asked ? `${visible.length} of ${cards.length}` : "";
    here = -1;
  }

  function show(card, from) {
    for (const old of document.querySelectorAll(".is-here")) old.classList.remove("is-here");
    card.classList.add("is-here");
    for (const mark of marks.get(number(card)) || []) mark.classList.add("is-here");
    here = visible.indexOf(card);
    const first = (marks.get(number(card)) || [])[0];
    if (from !== "mark" && first) first.scrollIntoView({ block: "center" });
    const list = card.parentElement;
    list.scrollTop = card.offsetTop - list.offsetTop - 40;
  }

  function step(by) {
    if (!visible.length) return;
    show(visible[(here + by + visible.length) % visible.length], "key");
  }

  form.addEventListener("input", (event) => {
    if (event.target.name === "restored") restore();
    else filter();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  function restore() { document.body.classList.toggle("is-restored", form.restored.checked); }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    if (mark) return show(document.getElementById("f" + mark.dataset.f.split(" ")[0]), "mark");
    const card = event.target.closest(".card");
    if (card) show(card, "card");
  });
  document.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("mark");
    if (mark && !mark.title) {
      mark.title = mark.dataset.f.split(" ").map((n) =>
        document.querySelector("#f" + n + " p").textContent).join("\n");
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Enter" && event.target.matches("mark, .card")) event.target.click();
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "r") { form.restored.checked = !form.restored.checked; restore(); }
    else if (event.key === "/") { event.preventDefault(); form.words.focus(); }
  });
})();
