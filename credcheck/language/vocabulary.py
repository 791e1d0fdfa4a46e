"""The words a model knows, and the number of each token of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.characters import DIGIT, NEWLINE
from credcheck.language.tokens import cut

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from credcheck.language.static_function import StaticFunction
    from credcheck.language.tokens import Cuts

    Ids = NDArray[np.int32]
    Places = NDArray[np.int64]

# The numbers of the tokens that stand for many; words follow in order of falling frequency.
UNKNOWN, PARAGRAPH, NUMBER, YEAR = range(4)
PLACEHOLDERS = ("<unknown>", "<paragraph>", "<number>", "<year>")

# Numbers that are words in their own right; all others are one token, or a year.
COUNTED_NUMBERS = (*range(21), *range(30, 101, 10), 1000)
YEARS = range(1900, 2041)
_LONGEST_COUNTED = 5

# An id takes 17 bits of a cell of the word table; the 15 above it are the fingerprint.
ID_BITS = 17


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The tokens of a text: numbers in the vocabulary, half-open code-point ranges, capitals."""

    ids: Ids
    starts: Places
    ends: Places
    are_capital: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Words by number: `table` maps the hash of a word to it, `counted` a small integer to it."""

    characters: NDArray[np.uint16]
    table: StaticFunction
    counted: Ids
    words: int

    def tokens(self, text: str) -> Tokens:
        """Cut `text` into tokens and number them; line feeds in a row become one PARAGRAPH."""
        cuts = cut(text, self.characters)
        ids = self.ids_of(cuts)
        _number(ids, cuts, text, self.counted)
        ids[cuts.classes == NEWLINE] = PARAGRAPH
        return _without_empty_paragraphs(ids, cuts)

    def ids_of(self, cuts: Cuts) -> Ids:
        """Return the number of each token as a word, UNKNOWN for words not in the vocabulary."""
        found = self.table.look_up(cuts.hashes)
        found[found >= np.uint32(self.words)] = UNKNOWN
        return found.astype(np.int32)


def counted_table(number_ids: dict[int, int]) -> Ids:
    """Return, for each integer up to 1000, the token it becomes (`Vocabulary.counted`)."""
    table = np.full(1001, NUMBER, np.int32)
    for value, token in number_ids.items():
        table[value] = token
    return table


def _number(ids: Ids, cuts: Cuts, text: str, counted: Ids) -> None:
    """Set the tokens of numbers in `ids`."""
    for place in np.flatnonzero(cuts.classes == DIGIT).tolist():
        ids[place] = number_token(text[cuts.starts[place] : cuts.ends[place]], counted)


def number_token(digits: str, counted: Ids) -> int:
    """Return the token of a number as written: itself if small and round, a year, or NUMBER."""
    if len(digits) > _LONGEST_COUNTED or "." in digits:
        return NUMBER
    value = int(digits.replace(",", ""))
    if len(digits) == len("1999") and "," not in digits and value in YEARS:
        return YEAR
    return int(counted[value]) if value < len(counted) else NUMBER


def _without_empty_paragraphs(ids: Ids, cuts: Cuts) -> Tokens:
    keep = np.ones(len(ids), np.bool_)
    keep[1:] = (ids[1:] != PARAGRAPH) | (ids[:-1] != PARAGRAPH)
    return Tokens(ids[keep], cuts.starts[keep], cuts.ends[keep], cuts.are_capital[keep])
