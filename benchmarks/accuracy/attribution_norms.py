"""
The norms of ordinary news that the rules UNS301 to UNS303 compare with.

    python -m benchmarks.accuracy.attribution_norms ARTICLES.jsonl.xz [STEP]

Prints percentiles, over every STEP-th article of at least 150 words, of empty emphasis and unnamed
sources per 1,000 words and of the share of sentences that name the act of saying.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterator

from credcheck.support.attribution import empty_emphasis, is_attributed, unnamed_sources
from credcheck.support.sentences import sentences

LEAST_WORDS = 150
PERCENTILES = (1, 5, 10, 50, 90, 95, 99, 99.5)


def texts(path: str, step: int) -> Iterator[str]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % step == 0:
                yield json.loads(line)["text"]


def measured(text: str) -> tuple[float, float, float] | None:
    words = len(text.split())
    found = sentences(text)
    if words < LEAST_WORDS or not found:
        return None
    share = sum(is_attributed(text, s) for s in found) / len(found)
    thousand = words / 1000
    emphasis = sum(1 for _ in empty_emphasis(text)) / thousand
    return emphasis, sum(1 for _ in unnamed_sources(text)) / thousand, share


def main(path: str, step: int) -> None:
    rows = [row for text in texts(path, step) if (row := measured(text))]
    print(len(rows), "articles")
    for name, values in zip(
        ("emphasis", "unnamed", "attributed"), zip(*rows, strict=True), strict=True
    ):
        ranked = sorted(values)
        at = {
            p: round(ranked[min(len(ranked) - 1, int(len(ranked) * p / 100))], 3)
            for p in PERCENTILES
        }
        print(name, at)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20)
