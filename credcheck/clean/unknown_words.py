"""
The words of a text that are none, and the words that stand beside them.

Glued words and misread words are looked for among these, which are one in a hundred; the search for
them is made once for a text, whoever asks.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache, lru_cache

from credcheck.clean.pieces import words_among, words_but
from credcheck.types import Span

_BEFORE = re.compile(r"([A-Za-z'’]{1,30}) \Z")
_AFTER = re.compile(r" ([A-Za-z'’]{1,30})")
_CAPITAL_INSIDE = re.compile(r"[A-Z]?[a-z]+[A-Z][A-Za-z]*")
_CONTEXT = 32
_SHORTEST_SAID = 4


@cache
def known_words() -> Set[str]:
    """Every word that is one, in lower case."""
    from credcheck.clean.segmentation import word_costs
    from credcheck.lexicons import entries

    known = set(word_costs())
    known.update(entries("written_together"))
    known.difference_update(entries("glued_vocabulary"))
    return known


@cache
def dictionary_words() -> Set[str]:
    """The known words that are no names, abbreviations or torn pieces."""
    from credcheck.lexicons import entries

    return known_words() - set(entries("word_pieces"))


@cache
def _glued_in_lower_case() -> frozenset[str]:
    from credcheck.lexicons import entries

    return frozenset(entries("glued_in_lower_case"))


@lru_cache(maxsize=2)
def _as_written(text: str) -> tuple[tuple[str, str], ...]:
    """The runs that are no known word as they are written, each with its lower case."""
    return tuple((word, word.lower()) for word in words_but(text, known_words()))


def known_in_capitals(text: str) -> tuple[str, ...]:
    """The known words that have a capital inside here ("NewYork"), sorted, each once."""
    known = known_words()
    mixed = (word for word, low in _as_written(text) if low in known and low[1:] != word[1:])
    return tuple(sorted(filter(_CAPITAL_INSIDE.fullmatch, mixed)))


@lru_cache(maxsize=2)
def unknown_words(text: str) -> tuple[str, ...]:
    """The runs of three letters or more that are no known word, sorted, each once."""
    known = known_words()
    unknown = {word for word, low in _as_written(text) if low not in known}
    return tuple(sorted(unknown | words_among(text, _glued_in_lower_case())))


@lru_cache(maxsize=2)
def unknown_names(text: str) -> frozenset[str]:
    """The names of a text that are unknown and long enough to be told from chance."""
    said = (word for word in unknown_words(text) if len(word) >= _SHORTEST_SAID)
    return frozenset(word for word in said if word[0].isupper() and word[1:].islower())


def neighbours(text: str, span: Span) -> tuple[str, str]:
    """The known words right before and after a span, in lower case; "" where there is none."""
    before = _BEFORE.search(text[max(0, span.start - _CONTEXT) : span.start])
    return _known(before), _known(_AFTER.match(text, span.end))


def _known(found: re.Match[str] | None) -> str:
    word = found[1].lower() if found else ""
    return word if word in known_words() else ""
