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
from functools import cache

from credcheck.lexicons import entries
from credcheck.rules.broken import _furniture
from credcheck.rules.broken._lines import Line, lines
from credcheck.types import Edit, Match, Prose, Rule, Span

# Residue stands where the page's head ran into the text.
HEAD_LINES = 6
PARTS_MAX = 6
# What is left of the line must be a sentence.
SENTENCE_WORDS_MIN = 5

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s{1,2})?"
_DATE = (
    rf"{_DAY}(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s-]{_MONTH}[\s-],?\s?\d{{4}}"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}})"
)
_TIME = (
    r"(?:(?:T|[\s,|@-]{1,4}(?:at\s)?)\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d{1,6})?"
    r"(?:\s?[aApP]\.?[mM]\.?)?(?:\s?(?:Z|IST|PKT|PST|GMT|UTC|BST|EST|EDT|ET|PT"
    r"|[+-]\d{2}:?\d{2})\b)?)?"
)
_LABEL = (
    r"(?:date|dated|posted(?: on)?|(?:first |last )?(?:published|updated|modified)(?: on| at"
    r"| date)?"
    r"|pub ?date|created(?: on)?|time ?stamp|publish date|added|uploaded)"
)
_WHO = r"(?:admin(?:istrator)?|editor|webmaster|super ?user|web ?desk|news ?desk)"
_NAME = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w’'-]+"
_ROLE = (
    r"(?:,?\s(?:Staff|Senior|Special|Chief|Political|Our)?\s?"
    r"(?:Writer|Reporter|Correspondent|Editor))"
)
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:IST|PKT|GMT|UTC|BST|EST|EDT|ET|PT))?,?\s)?"
_LABELLED = re.compile(
    rf"(?i:{_LABEL}\s?:?\s{{0,2}}{_CLOCK}{_DATE}{_TIME}(?:\s(?:by|in)\s{_WHO}\b)?)"
)
_DATED = re.compile(rf"(?i:{_DATE}{_TIME})")
_AGO = re.compile(
    r"(?:(?i:posted|updated|published)\s)?\d{1,2}\s"
    r"(?:mins?|minutes?|hours?|hrs?|days?|weeks?|months?|years?)\sago(?:\son(?=\s))?"
)
# "By: Express News Service |", "New Delhi |", "/ 12 March": what only a page parts by bars.
_BARRED = re.compile(r"(?:(?:By|Written by|Author):?\s)?(?:[A-Z][\w’'.,-]+\s){1,4}?(?=[|•·])")
_SLASH = re.compile(rf"/\s(?i:{_DATE})")
# After a name only these begin a sentence for certain.
_STARTER = (
    r"(?:The|A|An|In|On|At|As|It|After|More|Two|Three|Police|Officials"
    r"|[A-Z]{3,}(?:\s[A-Z]{3,})?\s?[:(–—-])(?!\w)"
)
_BYLINE = re.compile(
    rf"(?:By:?|Written by|Posted by|Reported by|Author:)(?:\s{_NAME}){{1,3}}?"
    rf"(?:{_ROLE}|(?=\s{{1,2}}{_STARTER}|,?\s?[|•·]|,?\s(?i:{_DATE})|,?\s?(?:Published|Updated|Posted|Edited)\b))"
)
_IMAGE = re.compile(
    r"(?:Image|Photo|Picture)\s?(?:[Ss]ource|[Cc]redit|[Cc]opyright),?:?\s?"
    r"(?:Getty(?: Images)?|Reuters|REUTERS|AFP|AP|EPA|PA(?: Media| Wire)?|Alamy|Shutterstock"
    r"|Supplied|Unsplash|Pixabay|iStock)"
)
_TYPED_BY = re.compile(
    rf"(?i:(?:(?:posted|published|written|edited)\s)?by:?\s{_WHO}\b(?:\s(?:on|in|at):)?)"
)
_READ = re.compile(r"\d{1,2}\s?(?i:min(?:ute)?s?\s(?:read|ago))")
_KEY = re.compile(
    r"(?:title|author|byline|headline|slug|tags|category|categories|source|id|url|lang)\s?:\s(?=\S)"
)
# A dash after a time parts it from the town; after a date it may be the agency's own.
_BETWEEN = re.compile(
    r"(?:,\s(?=(?:Published|Updated|Posted|Edited|Written)\b))?[\s|•·/]{0,4}(?:(?:(?<=[A-Z]{2}\s)|(?<=[aApP][mM]\s)|(?<=(?:port|rter|dent|desk|Desk)\s))[-–—]+\s)?"
)
_BEGINS = re.compile(r"[“\"‘]?(?:[A-Z][\w’'-]*|A)\s+\S+\s+\S+")


def find(prose: Prose) -> Iterable[Match]:
    """Page data at the head of the first lines."""
    text = prose.text
    known = {piece.span for piece in _furniture.pieces(text)}
    rows = [line for line in lines(text)[:HEAD_LINES] if line.span not in known]
    if sum(_DATED.match(line.text) is not None for line in rows) > 1:
        return
    for line in rows:
        yield from _in_line(line)


def _in_line(line: Line) -> Iterator[Match]:
    size, names_only = _head(line.text)
    rest = line.text[size:]
    if not rest.strip():
        is_typed = _TYPED_BY.search(line.text) is not None
        yield from [_cut(line, len(line.text), line.after)] if size and is_typed else []
    elif size and _is_sentence(rest, names_only):
        yield _cut(line, len(line.text[:size].rstrip(" |•·/\t")), line.span.start + size)
    elif len(_KEY.findall(line.text)) > 1:
        keys = list(_KEY.finditer(line.text))
        yield from _keyed(line, keys)


def _keyed(line: Line, keys: Sequence[re.Match[str]]) -> Iterator[Match]:
    """ "title: ... author: Name Surname The first sentence"."""
    if keys[0].start() > 0:
        return
    value = re.compile(rf"(?:{_NAME}\s){{1,2}}?(?=(?:The|A|An|In|On)\s|[A-Z][\w’']+\s[a-z])")
    named = value.match(line.text, keys[-1].end())
    if named:
        size = len(line.text[: named.end()].rstrip())
        yield _cut(line, size, line.span.start + named.end())


def _cut(line: Line, size: int, end: int) -> Match:
    start = line.span.start
    taken = Edit(Span(start, end), "", "", "unsafe")
    return Match(Span(start, start + size), (line.text[:size],), (taken,))


def _head(text: str) -> tuple[int, bool]:
    """Where the page data at the head of a line ends, and whether it was names only."""
    end, names_only = 0, True
    for _ in range(PARTS_MAX):
        found = _part(text, end)
        if found is None:
            break
        names_only = names_only and found.re in (_BYLINE, _BARRED, _desks())
        is_glued = found.end() == len(text) or not text[found.end()].isspace()
        names_only = names_only and not (is_glued and found.re is _desks())
        between = _BETWEEN.match(text, found.end())
        end = between.end() if between else found.end()
    return end, names_only


def _part(text: str, at: int) -> re.Match[str] | None:
    parts = (_LABELLED, _DATED, _SLASH, _AGO, _desks(), _TYPED_BY, _BYLINE, _READ, _BARRED, _IMAGE)
    return next((found for part in parts if (found := part.match(text, at))), None)


@cache
def _desks() -> re.Pattern[str]:
    """The name of an agency or a desk, not followed by what would make it part of a sentence."""
    names = "|".join(map(re.escape, sorted(entries("news_desks"), key=len, reverse=True)))
    desk = rf"(?:By |by )?(?:{names})"
    return re.compile(
        rf"\((?:{names})\)(?=[A-Z])|{desk}(?=[A-Z][a-z]|\s?[|•·]|\s?/(?!\w)|\s[A-Z“]|\s[–—-]+\s[A-Z]|\Z)"
    )


def _is_sentence(rest: str, names_only: bool) -> bool:
    """True if a sentence follows; after a name only one that cannot belong to the name."""
    words = rest.split()
    if len(words) < SENTENCE_WORDS_MIN or not _BEGINS.match(rest):
        return False
    if sum(word[0].islower() for word in words[:7]) < 2:
        return False
    return not names_only or re.match(_STARTER, rest) is not None


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
