"""
Find page data glued to the first sentence: a date, a byline, an agency tag.

## Why it matters
A sentence that begins “date 2024-03-11 The board has ...” shows that a page was scraped without
care, and it misleads whatever reads the sentence.

## When it is wrong
Datelines (“ISLAMABAD (Reuters) -”), bylines and dates on lines of their own are good journalism and
left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from credcheck.rules.broken import _furniture
from credcheck.rules.broken._lines import Line, lines
from credcheck.rules.broken._page_data import DATED, NAME, TYPED_BY, head
from credcheck.types import Edit, Match, Prose, Rule, Span

# Residue stands where the page's head ran into the text.
HEAD_LINES = 6
_KEY = re.compile(
    r"(?:title|author|byline|headline|slug|tags|category|categories|source|id|url|lang)\s?:\s(?=\S)"
)


def find(prose: Prose) -> Iterable[Match]:
    """Page data at the head of the first lines."""
    text = prose.text
    known = {piece.span for piece in _furniture.pieces(text)}
    rows = [line for line in lines(text)[:HEAD_LINES] if line.span not in known]
    if sum(DATED.match(line.text) is not None for line in rows) > 1:
        return
    for line in rows:
        yield from _in_line(line)


def _in_line(line: Line) -> Iterator[Match]:
    size, leads_in = head(line.text)
    rest = line.text[size:]
    if not rest.strip():
        is_typed = TYPED_BY.search(line.text) is not None
        yield from [_cut(line, len(line.text), line.after)] if size and is_typed else []
    elif leads_in:
        yield _cut(line, len(line.text[:size].rstrip(" |•·/\t")), line.span.start + size)
    elif len(_KEY.findall(line.text)) > 1:
        keys = list(_KEY.finditer(line.text))
        yield from _keyed(line, keys)


def _keyed(line: Line, keys: Sequence[re.Match[str]]) -> Iterator[Match]:
    """ "title: ... author: Name Surname The first sentence"."""
    if keys[0].start() > 0:
        return
    value = re.compile(rf"(?:{NAME}\s){{1,2}}?(?=(?:The|A|An|In|On)\s|[A-Z][\w’']+\s[a-z])")
    named = value.match(line.text, keys[-1].end())
    if named:
        size = len(line.text[: named.end()].rstrip())
        yield _cut(line, size, line.span.start + named.end())


def _cut(line: Line, size: int, end: int) -> Match:
    start = line.span.start
    taken = Edit(Span(start, end), "", "", "unsafe")
    return Match(Span(start, start + size), (line.text[:size],), (taken,))


RULE = Rule(
    code="BRK501",
    name="residue",
    severity="warning",
    message="page data run into the text: “{}”",
    find=find,
    bad=(
        "[[date 2024-05-03]] The harbour board has closed the old pier after rust was found.",
        "[[Posted on May 3, 2024]] The harbour board has closed the old pier after rust was found.",
        "[[2024-05-03 10:32:00]] The harbour board has closed the old pier after rust was found.",
        "[[3 hours ago]] The harbour board has closed the old pier after rust was found.",
        "[[By Jane Whitmore]] The harbour board has closed the old pier after rust was found.",
        "[[By Jane WhitmorePublished: 09:14, 3 May 2024]]The board has closed the old pier.",
        "[[Written by Jane Whitmore, Edited by Web Desk, Updated: May 4, 2024, 5:05 pm IST]] The "
        "board has closed the old pier.",
        "[[Image SourceGetty Images]]The harbour board has closed the old pier, where rust is.",
        "[[(Reuters)]]The harbour board has closed the old pier after rust was found.",
        "[[By Ann Petch in Port Ellis]]The harbour board has closed the old pier for good.",
        "[[BY STAFF REPORTER]]The harbour board has closed the old pier after rust was found.",
    ),
    good=(
        "PORT ELLIS (Reuters) - The harbour board has closed the old pier after rust was found.",
        "May 3, 2024\n\nThe harbour board has closed the old pier after rust was found.",
        "By Jane Whitmore\n\nThe harbour board has closed the old pier after rust was found.",
        "On 3 May 2024 the harbour board closed the old pier after rust was found.",
        "Port Ellis, May 3 (ANI): The harbour board has closed the old pier after rust was found.",
        "Reuters reported on Monday that the harbour board had closed the old pier.",
        "Reuters/Harbour Post counts say that nine in ten of the islanders want the pier back.",
    ),
    is_furniture=True,
)
