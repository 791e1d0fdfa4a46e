"""
Find a navigation menu: “GovernmentNewsPoliticsRegion”, “Home | News | Sport”, a column of sections.

## Why it matters
Section names are the skeleton of the page; copied into the text they are words without a sentence.

## When it is wrong
A short list of fields of policy (“Health, Energy, Transport”) set one a line may look like a menu.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from credcheck.rules.broken import _furniture
from credcheck.rules.broken._lines import lines, whole_line
from credcheck.rules.broken._menu_lines import menu_places, sections
from credcheck.rules.quoting import quoted
from credcheck.types import Edit, Match, Prose, Rule, Span

# Two joins make a brand (“YouTubeMusic”), three known section words never do.
GLUED_SECTIONS_MIN = 3
_GLUED = re.compile(
    r"(?<![\w#@/.-])(?:[A-Z][a-z]{1,20}|[A-Z]{1,3}(?=[A-Z][a-z])){3,40}"
    r"(?:[A-Z]?-[A-Z][a-z]{1,20})?(?![\w/-]|\.\w)"
)
_JOIN = re.compile(r"[a-z][A-Z][a-z]+[A-Z]")
_PART = re.compile(r"[A-Z][a-z]+|[A-Z]+(?![a-z])")


def find(prose: Prose) -> Iterable[Match]:
    """Menus, glued, on one line or one item a line."""
    rows = lines(prose.text)
    known = {piece.span for piece in _furniture.pieces(prose.text)}
    yield from _glued(prose.text)
    for place in sorted(menu_places(rows)):
        if rows[place].span not in known:
            yield whole_line(rows[place], quoted(rows[place].text))


def _glued(text: str) -> Iterator[Match]:
    if _JOIN.search(text) is None:
        return
    for run in _GLUED.finditer(text):
        parts = _PART.findall(run.group())
        if sections(parts) >= max(GLUED_SECTIONS_MIN, (len(parts) + 1) // 2):
            span = Span(*run.span())
            yield Match(span, (quoted(run.group()),), (Edit(span, "", "", "unsafe"),))


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
