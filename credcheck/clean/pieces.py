"""
The pieces of a text between white space, each once: plain words, and those that hold a sign.

A text says most of its words again and again, and most damage holds a sign or stands beside one.
What is looked for in the pieces is looked for in a fifth of the text, and most texts need no second
look.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from itertools import filterfalse

_WORD = re.compile(r"[A-Za-z]{3,600}")
_LENGTHS = range(3, 601)


@lru_cache(maxsize=2)
def marked_pieces(text: str) -> str:
    """
    The pieces that hold anything but letters, a space before and after each, in any order.

    What holds a sign and no white space, and asks for a space beside it at most, stands in the text
    only if it stands here.
    """
    return f" {' '.join(filterfalse(str.isalpha, _pieces(text)))} "


def words_but(text: str, known: Set[str]) -> set[str]:
    """The runs of three letters of English or more, as written, but for those that are `known`."""
    rest = _plain(text) - known
    plain = {word for word in rest if word.isascii() and len(word) in _LENGTHS}
    return plain | (_marked(text) - known)


def words_among(text: str, wanted: frozenset[str]) -> frozenset[str]:
    """The words of a text that are `wanted`, which holds words of three letters or more."""
    return (_plain(text) & wanted) | (_marked(text) & wanted)


def is_said(text: str, word: str) -> bool:
    """True if a text says a word of three letters or more, written so."""
    return len(word) in _LENGTHS and (word in _plain(text) or word in _marked(text))


def holds_piece(text: str, wanted: frozenset[str]) -> bool:
    """True if one of the pieces `wanted` stands in a text between white space."""
    return not wanted.isdisjoint(_pieces(text))


@lru_cache(maxsize=2)
def _pieces(text: str) -> frozenset[str]:
    return frozenset(text.split())


@lru_cache(maxsize=2)
def _plain(text: str) -> frozenset[str]:
    """The pieces that are words."""
    return frozenset(filter(str.isalpha, _pieces(text)))


@lru_cache(maxsize=2)
def _marked(text: str) -> frozenset[str]:
    """The words in the pieces that hold a sign."""
    return frozenset(_WORD.findall(marked_pieces(text)))
