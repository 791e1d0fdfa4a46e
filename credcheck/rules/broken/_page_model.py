"""
How surely does a line belong to the page, by what it shows and by where it stands?

Pages find new words for their buttons and boxes every year, and always speak of the same things in
the same grammar. Two fitted models: the signs of a line add up to its log-odds by itself
(`lexicons/page_signs.tsv`); these, its place, its neighbours and how the article itself speaks to
its reader add up to the log-odds that count. Both are logistic regressions made by
`tools/build_page_signs.py`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from credcheck.lexicons import rows
from credcheck.rules.broken._line_signs import (
    DATE,
    WORDS_MAX,
    page_words,
    signs,
    tokens,
)
from credcheck.rules.broken._lines import Line

# Log-odds are cut off here, so that one line cannot make its neighbours furniture by itself.
LEAST, MOST = -4.0, 5.0
# Words by which an article speaks to its reader: so many in 100 are no manner, and no more are
# counted.
LEAST_IN_A_HUNDRED, MOST_IN_A_HUNDRED = 2.0, 6.0
PLACES = (
    "bias",
    "alone",
    "first",
    "before",
    "after",
    "last",
    "amid",
    "beside",
    "near",
    "zone",
    "elsewhere",
    "addressed",
    "title first",
    "title above prose",
    "title",
    "sentence",
    "lead-in",
    "item",
)
# So many lines of furniture elsewhere in a text say all that they can.
_ELSEWHERE_MAX = 6.0

_ADDRESS = re.compile(r"\b(?:you|your|please)\b", re.I)
# Who wrote it is part of the article.
_BYLINE = re.compile(r"(?:By|BY|by)(?:\s[A-Z][\w.’'-]{0,20}){1,5}")
# A date with its label, and no time of day, is an article's as a byline is.
_DATED = re.compile(
    r"(?:(?:first |last |date )?(?:published|posted|updated|modified|date|created)"
    r"(?: on| at| date)?\s?[:–—-]?\s{1,3})?(?:[A-Za-z]{3,9},?\s)?[\w.,/ -]{6,24}\d{4}",
    re.I,
)
# Lines whose words, each by itself, say less than this are not looked at.
SAID_MIN = -1.5
_TO_READER = re.compile(
    r"\b(?:you|your|we|our|us|me|my)\b|[|©»→@]|\bhttps?:|\bthis (?:article|story|post|page|site)\b",
    re.I,
)
_SPOKEN = re.compile(
    r"\b(?:you|your|please|we|our|us|me|my|this (?:article|story|post|page))\b", re.I
)
# The trail to a page is a menu.
_TRAIL = re.compile(r"home(?:page)?\s?[»>|›/·•]", re.I)
_LABEL_WORDS, TITLE_WORDS = 4, 8
# What an editor has to say of the article is part of it.
_NOTED = re.compile(
    r"^(?:Dear|Hi|Hello|Hey) \w|\bnotes?:|\b(?:corrected|correction|clarified|clarity"
    r"|contributed|condensed"
    r"|(?:earlier|edited) (?:version|for|transcript)|incorrectly|misstated|misidentified)\b"
    r"|\b(?:story|article|post|report|page) (?:has been|was|is being|will be) \w*dated\b"
    # A message of somebody else, quoted with its signs.
    r"|pic\.twitter|\bt\.co/|\(@\w{2,40}\)",
    re.I,
)


@cache
def weights() -> dict[str, float]:
    """The weight of each sign, and of each sign of place as "place ..."."""
    return {sign: int(weight) / 100 for sign, weight in rows("page_signs")}


@lru_cache(maxsize=4096)
def alone(line: Line) -> float:
    """The log-odds that a line is the page's, by itself."""
    return limited(log_odds(signs(line), weights())) if may_be_page(line) else LEAST


def log_odds(shown: Sequence[str], of: Mapping[str, float]) -> float:
    """The sum of the weights of what a line shows."""
    return of.get("bias", 0.0) + sum(of.get(sign, 0.0) for sign in shown)


def limited(value: float) -> float:
    """Log-odds within the bounds."""
    return max(LEAST, min(MOST, value))


def may_be_page(line: Line) -> bool:
    """False for paragraphs, for dates and trails, for lines whose words speak against it."""
    if len(line.words) > WORDS_MAX or _TRAIL.match(line.text) or _is_date(line):
        return False
    if _BYLINE.fullmatch(line.text) or not any(map(str.isalnum, line.text)):
        return False
    return said(line) >= SAID_MIN


def said(line: Line) -> float:
    """What the words of a line say for its being the page's, each by itself."""
    of = _word_weights()
    return sum(of.get(word, 0.0) for word in set(tokens(line.text)))


@cache
def _word_weights() -> dict[str, float]:
    named = ((sign.split(" "), weight) for sign, weight in weights().items())
    return {sign[1]: weight for sign, weight in named if sign[0] == "word"}


def placed(lines: Sequence[Line], each: Sequence[float]) -> list[float]:
    """The log-odds of every line in its place; `each` are those of the lines alone."""
    of = {name: weights().get(f"place {name}", 0.0) for name in PLACES}
    return [
        sum(of[name] * value for name, value in zip(PLACES, row, strict=True)) if row else LEAST
        for row in places(lines, each)
    ]


def places(lines: Sequence[Line], each: Sequence[float]) -> Iterator[tuple[float, ...]]:
    """What the place of every line shows, in the order of `PLACES`; nothing for the least."""
    own = [line.is_prose and score < 0 for line, score in zip(lines, each, strict=True)]
    first = own.index(True) if any(own) else len(lines)
    last = len(own) - 1 - own[::-1].index(True) if any(own) else -1
    manner = addressed(lines, each)
    # What may be either says nothing of its neighbours, or lists would make themselves furniture.
    odds = [max(0.0, 2 / (1 + math.exp(-score)) - 1) for score in each]
    head, foot = sum(odds[:first]), sum(odds[last + 1 :]) if last >= 0 else 0.0
    every = sum(odds)
    for place, (line, score) in enumerate(zip(lines, each, strict=True)):
        if score <= LEAST:
            yield ()
            continue
        beside = sum(odds[max(0, place - 1) : place]) + sum(odds[place + 1 : place + 2])
        near = sum(odds[max(0, place - 2) : max(0, place - 1)]) + sum(odds[place + 2 : place + 3])
        is_title = is_silent_title(line)
        is_above = any(own[place + 1 : place + 2])
        yield (
            1.0,
            score,
            float(place == 0),
            float(0 < place < first),
            float(place > last >= 0),
            float(place == len(lines) - 1),
            float(all(own[max(0, place - 1) : place]) and all(own[place + 1 : place + 2])),
            beside,
            near,
            _share(head, odds[place], first)
            if place < first
            else _share(foot, odds[place], len(lines) - 1 - last)
            if place > last
            else 0.0,
            min(_ELSEWHERE_MAX, every - odds[place]),
            manner,
            float(is_title and place == 0),
            float(is_title and is_above and place > 0),
            float(is_title and not is_above and place > 0),
            float(line.is_closed and not speaks(line)),
            float(line.text[-1] == ":" and len(line.words) > _LABEL_WORDS),
            float(line.is_item or line.text[0].islower()),
        )


def _share(whole: float, own: float, count: int) -> float:
    """How much of the other lines at an end of the text is the page's."""
    return (whole - own) / (count - 1) if count > 1 else 0.0


def is_silent_title(line: Line) -> bool:
    """True for a few words that might head a section, and speak to nobody."""
    return line.is_heading and len(line.words) <= TITLE_WORDS and not speaks(line)


def is_silent(line: Line) -> bool:
    """True if a line speaks neither to nor of anybody: no "you", no "we"."""
    return _SPOKEN.search(line.text) is None


def speaks(line: Line) -> bool:
    """True if a line speaks to somebody or of itself, or shows an address."""
    return _TO_READER.search(line.text) is not None


def addressed(lines: Sequence[Line], each: Sequence[float]) -> float:
    """How often the article's own lines speak to the reader, in 100 words, above the usual."""
    own = [line for line, score in zip(lines, each, strict=True) if score < 0]
    count = max(1, sum(len(line.words) for line in own))
    said = sum(len(_ADDRESS.findall(line.text)) for line in own)
    return max(0.0, min(MOST_IN_A_HUNDRED, 100 * said / count) - LEAST_IN_A_HUNDRED)


def is_noted(line: Line) -> bool:
    """True for what an editor has to say of the article, or what is quoted with its address."""
    return _NOTED.search(line.text) is not None


def _is_date(line: Line) -> bool:
    return DATE.search(line.text) is not None and _DATED.fullmatch(line.text) is not None


def kind_of(line: Line) -> str:
    """The kind of furniture of which most of the page words of a line are."""
    found: dict[str, float] = {}
    for word in dict.fromkeys(tokens(line.text)):
        kind = page_words().get(word)
        if kind:
            found[kind] = found.get(kind, 0.0) + max(0.1, weights().get(f"word {word}", 0.0))
    return max(found, key=lambda kind: (found[kind], kind)) if found else "page"
