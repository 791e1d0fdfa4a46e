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

from credcheck.lexicons import entries, rows
from credcheck.rules.broken._line_signs import (
    DATE,
    WORDS_MAX,
    is_of_pages,
    is_sure,
    page_words,
    rank,
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
    "before",
    "after",
    "last",
    "amid",
    "beside",
    "near",
    "addressed",
)

_NETWORKS = frozenset(
    (
        *("facebook", "twitter", "youtube", "google", "instagram", "tiktok", "linkedin"),
        *("pinterest", "reddit", "whatsapp", "telegram", "snapchat", "amazon", "apple"),
    )
)
_ADDRESS = re.compile(r"\b(?:you|your|please)\b", re.I)
# A date with its label, and no time of day, is an article's as a byline is.
_DATED = re.compile(
    r"(?:(?:first |last |date )?(?:published|posted|updated|modified|date|created)"
    r"(?: on| at| date)?\s?[:–—-]?\s{1,3})?(?:[A-Za-z]{3,9},?\s)?[\w.,/ -]{6,24}\d{4}",
    re.I,
)
# One word that is said of pages now and then says nothing: "30 minutes before bed".
_RANK_MIN = 2
# Of a few words said to the reader one is enough: "Add a comment".
_SPOKEN_WORDS = 12
_SPEAKS = re.compile(r"\b(?:you|your|we|our|us|me|my)\b|[|©»→:/@]|^\d", re.I)
_TO_READER = re.compile(
    r"\b(?:you|your|we|our|us|me|my)\b|[|©»→@]|\bhttps?:|\bthis (?:article|story|post|page|site)\b",
    re.I,
)
# The trail to a page is a menu.
_TRAIL = re.compile(r"home(?:page)?\s?[»>|›/·•]", re.I)
_LABEL_WORDS, TITLE_WORDS = 4, 8
# What an editor has to say of the article is part of it.
_NOTED = re.compile(
    r"^Dear \w|\bnotes?:|\b(?:corrected|correction|clarified|clarity|contributed|condensed"
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


def _is_spoken(line: Line) -> bool:
    """True for an order, and for what is said to the reader."""
    is_order = line.words[0].lower() in entries("page_orders")
    return is_order or _SPEAKS.search(line.text) is not None


def log_odds(shown: Sequence[str], of: Mapping[str, float]) -> float:
    """The sum of the weights of what a line shows."""
    return of.get("bias", 0.0) + sum(of.get(sign, 0.0) for sign in shown)


def limited(value: float) -> float:
    """Log-odds within the bounds."""
    return max(LEAST, min(MOST, value))


def may_be_page(line: Line) -> bool:
    """False for paragraphs, for what an editor notes, for lines with hardly a word of pages."""
    least = _RANK_MIN - (len(line.words) <= _SPOKEN_WORDS and _is_spoken(line))
    if len(line.words) > WORDS_MAX or rank(tokens(line.text)) < least:
        return False
    return not (_NOTED.search(line.text) or _TRAIL.match(line.text) or _is_date(line))


def placed(lines: Sequence[Line], each: Sequence[float]) -> list[float]:
    """The log-odds of every line in its place; `each` are those of the lines alone."""
    of = {name: weights().get(f"place {name}", 0.0) for name in PLACES}
    return [
        sum(of[name] * value for name, value in zip(PLACES, row, strict=True))
        if value_alone > LEAST
        else LEAST
        for row, value_alone in zip(places(lines, each), each, strict=True)
    ]


def places(lines: Sequence[Line], each: Sequence[float]) -> Iterator[tuple[float, ...]]:
    """What the place of every line shows, in the order of `PLACES`."""
    own = [line.is_prose and score < 0 for line, score in zip(lines, each, strict=True)]
    first = own.index(True) if any(own) else len(lines)
    last = len(own) - 1 - own[::-1].index(True) if any(own) else -1
    manner = addressed(lines, each)
    odds = [1 / (1 + math.exp(-score)) for score in each]
    for place, score in enumerate(each):
        yield (
            1.0,
            score,
            float(0 < place < first),
            float(place > last >= 0),
            float(place == len(lines) - 1),
            float(all(own[max(0, place - 1) : place]) and all(own[place + 1 : place + 2])),
            sum(odds[max(0, place - 1) : place]) + sum(odds[place + 1 : place + 2]),
            sum(odds[max(0, place - 2) : max(0, place - 1)]) + sum(odds[place + 2 : place + 3]),
            manner,
        )


def speaks(line: Line) -> bool:
    """True if a line speaks to somebody or of itself, or shows an address."""
    return _TO_READER.search(line.text) is not None


def names_networks(line: Line) -> bool:
    """True if nothing but the names of networks speaks of pages: they are in the news as well."""
    sure = {word for word in tokens(line.text) if is_sure(word)}
    return len(sure) > 1 and sure <= _NETWORKS


def may_be_title(line: Line, most: int = TITLE_WORDS) -> bool:
    """True for words that lead in to more, items of a list, a few that might head a section."""
    if (
        len(line.words) == 1
        or line.text[0].islower()
        or (
            line.text[-1] == ":"
            and len(line.words) > _LABEL_WORDS
            and not _ADDRESS.search(line.text)
        )
    ):
        return True
    return (
        line.is_heading
        and len(line.words) <= most
        and _SPEAKS.search(line.text) is None
        and not _is_order(line)
    )


def _is_order(line: Line) -> bool:
    """True for "Rate recipe", and not for "Rate Outlook"."""
    is_order = line.words[0].lower() in entries("page_orders")
    return is_order and any(map(is_of_pages, tokens(line.text)[1:]))


def addressed(lines: Sequence[Line], each: Sequence[float]) -> float:
    """How often the article's own lines speak to the reader, in 100 words, above the usual."""
    own = [line for line, score in zip(lines, each, strict=True) if score < 0]
    count = max(1, sum(len(line.words) for line in own))
    said = sum(len(_ADDRESS.findall(line.text)) for line in own)
    return max(0.0, min(MOST_IN_A_HUNDRED, 100 * said / count) - LEAST_IN_A_HUNDRED)


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
