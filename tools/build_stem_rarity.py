"""
Build credcheck/lexicons/stem_rarity.tsv: how rare each common stem is in news English.

    python tools/build_stem_rarity.py OUTPUT INPUT.jsonl.xz...

Each input holds one JSON record a line with the article in the field "text". The figure is the
inverse document frequency, ln(documents / documents with the stem), to one decimal, of the
MOST_STEMS commonest stems. A stem that is not listed is rarer than all of them.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from credcheck.support.folding import folded

MOST_STEMS = 8_000
# One article in so many is read: 5,000 articles give the first decimal of a common stem.
STEP = 7
WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")


def documents(paths: Iterable[Path]) -> Iterator[str]:
    """Every STEP-th article of every input."""
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number % STEP == 0:
                    yield json.loads(line)["text"]


def rarities(texts: Iterable[str]) -> list[tuple[str, float]]:
    """Stems and their inverse document frequency, commonest first."""
    count: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        count.update({folded(word) for word in WORD.findall(text)} - {""})
    ranked = sorted(count.items(), key=lambda item: (-item[1], item[0]))[:MOST_STEMS]
    return [(stem, round(math.log(total / found), 1)) for stem, found in ranked]


HEADER = """\
# Stems of news English and the natural log of one over the share of articles that hold them.
# Source: counted by tools/build_stem_rarity.py over {articles} news articles (United States,
# Pakistan, United Kingdom, Australia); document counts only. Licence: CC0-1.0. Date: 2026-11.
"""


def main() -> None:
    """Read the inputs, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("inputs", type=Path, nargs="+")
    arguments = parser.parse_args()
    texts = list(documents(arguments.inputs))
    lines = [f"{stem}\t{rarity}\n" for stem, rarity in rarities(texts)]
    header = HEADER.format(articles=f"{len(texts):,}")
    arguments.output.write_text(header + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
