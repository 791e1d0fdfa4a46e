"""
Does a word fit the words around it, whatever their order?

Word vectors trained to predict a word from the ten words on either side (continuous bag of words,
Mikolov et al. 2013): the mean of the input vectors around a place, times the output vector of a
word, is a log-odds up to a constant. This sees further than an n-gram: "the bank raised interest"
speaks against "curiosity" ten words away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ids = NDArray[np.int32]
    Floats = NDArray[np.float32]
    Places = NDArray[np.int64]

# Words so near a place are left out: the n-grams have judged them. Words up to REACH count.
NEAREST, REACH = 2, 20

# Differences beyond this say no more.
MOST_FIT = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class WordVectors:
    """Quantised vectors; `rows` maps the number of a word to its row, the last row is nought."""

    rows: NDArray[np.uint16]
    inputs: NDArray[np.int8]
    outputs: NDArray[np.int8]
    scale: float  # What one step of a product of an input and an output is worth.

    @property
    def nought(self) -> int:
        """The row of words without a vector."""
        return len(self.inputs) - 1

    def surroundings(self, ids: Ids, starts: Places, ends: Places) -> Floats:
        """Return the mean input vector of the words up to REACH before and after each range."""
        rows = self.rows[ids]
        sums = np.zeros((len(ids) + 1, self.inputs.shape[1]), np.float32)
        np.cumsum(self.inputs[rows], axis=0, dtype=np.float32, out=sums[1:])
        counts = np.concatenate([[0], np.cumsum(rows < self.nought)])
        low, high = np.maximum(starts - REACH, 0), np.minimum(ends + REACH, len(ids))
        left, right = np.maximum(starts - NEAREST, 0), np.minimum(ends + NEAREST, len(ids))
        around = sums[high] - sums[right] + sums[left] - sums[low]
        number = counts[high] - counts[right] + counts[left] - counts[low]
        around /= np.maximum(number, 1).astype(np.float32)[:, None]
        around *= np.float32(self.scale)
        mean: Floats = around
        return mean

    def fits(self, around: Floats, words: Ids) -> tuple[Floats, NDArray[np.bool_]]:
        """
        Return how well each phrase fits, and whether any of its words has a vector.

        `words` has the shape (phrases, most words), padded with -1; a phrase counts as the mean of
        its words.
        """
        total = np.zeros(len(words), np.float32)
        number = np.zeros(len(words), np.float32)
        for column in words.T:
            rows = self.rows[np.maximum(column, 0)]
            heard = np.flatnonzero((column >= 0) & (rows < self.nought))
            if not len(heard):
                continue
            outputs = self.outputs[rows[heard]].astype(np.float32)
            total[heard] += np.einsum("ij,ij->i", around[heard], outputs)
            number[heard] += 1
        total /= np.maximum(number, np.float32(1))
        return total, number > 0


def words_between(ids: Ids, starts: Places, ends: Places) -> Ids:
    """Return the tokens of each range, padded with -1."""
    width = int((ends - starts).max())
    places = starts[:, None] + np.arange(width)
    inside = places < ends[:, None]
    return np.where(inside, ids[np.minimum(places, len(ids) - 1)], -1).astype(np.int32)
