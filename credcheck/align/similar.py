"""Pairs of sentences that are much alike, whatever the order of their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.exact import Region

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from credcheck.align.pair import Pair, Side
    from credcheck.align.words import Flags, Places

    Floats = NDArray[np.float32]

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
# Multiplications up to which OpenBLAS keeps to one thread.
_PRODUCT_MAX = 1 << 18


def like_sentences(pair: Pair, known: Sequence[Region] = ()) -> list[Region]:
    """
    Return the pairs of sentences that are much alike, in order.

    Likeness is the cosine of tf-idf over the sentences of both passages, and Dice's share of common
    stems. Sentences that lie within a region already `known`, on their side, are left out.
    """
    sides = pair.left, pair.right
    shared = np.flatnonzero((sides[0].counts > 0) & (sides[1].counts > 0))
    size = sum(len(side.first_words) for side in sides)
    if len(shared) < _SHARED_TERMS_MIN or size * max(size, len(shared)) > _CELLS_MAX:
        return []
    columns = np.full(len(sides[0].counts), len(shared))
    columns[shared] = np.arange(len(shared))
    tables = [_table(side, columns, len(shared)) for side in sides]
    weights = _weights(sides, tables, shared)
    open_rows = (
        np.flatnonzero(_are_open(sides[0], [r.lefts for r in known])),
        np.flatnonzero(_are_open(sides[1], [r.rights for r in known])),
    )
    lefts, rights = (
        _vectors(side, table, weights, shared)[rows]
        for side, table, rows in zip(sides, tables, open_rows, strict=True)
    )
    found = np.nonzero(_products(lefts, rights) > SEED_COSINE_MIN)
    alike = open_rows[0][found[0]], open_rows[1][found[1]]
    return _regions(sides, _with_common_terms(sides, tables, alike))


def _products(lefts: Floats, rights: Floats) -> Floats:
    """
    All scalar products, a few rows at a time.

    OpenBLAS starts threads for larger products, which cost far more than they bring where every
    core already runs a worker of ours.
    """
    step = max(1, _PRODUCT_MAX // max(1, rights.size))
    products = np.empty((len(lefts), len(rights)), np.float32)
    for row in range(0, len(lefts), step):
        np.dot(lefts[row : row + step], rights.T, out=products[row : row + step])
    return products


def _are_open(side: Side, known: list[slice]) -> Flags:
    """Tell for each sentence whether no known stretch holds all of it."""
    is_open = np.ones(len(side.first_words) - 1, np.bool_)
    for words in known:
        first, after = side.first_words.searchsorted((words.start, words.stop + 1)).tolist()
        is_open[first : max(first, after - 1)] = False
    return is_open


def _table(side: Side, columns: Places, width: int) -> Places:
    """How often each shared term stands in each sentence."""
    content = np.flatnonzero(side.lengths >= _TERM_LETTERS_MIN)
    rows = len(side.first_words) - 1
    cells = side.sentence_of[content] * (width + 1) + columns[side.terms[content]]
    return np.bincount(cells, minlength=rows * (width + 1)).reshape(rows, width + 1)[:, :-1]


def _weights(sides: tuple[Side, Side], tables: list[Places], shared: Places) -> Floats:
    """Inverse sentence frequency of each term; one that stands on one side only counts by words."""
    frequencies = sides[0].counts + sides[1].counts
    frequencies[shared] = sum(np.count_nonzero(table, axis=0) for table in tables)
    sentences = sum(len(table) for table in tables)
    frequencies = np.minimum(np.maximum(frequencies, 1), sentences)
    weights: Floats = np.log(sentences / frequencies).astype(np.float32) + np.float32(1e-6)
    return weights


def _vectors(side: Side, table: Places, weights: Floats, shared: Places) -> Floats:
    """Sentences as unit vectors, of which only the terms that both passages have are kept."""
    word_weights = weights[side.terms] * (side.lengths >= _TERM_LETTERS_MIN)
    squares = np.add.reduceat(word_weights * word_weights, side.first_words[:-1])
    scale = 1 / np.sqrt(squares + 1e-9)
    vectors: Floats = np.sqrt(table, dtype=np.float32)
    vectors *= weights[shared]
    vectors *= scale.astype(np.float32)[:, None]
    return vectors


def _with_common_terms(
    sides: tuple[Side, Side], tables: list[Places], alike: tuple[Places, Places]
) -> tuple[Places, Places]:
    """Of pairs of sentences, given by number, those that have enough distinct terms in common."""
    rows, columns = alike
    common = ((tables[0][rows] > 0) & (tables[1][columns] > 0)).sum(axis=1)
    left, right = (
        np.add.reduceat(side.lengths >= _TERM_LETTERS_MIN, side.first_words[:-1], dtype=np.int64)
        for side in sides
    )
    kept = 2 * common > SEED_DICE_MIN * (left[rows] + right[columns])
    return rows[kept], columns[kept]


def _regions(sides: tuple[Side, Side], found: tuple[Places, Places]) -> list[Region]:
    lefts, rights = (side.first_words for side in sides)
    rows, columns = found
    ends = lefts[rows], lefts[rows + 1], rights[columns], rights[columns + 1]
    return [Region(*row) for row in zip(*(end.tolist() for end in ends), strict=True)]
