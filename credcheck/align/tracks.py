"""
Rows of words on both sides of many edges, read alike whichever way they lie.

A search for where two texts part goes from an edge to the left or to the right. The cells of all
pairs are laid out twice, front to back and back to front, so that both are rows that begin at a
cell and go on from there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from credcheck.align.pairs import MARGIN_CELLS, SHORT_LETTERS_MAX

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from credcheck.align.pairs import Floats, Pairs, Terms
    from credcheck.align.words import Flags, Places

# A word may stand this many words away from its place: shuffled phrases, dropped clauses.
BAND_WORDS = 16
# What an edge at the end of a sentence is worth, in nats: people copy whole sentences.
SENTENCE_BONUS = 2.0
_CHANCE_MAX = 0.97


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """
    Stretches of words, a row each, that are looked for at a fixed distance on the other side.

    Row n is made of `lengths[n]` cells of a `Track` from `firsts[n]` on; the match of the first is
    expected at `matches[n]`. Tables of them have `width` columns.
    """

    firsts: Places
    matches: Places
    lengths: Places
    width: int

    @classmethod
    def of(cls, firsts: Places, matches: Places, lengths: Places) -> Rows:
        """Rows in tables as wide as the longest."""
        return cls(firsts, matches, lengths, int(lengths.max(initial=0)))

    def part(self, kept: Places, lengths: Places) -> Rows:
        """Some of the rows, of other lengths."""
        return Rows.of(self.firsts[kept], self.matches[kept], lengths)

    def are_filled(self) -> Flags:
        """Tell which columns each row fills."""
        filled: Flags = np.arange(self.width) < self.lengths[:, None]
        return filled


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """
    What the `size` cells of pairs hold, front to back and once more back to front.

    So the words before an edge are read as those after one: cell c is at c and at `turned(c)`. At
    the end more empty cells follow: the row of an edge at the very first words reads beyond them.
    `chances` tells how likely a word has a match within the band by chance, `is_long` whether it
    has more than three letters, `bonuses` what an edge behind it is worth.
    """

    size: int
    terms: Terms
    chances: Floats
    is_long: Flags
    bonuses: Floats

    @classmethod
    def of(cls, pairs: Pairs) -> Track:
        """Lay a track through the cells of pairs."""
        bonuses = pairs.is_first * np.float32(SENTENCE_BONUS)
        return cls(
            len(pairs.terms),
            _there_and_back(pairs.terms),
            _there_and_back(_chances(pairs)),
            _there_and_back(pairs.lengths > SHORT_LETTERS_MAX),
            np.concatenate([bonuses[1:], bonuses[:1], bonuses[::-1], bonuses[:MARGIN_CELLS]]),
        )

    def turned(self, cells: Places) -> Places:
        """Where cells are on the way back."""
        return 2 * self.size - 1 - cells


def _there_and_back(values: NDArray[Any]) -> NDArray[Any]:
    return np.concatenate([values, values[::-1], values[:MARGIN_CELLS]])


def _chances(pairs: Pairs) -> Floats:
    """How likely the word in each cell has a match within the band by chance."""
    # One of its places there may be the copy; a stem never seen there may yet be written.
    elsewhere = np.maximum(np.arange(int(pairs.others.max()) + 1) - 1, 0) + 0.3
    sizes = (pairs.ends - pairs.starts).reshape(-1, 2)[:, ::-1].reshape(-1, 1)
    chances = np.minimum(1 - np.exp(-elsewhere * (2 * BAND_WORDS + 1) / sizes), _CHANCE_MAX)
    places = pairs.side_of * len(elsewhere)
    places += pairs.others
    found: Floats = chances.astype(np.float32).take(places)
    return found


def table(values: NDArray[Any], firsts: Places, width: int) -> NDArray[Any]:
    """A row of `width` values from each of some places on."""
    # Every stretch of that width, overlapping, without a copy.
    shape, step = (len(values) - width + 1, width), values.itemsize
    found: NDArray[Any] = np.ndarray(shape, values.dtype, values, strides=(step, step))[firsts]
    return found
