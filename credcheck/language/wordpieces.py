"""
Cut words into the pieces of a WordPiece vocabulary (Wu et al. 2016), as the encoder reads them.

Uncased, as BERT does it: small letters without accents, every punctuation mark by itself, and of
each word the longest piece of the vocabulary that fits, again and again from the left.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

# Pieces with a meaning of their own; the marks close what is read together and end paragraphs.
PADDING, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
CONTINUED = "##"
# A longer "word" is none, and is not worth the search.
LONGEST_WORD = 60
_ASCII_SIGNS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


@dataclass(frozen=True, eq=False)
class WordPieces:
    """The pieces by number and the numbers by piece."""

    names: tuple[str, ...]
    numbers: dict[str, int]

    @lru_cache(maxsize=1 << 16)  # noqa: B019  # There is one vocabulary a process.
    def of(self, token: str) -> tuple[int, ...]:
        """Return the pieces of one token, at least one; a line feed ends a paragraph."""
        if token.isspace():
            return (self.numbers[END],)
        words = [token.lower()] if token.isascii() and token.isalnum() else _words(token)
        found = tuple(piece for word in words for piece in self._cut(word))
        return found or (self.numbers[UNKNOWN],)

    @cached_property
    def words(self) -> NDArray[np.int64]:
        """The numbers of the pieces that are words by themselves, ascending."""
        return np.array([n for n, name in enumerate(self.names) if name.isalpha()], np.int64)

    def _cut(self, word: str) -> tuple[int, ...]:
        unknown = (self.numbers[UNKNOWN],)
        if len(word) > LONGEST_WORD:
            return unknown
        found: list[int] = []
        start = 0
        while start < len(word):
            sign = CONTINUED if start else ""
            ends = range(len(word), start, -1)
            end = next((end for end in ends if sign + word[start:end] in self.numbers), start)
            if end == start:
                return unknown
            found.append(self.numbers[sign + word[start:end]])
            start = end
        return tuple(found)


@lru_cache(maxsize=2)
def load_pieces(path: Path) -> WordPieces:
    """Read a vocabulary, one piece a line; raises OSError if there is none."""
    names = tuple(path.read_text(encoding="utf-8").split("\n"))
    return WordPieces(names, {name: number for number, name in enumerate(names) if name})


def _words(token: str) -> Iterator[str]:
    """Yield the runs of letters and the single signs of a token."""
    decomposed = unicodedata.normalize("NFD", token.lower())
    word = ""
    for character in decomposed:
        is_sign = _is_sign(character)
        if unicodedata.category(character) == "Mn":
            continue
        if not (is_sign or character.isspace()):
            word += character
            continue
        if word:
            yield word
        word = ""
        if is_sign:
            yield character
    if word:
        yield word


def _is_sign(character: str) -> bool:
    return character in _ASCII_SIGNS or unicodedata.category(character).startswith("P")
