"""
Find a navigation menu: “GovernmentNewsPoliticsRegion”, “Home | News | Sport”, a column of sections.

## Why it matters
Section names are the skeleton of the page; copied into the text they are words without a sentence.

## When it is wrong
A short list of fields of policy (“Health, Energy, Transport”) set one a line may look like a menu.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from credcheck.lexicons import entries
from credcheck.rules.broken import _furniture
from credcheck.rules.broken._lines import Line, lines, whole_line
from credcheck.rules.quoting import quoted
from credcheck.types import Edit, Match, Prose, Rule, Span

# Two joins make a brand (“YouTubeMusic”), three known section words never do.
GLUED_SECTIONS_MIN = 3
LISTED_MIN = 4
# "Home » News": the trail that leads to the page.
TRAIL_MIN = 3
_GLUED = re.compile(
    r"(?<![\w#@/.-])(?:[A-Z][a-z]{1,20}|[A-Z]{1,3}(?=[A-Z][a-z])){3,40}"
    r"(?:[A-Z]?-[A-Z][a-z]{1,20})?(?![\w/-]|\.\w)"
)
_JOIN = re.compile(r"[a-z][A-Z][a-z]+[A-Z]")
_PART = re.compile(r"[A-Z][a-z]+|[A-Z]+(?![a-z])")
_BETWEEN = re.compile(r"\s{0,3}(?:[|•·»›/]|\s>\s|\s[-–—]\s|\t|\s{2,4})\s{0,3}")


def find(prose: Prose) -> Iterable[Match]:
    """Menus, glued, on one line or one item a line."""
    rows = lines(prose.text)
    known = {piece.span for piece in _furniture.pieces(prose.text)}
    yield from _glued(prose.text)
    for line in rows:
        if line.span not in known and _is_row(line):
            yield whole_line(line, quoted(line.text))
    for column in _columns(rows):
        yield from (whole_line(line, line.text) for line in column if line.span not in known)


def _glued(text: str) -> Iterator[Match]:
    if _JOIN.search(text) is None:
        return
    for run in _GLUED.finditer(text):
        parts = _PART.findall(run.group())
        if _sections(parts) >= max(GLUED_SECTIONS_MIN, (len(parts) + 1) // 2):
            span = Span(*run.span())
            yield Match(span, (quoted(run.group()),), (Edit(span, "", "", "unsafe"),))


def _sections(words: Iterable[str]) -> int:
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
            and (_sections(items) >= max(LISTED_MIN, 0.7 * len(items)))
        )
    return all(len(item.split()) <= 4 for item in items) and (
        sum(_sections(item.split()) > 0 for item in items) >= 0.5 * len(items)
    )


def _columns(rows: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of four short lines and more, most of them names of sections."""
    run: list[Line] = []
    for line in rows:
        if len(line.words) <= 3 and line.text[0].isupper() and line.text[-1].isalnum():
            run.append(line)
            continue
        if _is_column(run):
            yield run
        run = []
    if _is_column(run):
        yield run


def _is_column(run: Sequence[Line]) -> bool:
    named = sum(_sections(line.words) > 0 for line in run)
    return len(run) >= LISTED_MIN and named >= 0.6 * len(run)


RULE = Rule(
    code="BRK502",
    name="menu",
    severity="warning",
    message="menu of the page, not part of the article: “{}”",
    find=find,
    bad=(
        "[[HomeNewsSportObituariesE-Edition]]\n\nThe harbour board closed the old pier on Monday.",
        "[[HomeNewsPoliticsRegionPhotos]]\n\nThe harbour board closed the old pier on Monday.",
        "[[Home | News | Sport | Business | Opinion]]\n\nThe harbour board closed the old pier.",
        "[[Home]]\n[[World]]\n[[Politics]]\n[[Sport]]\n[[Weather]]\n\nThe board closed the pier.",
        "The board closed the pier on Monday. [[ShareFacebookTwitterEmailPrint]]",
    ),
    good=(
        "McDonald and MacKenzie met at YouTube, PayPal and JavaScript conferences.",
        "The class AbstractSingletonProxyFactoryBean is a joke among programmers.",
        "She teaches Business, Politics, Culture and Sport at the college.",
        "Ingredients\nFlour\nButter\nSugar\nSalt\n\nMix the flour with the butter.",
        "#HomeNewsPoliticsRegion was the hashtag of the day.",
    ),
    is_furniture=True,
)
