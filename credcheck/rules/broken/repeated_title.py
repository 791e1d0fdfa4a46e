"""
Find a headline that stands twice at the top, or comes back as a line of its own.

## Why it matters
A page shows its headline as title, as heading and as link; a careless copy keeps them all.

## When it is wrong
Songs and poems repeat their lines; a line among other short lines is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from credcheck.rules.broken._furniture import article_lines
from credcheck.rules.broken._lines import Line, folded, whole_line
from credcheck.types import Edit, Match, Prose, Rule, Span

# A headline of fewer words may well come back as a subheading.
MIN_WORDS = 3
MIN_WORDS_AFAR = 4
MIN_WORDS_GLUED = 6
# The top of an article: title, site title, summary, byline, date, and the copies of the title.
TOP_LINES = 6

_SITE = re.compile(r"\s*[|–—»:-]\s*[^\s].{1,40}")


def find(prose: Prose) -> Iterable[Match]:
    """Copies of a headline."""
    rows = article_lines(prose.text)
    if not any(line.is_prose for line in rows):
        return
    yield from _copies(rows)
    yield from _glued(rows)
    yield from (match for line in rows[:TOP_LINES] for match in _doubled(line))


def _copies(rows: Sequence[Line]) -> Iterator[Match]:
    """Lines that are the headline again, or the line before them again."""
    titles: dict[str, int] = {}
    top = next(place for place, line in enumerate(rows) if line.is_prose)
    before = ""
    for place, line in enumerate(rows):
        key = folded(line.text)
        if _may_be_title(line) and (key == before or _stood_at_top(key, line, titles)):
            if key != before or not _in_verse(rows, place):
                # Far below it may head the second page of the same leaflet.
                is_near = key == before or place <= TOP_LINES
                found = whole_line(line, line.text)
                yield found if is_near else replace(found, severity="warning")
        elif place < min(top, TOP_LINES) and _may_be_title(line) and not _in_verse(rows, place):
            titles.setdefault(key, place)
        before = key


def _may_be_title(line: Line) -> bool:
    is_whole = not line.text.endswith((".", ":", ";", ",", "continued"))
    return MIN_WORDS <= len(line.words) <= 30 and is_whole


def _stood_at_top(key: str, line: Line, titles: dict[str, int]) -> bool:
    if len(line.words) < MIN_WORDS_AFAR:
        return False
    return key in titles or any(
        (title.startswith(key) and _SITE.fullmatch(title[len(key) :]) is not None)
        or (key.startswith(title) and _SITE.fullmatch(key[len(title) :]) is not None)
        for title in titles
    )


def _in_verse(rows: Sequence[Line], place: int) -> bool:
    """True if the lines round about are short too: a poem, a list."""
    following = rows[place + 1 : place + 4]
    return len(following) == 3 and not any(line.is_prose for line in following)


def _glued(rows: Sequence[Line]) -> Iterator[Match]:
    """The headline again at the beginning of the paragraph that follows it."""
    for title, line in pairwise(rows[: TOP_LINES + 1]):
        size = len(title.text)
        if len(title.words) < MIN_WORDS_GLUED or title.is_closed or len(line.text) < size + 40:
            continue
        rest = line.text[size:].lstrip(" \t-–—:|.")
        if folded(line.text[:size]) == folded(title.text) and rest[:1].isupper():
            start = line.span.start
            span = Span(start, start + size)
            cut = Edit(Span(start, line.span.end - len(rest)), "", "", "unsafe")
            yield Match(span, (title.text,), (cut,))


def _doubled(line: Line) -> Iterator[Match]:
    """A line that says itself twice."""
    half = len(line.words) // 2
    if line.is_closed or half < MIN_WORDS_AFAR or half * 2 != len(line.words):
        return
    if folded(" ".join(line.words[:half])) == folded(" ".join(line.words[half:])):
        start = line.text.index(line.words[half], len(" ".join(line.words[:half])) - 1)
        span = Span(line.span.start + start, line.span.end)
        before = line.span.start + len(line.text[:start].rstrip())
        cut = Edit(Span(before, span.end), "", "", "unsafe")
        yield Match(span, (" ".join(line.words[half:]),), (cut,))


RULE = Rule(
    code="BRK405",
    name="repeated-title",
    severity="error",
    message="the headline stands here again: “{}”",
    find=find,
    bad=(
        "Old Pier Closes After Rust Is Found\n\n[[Old Pier Closes After Rust Is Found]]\n\n"
        "The harbour board closed the old pier on Monday after an inspector found rust.",
        "Old pier closes after rust is found\n\n"
        "[[Old pier closes after rust is found | Harbour Post]]\n\n"
        "The harbour board closed the old pier on Monday after an inspector found rust.",
        "Old pier closes after rust is found in its legs\n"
        "[[Old pier closes after rust is found in its legs]] The harbour board closed the pier on "
        "Monday after an inspector had looked at it.",
        "Old pier closes after rust is found\n\nThe harbour board closed the old pier on Monday "
        "after an inspector found rust.\n\n[[Old pier closes after rust is found]]\n\nRepairs will "
        "take until the autumn, the engineer of the board said.",
    ),
    good=(
        "Row, row, row your boat\nRow, row, row your boat\nGently down the stream\nMerrily, "
        "merrily\nLife is but a dream\nThe song was sung by nine hundred children on the quay.",
        "Old pier closes\n\nThe harbour board closed the old pier on Monday after an inspector "
        "found rust.\n\nThe Post's headline, “Old pier closes”, was premature, he said.",
        "Old pier closes after rust is found\n\nThe harbour board closed the old pier on Monday "
        "after an inspector found rust.\n\nOld pier closes after rust is found - continued\n\nIt "
        "will be shut until the engineer of the board has put four new legs under it.",
        "Old pier closes after rust is found\n\nOld pier closes after rust is found in two of its "
        "legs, and the ferry has to leave from the fish quay until autumn.",
    ),
    languages=("*",),
)
