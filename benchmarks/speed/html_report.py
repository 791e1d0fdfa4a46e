"""
How fast a browser opens the HTML report, and how fast it answers.

    python benchmarks/speed/html_report.py [FILES] [FINDINGS]

Texts are made here: sentences put together from a small stock, damaged in the ways that the rules
know, some passages shared between files. They are scanned, and the page is opened in a headless
Chromium, which measures itself. Nothing is loaded from anywhere.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from credcheck.check import check
from credcheck.engines.local import LocalEngine
from credcheck.report.formats import html
from credcheck.report.rows import View
from credcheck.report.style import Style
from credcheck.report.view import view
from credcheck.settings import Settings

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FILES, FINDINGS = 200, 5_000
WAIT_SECONDS = 90
# Parts of a sentence, in their order.
PARTS = (
    ("The harbour board", "A spokesman for the mill", "The county", "Two growers", "The ferry"),
    ("said it would repair", "wants to close", "has bought", "argued over", "rents out"),
    ("the old weir", "a row of sheds", "the upper lock", "forty boats", "the road to the quay"),
    ("before the winter", "on Tuesday", "in the spring of 2024", "after the vote", "for a year"),
    ("because the walls are wet", "to save 300 jobs", "since the price fell", "as planned"),
)
DAMAGES = (" , ", ".Then ", " < / p > ", " thatthe ", " .", " &amp;amp; ", " andthe ", " < br > ")
MEASURES = """<script>
addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(async () => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
  const form = document.getElementById("filters");
  const timed = async (name, act) => {
    const start = performance.now();
    act();
    await drawn();
    out.push(name + "=" + Math.round(performance.now() - start));
  };
  const sent = (field, value) => { form[field].value = value;
    form[field].dispatchEvent(new Event("input", { bubbles: true })); };
  const key = (name) => document.dispatchEvent(
    new KeyboardEvent("keydown", { key: name, bubbles: true }));
  const navigation = performance.getEntriesByType("navigation")[0];
  const painted = performance.getEntriesByName("first-contentful-paint")[0];
  const out = ["ready=" + Math.round(navigation.domContentLoadedEventEnd),
    "painted=" + Math.round(painted ? painted.startTime : -1),
    "settled=" + Math.round(performance.now()),
    "nodes=" + document.getElementsByTagName("*").length];
  await timed("severity", () => sent("severity", "error"));
  await timed("search", () => sent("words", "quay"));
  await timed("cleared", () => { form.severity.value = ""; sent("words", ""); });
  await timed("restored", () => key("r"));
  await timed("one file", () => sent("file", "file7"));
  await timed("all files", () => sent("file", ""));
  await timed("note", () => document.querySelector("mark").click());
  await timed("next", () => key("j"));
  await timed("next again", () => key("j"));
  await timed("end", () => scrollTo(0, document.body.scrollHeight));
  console.log("measured " + out.join(";"));
})));
</script>"""


def main(files: int, findings: int) -> None:
    """Make the texts, scan them, open the page, print what was measured."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for number in range(files):
            text = article(random.Random(number), round(1.9 * findings / files))
            (folder / f"story-{number:03}.txt").write_text(text, encoding="utf-8")
        rows = limited(view(check([str(folder)], Settings(), LocalEngine())), findings)
        start = time.perf_counter()
        page = "".join(html.render(rows, Style()))
        seconds = time.perf_counter() - start
        shown, size = len(rows.shown()), len(page.encode()) / 1e6
        print(f"{len(rows.files):,} files, {shown:,} findings, {len(rows.alignments):,} passages")
        print(f"{'written in':12} {seconds:8.2f} s, {size:.1f} MB")
        target = Path(made, "report.html")
        target.write_text(page.replace("</body>", f"{MEASURES}</body>"), encoding="utf-8")
        for name, value in opened(target):
            unit = "elements" if name == "nodes" else "ms"
            print(f"{name:12} {int(value):8,} {unit}")


def article(chance: random.Random, damages: int) -> str:
    """Forty sentences in paragraphs, so many of them damaged."""
    sentences = [" ".join(map(chance.choice, PARTS)) + "." for _ in range(40)]
    for place in chance.sample(range(40), min(40, damages)):
        words = sentences[place].split(" ")
        cut = chance.randrange(2, len(words) - 2)
        damage = chance.choice(DAMAGES)
        sentences[place] = " ".join(words[:cut]) + damage + " ".join(words[cut:])
    paragraphs = (sentences[start : start + 4] for start in range(0, 40, 4))
    return "\n\n".join(map(" ".join, paragraphs)) + "\n"


def limited(rows: View, findings: int) -> View:
    """The same report with so many findings at most, for a round figure."""
    return replace(rows, findings=rows.shown()[:findings])


def opened(page: Path) -> Iterator[tuple[str, str]]:
    """What the browser says of itself, name and value."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise SystemExit("no Chromium here: install Debian's package `chromium`")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr"]
    command += ["--window-size=1280,900", "--remote-debugging-port=0", page.as_uri()]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, errors="replace") as running:
        started = time.monotonic()
        for line in running.stderr or ():
            found = re.search(r"measured ([^\"]+)", line)
            if found or time.monotonic() - started > WAIT_SECONDS:
                running.terminate()
                break
    if not found:
        raise SystemExit("the page did not say what it measured")
    yield from (tuple(pair.split("=")) for pair in found[1].split(";"))  # type: ignore[misc]


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*(given + [FILES, FINDINGS][len(given) :]))
