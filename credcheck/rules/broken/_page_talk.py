"""
Does a line speak to the reader about the page?

Pages find new words for their buttons and boxes every year, and always speak of the same things:
the article, the newsletter, the comments, the video that does not load. A line is scored by such
words (`lexicons/page_talk.tsv`), by whom it speaks to ("your", "our", "this article", an order), by
its length, and against it by what only reports say ("she said", quotation marks).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from credcheck.lexicons import rows
from credcheck.rules.broken._lines import Line
from credcheck.rules.broken._wordings import folded_words

# Longer lines are paragraphs, and tell more than a page does.
WORDS_MAX = 32
# So many points of page words make a line speak of a page at all.
PAGE_MIN = 2.0
# Of 100 words of the paragraphs so many are page words where an article is about pages.
ABOUT_PAGES = 3.0
# Shorter ones may be the page's.
PARAGRAPH_WORDS_MIN = 18
_PRICE_OF_SUBJECT = 2.0
_MOST_PAGE = 4.5
_STRONG = 2

_ADDRESS = frozenset(("you", "your", "youre", "youll", "our", "us", "we", "weve"))
_POINTERS = frozenset(("this", "these", "your", "our"))
_NEAR = 3
_TELLS = re.compile(
    r"\b(?:said|says|told|tells|added|wrote|asked|was|were|had|did|he|she|his|her|him|they|their|them"
    r"|would|declined|who|whose|whom|announced|reported|according)\b",
    re.IGNORECASE,
)
# What an editor has to say of the article is part of it.
_NOTED = re.compile(
    r"\bnotes?:|\b(?:updated?|updating|corrected|correction|clarified|clarity|contributed|condensed"
    r"|(?:earlier|edited) (?:version|for|transcript)|incorrectly|misstated|misidentified)\b"
    # What you do, and not what you may or must.
    r"|^You (?!(?:can|may|must|have|need|are|will|should|agree|could|might|already|just)\b)"
    r"|#\w{3}|pic\.twitter",
    re.IGNORECASE,
)
# Addresses, and the country that would be taken for the editors.
_NO_WORDS = re.compile(r"(?:https?://|www\.|@)\S{1,200}|\S{1,60}@\S{1,60}|\bUS\b")
_QUOTES = re.compile('[“”"«»‘]')


@dataclass(frozen=True, slots=True)
class Talk:
    """The kind of furniture that a line speaks of, and how surely."""

    kind: str
    score: float


@cache
def _words() -> dict[str, tuple[str, int]]:
    return {
        word: (kind, int(weight)) for kind, weight, word in rows("page_talk") if kind != "order"
    }


@cache
def _orders() -> frozenset[str]:
    return frozenset(word for kind, _, word in rows("page_talk") if kind == "order")


def talk(line: Line, is_about_pages: bool) -> Talk | None:
    """What a line says of the page; None if it says nothing of it."""
    if len(line.words) > WORDS_MAX or line.is_item or line.text[-1] == ":":
        return None
    words = folded_words(_NO_WORDS.sub(" ", line.text))
    known = [word for word in dict.fromkeys(words) if word in _words()]
    points = min(_MOST_PAGE, sum(_words()[word][1] for word in known))
    if points < PAGE_MIN or not any(map(_is_strong, known)) or _NOTED.search(line.text):
        return None
    called = _called(words, known)
    is_addressed = not _ADDRESS.isdisjoint(words)
    if not called and not (is_addressed and points > 2 * PAGE_MIN - 1):
        return None
    score = (
        0.75 * (points + is_addressed)
        + called
        + _form(line)
        - _told(line)
        - _PRICE_OF_SUBJECT * is_about_pages
    )
    return Talk(_kind(known), score)


def _kind(known: Sequence[str]) -> str:
    weights: dict[str, int] = {}
    for word in known:
        kind, weight = _words()[word]
        weights[kind] = weights.get(kind, 0) + weight * weight
    return max(weights, key=lambda kind: (weights[kind], kind))


def _called(words: Sequence[str], known: Sequence[str]) -> float:
    """How plainly the line speaks to a reader: an order with an object, "your inbox"."""
    is_order = words[0] in _orders() and (known[0] != words[0] or len(known) > 1)
    return 1.0 * is_order + 1.0 * any(
        word in _POINTERS and any(map(_is_strong, words[place + 1 : place + _NEAR]))
        for place, word in enumerate(words)
    )


def _is_strong(word: str) -> bool:
    return word in _words() and _words()[word][1] >= _STRONG


def _form(line: Line) -> float:
    """What length and end say; whole sentences are the article's own as a rule."""
    if line.is_prose:
        return -1.5
    count = len(line.words)
    size = 1.0 if count <= 4 else 0.5 if count <= 8 else 0.0 if count <= 18 else -0.5
    return size + (0.0 if line.is_closed else 0.5)


def _told(line: Line) -> float:
    """What only a report says."""
    return 1.0 * len(_TELLS.findall(line.text)) + 1.5 * bool(_QUOTES.search(line.text))


@lru_cache(maxsize=4)
def are_about_pages(lines: Sequence[Line]) -> bool:
    """True if an article speaks of websites and newsletters itself: its title, its paragraphs."""
    if lines and talk(lines[0], False) is None and _strong_words(lines[0]):
        return True
    paragraphs = [
        line for line in lines if line.is_prose and len(line.words) >= PARAGRAPH_WORDS_MIN
    ]
    strong = sum(map(_strong_words, paragraphs))
    return 100 * strong > ABOUT_PAGES * sum(len(line.words) for line in paragraphs)


def _strong_words(line: Line) -> int:
    return sum(map(_is_strong, folded_words(line.text)))
