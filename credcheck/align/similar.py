"""Pairs of sentences that are much alike, whatever the order of their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.exact import Region

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from credcheck.align.pair import Pair, Side
    from credcheck.align.words import Places

    Floats = NDArray[np.float64]

# Two sentences are seeds from this likeness on (cosine of tf-idf, share of common stems): the
# thresholds of Sanchez-Perez et al. 2014, which the development pairs confirmed.
SEED_COSINE_MIN = 0.33
SEED_DICE_MIN = 0.34
# Words of one and two letters carry no topic.
_TERM_LETTERS_MIN = 3
# Fewer shared stems cannot make a passage.
_SHARED_TERMS_MIN = 3
# Cells of the largest table made. Two articles need a tenth of it; beside a book only exact runs
# are sought.
_CELLS_MAX = 4_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """The distinct terms of each sentence of one side, a row each, and how often they stand there."""

    sentences: Places
    terms: Places
    counts: Places
    sentence_count: int

    @property
    def distinct(self) -> Places:
        """How many distinct terms each sentence has."""
        return np.bincount(self.sentences, minlength=self.sentence_count)


def like_sentences(pair: Pair) -> list[Region]:
    """
    Return the pairs of sentences that are much alike, in order.

    Likeness is the cosine of tf-idf over the sentences of both passages, and Dice's share of common
    stems.
    """
    sides = pair.left, pair.right
    shared = np.flatnonzero((sides[0].counts > 0) & (sides[1].counts > 0))
    rows = max(len(side.first_words) for side in sides)
    if len(shared) < _SHARED_TERMS_MIN or rows * max(rows, len(shared)) > _CELLS_MAX:
        return []
    cells = _cells(sides[0]), _cells(sides[1])
    frequencies = sum(np.bincount(c.terms, minlength=len(sides[0].counts)) for c in cells)
    sentence_count = sum(c.sentence_count for c in cells)
    weights = np.log(sentence_count / np.maximum(frequencies, 1)) + 1e-6
    columns = np.full(len(weights), -1)
    columns[shared] = np.arange(len(shared))
    lefts, rights = (_vectors(c, weights, columns, len(shared)) for c in cells)
    return list(_regions(sides, _alike(cells, lefts, rights)))


def _cells(side: Side) -> Cells:
    sentence_count = len(side.first_words) - 1
    sentences = np.repeat(np.arange(sentence_count), np.diff(side.first_words))
    content = np.flatnonzero(side.lengths >= _TERM_LETTERS_MIN)
    width = len(side.counts)
    found = sentences[content] * width + side.terms[content]
    distinct, counts = np.unique(found, return_counts=True)
    return Cells(distinct // width, distinct % width, counts, sentence_count)


def _vectors(cells: Cells, weights: Floats, columns: Places, width: int) -> Floats:
    """Sentences as unit vectors, of which only the terms that both passages have are kept."""
    values = cells.counts * weights[cells.terms]
    squares = np.bincount(cells.sentences, values * values, cells.sentence_count)
    values /= np.sqrt(squares)[cells.sentences] + 1e-9
    column = columns[cells.terms]
    kept = column >= 0
    vectors = np.zeros((cells.sentence_count, width), np.float32)
    vectors[cells.sentences[kept], column[kept]] = values[kept]
    return vectors


def _alike(cells: tuple[Cells, Cells], lefts: Floats, rights: Floats) -> tuple[Places, Places]:
    """Numbers of the left and the right sentences that make a pair."""
    rows, columns = np.nonzero(lefts @ rights.T > SEED_COSINE_MIN)
    common = ((lefts[rows] > 0) & (rights[columns] > 0)).sum(axis=1)
    total = cells[0].distinct[rows] + cells[1].distinct[columns]
    kept = 2 * common > SEED_DICE_MIN * total
    return rows[kept], columns[kept]


def _regions(sides: tuple[Side, Side], found: tuple[Places, Places]) -> list[Region]:
    lefts, rights = (side.first_words for side in sides)
    rows, columns = found
    ends = lefts[rows], lefts[rows + 1], rights[columns], rights[columns + 1]
    return [Region(*row) for row in zip(*(end.tolist() for end in ends), strict=True)]
