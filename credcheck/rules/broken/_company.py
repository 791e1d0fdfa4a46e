"""
Lines that are furniture by their company: what a label heads, and what stands amid furniture.

A headline of another story, a name of a section and a sum of money say nothing of the page they
are on. Below "Related stories" and between two boxes at the foot of the page they are part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from credcheck.rules.broken._line_signs import TELLS
from credcheck.rules.broken._lines import Line

LABEL_WORDS_MAX = 5
HEADLINE_WORDS_MAX = 25
# Amid an article one line below a label may be a heading of its own, two are a list, and many are
# what the article itself lists.
RUN_MIN, RUN_MAX = 2, 8
RUN_WORDS_MAX = 16
# A foot of a page has so many lines that are sure, and no longer gaps between them than this.
FOOT_MIN = 3
GAP_MAX = 4
GAP_WORDS_MAX = 8

# Who wrote it and when is part of the article wherever it stands.
_SIGNED = re.compile(
    r"(?:By|From|Reporting by|Written by|Editing by|Source)\b|.{0,12}\b(?:19|20)\d\d\b|-+$|[*#_ ]+$"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\w")
# "The Sea, the Sea by Iris Murdoch": a list of works is the article's.
_WORK = re.compile(r"\sby\s[A-Z]|[“”\"]")


def listed(rows: Sequence[Line], kinds: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Lines below "Related stories": headlines of other stories."""
    last = last_own(rows, kinds)
    place = 0
    while place < len(rows):
        if not _is_label(rows[place], kinds[place]):
            place += 1
            continue
        end = place + 1
        while end < len(rows) and not kinds[end] and _is_headline(rows[end], place > last):
            end += 1
        if place > last or RUN_MIN < end - place <= RUN_MAX:
            yield from ((number, "related") for number in range(place + 1, end))
        place = end


def _is_label(line: Line, kind: str) -> bool:
    return kind == "related" and len(line.words) <= LABEL_WORDS_MAX


def _is_headline(line: Line, is_at_foot: bool) -> bool:
    if line.is_closed:
        return False
    if is_at_foot:
        return len(line.words) <= HEADLINE_WORDS_MAX
    return (
        line.is_heading
        and LABEL_WORDS_MAX - 2 <= len(line.words) <= RUN_WORDS_MAX
        and _WORK.search(line.text) is None
    )


def between(rows: Sequence[Line], kinds: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Short lines between lines of furniture at the foot of the page, addresses beside one."""
    start = last_own(rows, kinds) + 1
    foot = [place for place in range(start, len(rows)) if kinds[place]]
    for place in range(start, len(rows)):
        beside = (*kinds[max(start, place - 1) : place], *kinds[place + 1 : place + 2])
        if not kinds[place] and any(beside) and _is_address(rows[place]):
            yield place, next(filter(None, beside))
    if len(foot) < FOOT_MIN:
        return
    for left, right in pairwise(foot):
        gap = range(left + 1, right)
        if len(gap) <= GAP_MAX and all(_is_scrap(rows[place]) for place in gap):
            yield from ((place, kinds[left]) for place in gap)


def _is_address(line: Line) -> bool:
    return _ADDRESS.match(line.text) is not None and len(line.words) <= GAP_WORDS_MAX


def _is_scrap(line: Line) -> bool:
    return (
        not line.is_closed
        and len(line.words) <= GAP_WORDS_MAX
        and _SIGNED.match(line.text) is None
        and TELLS.search(line.text) is None
    )


def last_own(rows: Sequence[Line], kinds: Sequence[str]) -> int:
    """The last line that reads like a paragraph of the article; their number if there is none."""
    own = (place for place in range(len(rows) - 1, -1, -1) if rows[place].is_prose)
    return next((place for place in own if not kinds[place]), len(rows))
