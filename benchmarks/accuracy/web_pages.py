"""
How much of an article is found in its web page, and how much else.

    python benchmarks/accuracy/web_pages.py FOLDER

FOLDER holds `ground-truth.json`, an object of page name -> {"articleBody": text}, and
`pages/NAME.html.gz` (or `html/NAME.html.gz`, as in the article-extraction-benchmark of
Scrapinghub). Measured as there: words are runs of letters and digits, four words in a row are a
shingle, shingles are counted as often as they occur; precision and recall are means over pages,
F1 is made of the two means.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import mean, quantiles

from credcheck.read.files import FoundFile
from credcheck.read.pages import page

SHINGLE_WORDS = 4
RESAMPLES = 1000
TOLD = ("title", "byline", "date", "site")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one page: precision (None if nothing was extracted), recall (None if nothing is there)."""

    name: str
    precision: float | None
    recall: float | None


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    count = max(1, len(words) - SHINGLE_WORDS + 1) if words else 0
    return Counter(tuple(words[i : i + SHINGLE_WORDS]) for i in range(count))


def outcome(name: str, expected: str, extracted: str) -> Outcome:
    wanted, found = shingles(expected), shingles(extracted)
    both = sum((wanted & found).values())
    precision = both / sum(found.values()) if found else None
    recall = both / sum(wanted.values()) if wanted else None
    if not wanted and not found:
        return Outcome(name, 1.0, 1.0)
    return Outcome(name, precision, recall)


def figures(outcomes: Iterable[Outcome]) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    pages = list(outcomes)
    precision = mean(p.precision for p in pages if p.precision is not None)
    recall = mean(p.recall for p in pages if p.recall is not None)
    return precision, recall, 2 * precision * recall / (precision + recall)


def interval(outcomes: list[Outcome]) -> tuple[float, float]:
    """The middle 95 % of F1 over pages drawn again and again."""
    random = Random(0)
    drawn = (random.choices(outcomes, k=len(outcomes)) for _ in range(RESAMPLES))
    cuts = quantiles((figures(pages)[2] for pages in drawn), n=40)
    return cuts[0], cuts[-1]


def pages(folder: Path) -> Iterator[tuple[str, str, bytes]]:
    """Name, expected article and source of every page."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    sources = next(one for one in (folder / "pages", folder / "html") if one.is_dir())
    for name in sorted(truth):
        source = gzip.decompress((sources / f"{name}.html.gz").read_bytes())
        yield name, truth[name].get("articleBody", ""), source


def main(folder: Path) -> None:
    outcomes: list[Outcome] = []
    told: Counter[str] = Counter()
    size = blocks = 0
    page(FoundFile("warm.html", None, "html"), b"<p>Load what is loaded once.</p>")
    seconds = 0.0
    for name, expected, source in pages(folder):
        start = time.process_time()
        document = page(FoundFile(f"{name}.html", None, "html"), source)
        seconds += time.process_time() - start
        size += len(source)
        outcomes.append(outcome(name, expected, document.raw))
        told.update(key for key in TOLD if getattr(document.meta, key) is not None)
        told.update(fault.rule for fault in document.faults)
        blocks += len(document.source.blocks)
    precision, recall, f1 = figures(outcomes)
    low, high = interval(outcomes)
    print(f"{len(outcomes)} pages: precision {precision:.4f}, recall {recall:.4f}, F1 {f1:.4f}")
    print(f"F1, 95 % of resamples: {low:.4f} to {high:.4f}")
    print("pages with " + ", ".join(f"{key} {told[key]}" for key in sorted(told)))
    print(f"blocks with their place in the page: {blocks}")
    print(f"{1000 * seconds / len(outcomes):.1f} ms a page, {size / seconds / 1e6:.1f} MB/s")
    print("worst pages:")
    for one in sorted(outcomes, key=lambda o: (o.precision or 0) + (o.recall or 0))[:5]:
        print(f"  {one.name[:12]}  {one.precision or 0:.2f}  {one.recall or 0:.2f}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
