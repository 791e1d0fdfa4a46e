"""Which lines are a menu of the page: names of sections, on one line or one a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from credcheck.lexicons import entries
from credcheck.rules.broken._lines import Line

LISTED_MIN = 4
# "Home » News": the trail that leads to the page.
TRAIL_MIN = 3
_BETWEEN = re.compile(r"\s{0,3}(?:[|•·»›/]|\s>\s|\s[-–—]\s|\t|\s{2,4})\s{0,3}")


def menu_places(rows: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are a menu."""
    return frozenset((*_columns(rows), *(n for n, line in enumerate(rows) if _is_row(line))))


def sections(words: Iterable[str]) -> int:
    """How many of the words are names of sections and buttons."""
    known = _known()
    return sum(word.lower().strip(".,:&") in known for word in words)


def _known() -> frozenset[str]:
    return frozenset(entries("section_words"))


def _is_row(line: Line) -> bool:
    """A line of four items and more, most of them sections, and no sentence."""
    if line.is_closed or len(line.words) < TRAIL_MIN or len(line.words) > 60 or "," in line.text:
        return False
    items = [item for item in _BETWEEN.split(line.text) if item]
    if (
        items
        and items[0].lower() in ("home", "homepage")
        and len(items) > 1
        and len(line.words) <= 20
    ):
        return True
    if len(items) < LISTED_MIN:
        items = list(line.words)
        return (
            len(items) >= LISTED_MIN
            and all(word[:1].isupper() or word == "&" for word in items)
            and (sections(items) >= max(LISTED_MIN, 0.7 * len(items)))
        )
    return all(len(item.split()) <= 4 for item in items) and (
        sum(sections(item.split()) > 0 for item in items) >= 0.5 * len(items)
    )


def _columns(rows: Sequence[Line]) -> Iterator[int]:
    """Runs of four short lines and more, most of them names of sections."""
    run: list[int] = []
    for place in range(len(rows) + 1):
        if place < len(rows) and _may_be_item(rows[place]):
            run.append(place)
            continue
        if _is_column([rows[number] for number in run]):
            yield from run
        run = []


def _may_be_item(line: Line) -> bool:
    return len(line.words) <= 3 and line.text[0].isupper() and line.text[-1].isalnum()


def _is_column(run: Sequence[Line]) -> bool:
    named = sum(sections(line.words) > 0 for line in run)
    return len(run) >= LISTED_MIN and named >= 0.6 * len(run)
