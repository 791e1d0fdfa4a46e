"""
What a line shows of itself: its words, and its form.

A page's own lines and an article's differ in grammar and typography as much as in what they speak
of: an order to the reader, "you" and "our", capitals, bars and arrows, no verb of telling, no full
stop, hardly a word that is not of pages. Each such sign is a short name ("word newsletter", "form
open"), to which `lexicons/page_signs.tsv` gives a weight, if enough sources show it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations, pairwise

from credcheck.lexicons import entries, rows
from credcheck.rules.broken._lines import Line

# Longer lines are paragraphs; what they say of the page is found sentence by sentence.
WORDS_MAX = 45

_TOKEN = re.compile(
    r"(?P<mail>[\w.+-]{1,60}@[\w.-]{1,60}\.\w{2,8}|\[email\s?protected\])"
    r"|(?P<link>(?:https?://|www\.)\S{1,200}"
    r"|\b[\w-]{1,40}\.(?:com|org|net|co|in|io)(?:/\S{0,200})?(?!\w))"
    r"|(?P<handle>@\w{2,40})|(?P<tag>#\w{2,40})"
    r"|(?P<year>\b(?:19|20)\d\d\b)|(?P<number>\d[\d.,:]{0,12})"
    r"|(?P<word>[^\W\d_]{1,40}(?:['’][^\W\d_]{1,10})?)"
    r"|(?P<sign>[©®|»>→←↑↓•·∙/$£€₹★☆✓×+:*]|\.{3}|…)"
)
TELLS = re.compile(
    r"\b(?:said|says|told|tells|added|wrote|asked|was|were|had|did|would|declined|announced|reported"
    r"|according|became|began|came|went|made|took|gave|found|held|led|won|lost|died|killed"
    r"|[a-z]{3,14}ed (?:the|a|an|by|in|to|his|her|their|for|on|from|at|with|that))\b"
)
_OTHERS = re.compile(r"\b(?:he|she|his|her|hers|him|they|their|them|it|its|who|whose)\b", re.I)
_YOU = re.compile(r"\b(?:you|your|you['’](?:re|ll|ve))\b", re.I)
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|[Ww]e['’](?:re|ll|ve))\b")
_POINTS = re.compile(r"\b[Tt]h(?:is|ese)\s\w")
CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\b|[A-Z]{2,4}\b)?", re.I)
_AGO = re.compile(
    r"\b(?:\d{1,2}|an?)\s?(?:m|h|d|min|mins|hr|hrs|hours?|minutes?|days?|weeks?)\sago\b", re.I
)
_MONTHS = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
DATE = re.compile(
    rf"\b{_MONTHS}[a-z]{{0,6}}\.?\s\d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTHS}"
)
_GLUED = re.compile(r"[a-z][A-Z][a-z]")
_QUOTES = frozenset('“”"«»')
_SIZES = ((1, "1"), (2, "2"), (4, "4"), (8, "8"), (14, "14"), (24, "24"), (WORDS_MAX, "long"))
_SHARES = ((0.0, "0"), (0.34, "third"), (0.5, "half"), (0.99, "most"), (1.0, "all"))
_SHORT_SENTENCE = 9
# The shape of a whole line is a sign up to so many words.
_SHAPED_WORDS_MAX = 6
_MARKS = ".,:;!?\"'()[]“”’‘|–—-"
# The ranks of the words of pages are summed up to here.
_RANKS_MAX = 8


# "we" and "you", or "you" and three words of pages, say more together than either does.
_MANNERS = (
    ("you", ("form you",)),
    ("we", ("form we",)),
    ("order", ("form order open", "form order closed")),
    ("please", ("word please",)),
    ("points", ("form points",)),
    ("page", ("page 3", "page 4")),
    ("surely", ("rank 3",)),
    ("prose", ("form closed prose",)),
    ("told", ("form tells 1", "form tells 2")),
)

# Names of sites, users and boxes are words of pages, too.
ADDRESSES = frozenset(("<link>", "<mail>", "<handle>"))


@cache
def page_words() -> dict[str, str]:
    """Words of pages, and the kind of furniture each is of."""
    return {word: kind for kind, _, word in rows("page_words")}


@cache
def _ranks() -> dict[str, int]:
    """How surely each word of pages is one, 1 to 3."""
    return {word: int(rank) for _, rank, word in rows("page_words")}


@cache
def _plain() -> frozenset[str]:
    """Words of grammar, orders and verbs of telling."""
    listed = (*entries("grammar_words"), *entries("page_orders"), *entries("reporting_verbs"))
    return frozenset(listed)


@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a line in lower case; numbers, addresses and names of users each as one word."""
    return tuple(map(_named, _TOKEN.finditer(text)))


def _named(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    if kind in ("word", "sign"):
        return found.group().lower().replace("’", "'")
    return f"<{kind}>"


def signs(line: Line) -> tuple[str, ...]:
    """Every sign of a line, each once."""
    said = tokens(line.text)
    shown = dict.fromkeys(
        (*_wording(said), *_shares(said), *_form(line, said), *_shapes(line.words))
    )
    return (*shown, *_together(shown))


def is_of_pages(word: str) -> bool:
    """True for a word that pages use when they speak of themselves."""
    return word in page_words() or word in ADDRESSES


def rank(said: Sequence[str]) -> int:
    """The ranks of the words of pages among some words, summed up; an address is worth two."""
    return sum(_ranks().get(word, 2 * (word in ADDRESSES)) for word in dict.fromkeys(said))


def _wording(said: Sequence[str]) -> Iterator[str]:
    yield from (f"word {word}" for word in said)
    yield from (f"pair {left} {right}" for left, right in pairwise(said))
    if said:
        yield f"first {said[0]}"
        yield f"last {said[-1]}"


def _shapes(words: Sequence[str]) -> Iterator[str]:
    """How the words are written, one after the other: "Xx 9 Xx", "X: x"."""
    shown = [_shape(word) for word in words]
    yield f"shape first {shown[0]}"
    yield f"shape last {shown[-1]}"
    yield from (f"shape pair {left} {right}" for left, right in pairwise(shown))
    if len(shown) <= _SHAPED_WORDS_MAX:
        yield "shape all " + " ".join(shown)


@lru_cache(maxsize=4096)
def _shape(word: str) -> str:
    bare = word.strip(_MARKS)
    first = bare[:1]
    if not first:
        return "-"
    kind = (
        "9" if first.isdigit() else "x" if not first.isupper() else "X" if bare.isupper() else "Xx"
    )
    return kind + (word[-1] if word[-1] in _MARKS else "")


def _shares(said: Sequence[str]) -> Iterator[str]:
    """How many of the words that have a content are of pages."""
    content = [
        word for word in said if word in ADDRESSES or (word[0].isalpha() and word not in _plain())
    ]
    count = sum(map(is_of_pages, content))
    yield f"page {min(count, 4)}"
    ranks = [_ranks().get(word, 0) for word in dict.fromkeys(said)]
    yield from (f"ranks {least}" for least in range(1, min(sum(ranks), _RANKS_MAX) + 1))
    yield f"rank {max(ranks, default=0)}"
    if content:
        share = count / len(content)
        yield "share " + next(name for most, name in _SHARES if share <= most)
    else:
        yield "share none"


def _together(shown: Container[str]) -> Iterator[str]:
    """Which of the few signs that mean more together are shown together."""
    here = [name for name, some in _MANNERS if any(sign in shown for sign in some)]
    yield from (f"both {left} {right}" for left, right in combinations(here, 2))


def _form(line: Line, said: Sequence[str]) -> Iterator[str]:
    """What the typography and the grammar of a line say."""
    text, count = line.text, len(line.words)
    yield "form words " + next((name for most, name in _SIZES if count <= most), "long")
    yield from (f"form {name}" for name, holds in _patterns(text) if holds)
    yield from _capitals(line)
    told = len(TELLS.findall(text))
    yield f"form tells {min(told, 2)}"
    if said and said[0] in entries("page_orders"):
        yield "form order " + ("closed" if line.is_closed else "open")
    if line.is_closed:
        yield "form closed " + ("short" if count < _SHORT_SENTENCE else "prose")
    else:
        yield "form colon" if text[-1] == ":" else "form open"
    if line.is_item:
        yield "form item"


def _patterns(text: str) -> tuple[tuple[str, bool], ...]:
    return (
        ("you", _YOU.search(text) is not None),
        ("we", _WE.search(text) is not None),
        ("others", _OTHERS.search(text) is not None),
        ("points", _POINTS.search(text) is not None),
        ("quotes", not _QUOTES.isdisjoint(text)),
        ("clock", CLOCK.search(text) is not None),
        ("ago", _AGO.search(text) is not None),
        ("date", DATE.search(text) is not None),
        ("glued", _GLUED.search(text) is not None),
        ("comma", "," in text),
        ("brackets", text[0] in "([" and text[-1] in ")]"),
    )


def _capitals(line: Line) -> Iterator[str]:
    """How a line is capitalised: all of it, every word, only the first."""
    long = [word for word in line.words if len(word) > 3 and word[0].isalpha()]
    if line.text.isupper():
        yield "capitals all"
    elif long and all(word[0].isupper() for word in long):
        yield "capitals titled" if len(long) > 1 else "capitals one"
    elif line.text[0].islower():
        yield "capitals none"
    elif not any(word[0].isupper() for word in long[1:]):
        yield "capitals first"
