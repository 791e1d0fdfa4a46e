"""Pairs of sentences that are much alike, whatever the order of their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.exact import Region
from credcheck.align.extend import edges_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from credcheck.align.pairs import Pairs
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


def like_sentences(pairs: Pairs, known: Sequence[Sequence[Region]]) -> list[list[Region]]:
    """
    Return the pairs of sentences of each pair of passages that are much alike, in order.

    Likeness is the cosine of tf-idf over the sentences of both passages, and Dice's share of common
    stems. Sentences that lie within a region already `known`, on their side, are left out.
    """
    tables = _tables(pairs, _are_open(pairs, known))
    return [_regions(pairs, number, *tables.alike(number)) for number in range(len(pairs))]


def _regions(pairs: Pairs, number: int, lefts: Places, rights: Places) -> list[Region]:
    """Pairs of sentences, given by number, in words of their passages."""
    if not len(lefts):
        return []
    base, other = pairs.starts[2 * number : 2 * number + 2].tolist()
    starts, ends = pairs.sentences, pairs.sentence_ends
    columns = starts[lefts] - base, ends[lefts] - base, starts[rights] - other, ends[rights] - other
    return [Region(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def _are_open(pairs: Pairs, known: Sequence[Sequence[Region]]) -> Flags:
    """Tell for each sentence whether no known stretch holds all of it."""
    edges = edges_of(pairs, known).reshape(-1, 2)
    first = pairs.sentences.searchsorted(edges[:, 0])
    after = np.maximum(first, pairs.sentence_ends.searchsorted(edges[:, 1], side="right"))
    size = len(pairs.sentences) + 1
    depth = np.bincount(first, minlength=size) - np.bincount(after, minlength=size)
    is_open: Flags = depth.cumsum()[:-1] == 0
    return is_open


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """
    Sentences as unit vectors, of which only the terms that both passages have are kept.

    The table of pair n begins at `bases[n]` of `cells`: a row a sentence, first of the left, and
    `widths[n]` columns, none if there is nothing to compare. `sentence_starts[s]` is the number of
    the first sentence of side s; `terms` tells how many words of each sentence carry a topic.
    """

    cells: Floats
    bases: Places
    widths: Places
    sentence_starts: Places
    terms: Places
    is_open: Flags

    def alike(self, number: int) -> tuple[Places, Places]:
        """The numbers of the sentences of a pair of passages that are alike."""
        start, middle, end = self.sentence_starts[2 * number : 2 * number + 3].tolist()
        open_lefts = np.flatnonzero(self.is_open[start:middle])
        open_rights = np.flatnonzero(self.is_open[middle:end])
        width, base = int(self.widths[number]), int(self.bases[number])
        if not width or not len(open_lefts) or not len(open_rights):
            return open_lefts[:0], open_rights[:0]
        table = self.cells[base : base + (end - start) * width].reshape(-1, width)
        lefts, rights = table[open_lefts], table[open_rights + (middle - start)]
        rows, columns = np.nonzero(_products(lefts, rights) > SEED_COSINE_MIN)
        common = np.count_nonzero((lefts[rows] > 0) & (rights[columns] > 0), axis=1)
        rows, columns = open_lefts[rows] + start, open_rights[columns] + middle
        kept = 2 * common > SEED_DICE_MIN * (self.terms[rows] + self.terms[columns])
        return rows[kept], columns[kept]


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


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """
    Where the tables lie: `bases` and `widths` as in `Tables`, and the column of each shared term.

    `is_shared` tells of each term whether it stands on both sides. `size` counts the cells of all
    tables.
    """

    is_shared: Flags
    bases: Places
    widths: Places
    columns: Places
    size: int


def _layout(pairs: Pairs, is_open: Flags) -> Layout:
    """Make room for the pairs that have enough in common and are not too large."""
    lefts, rights = pairs.term_counts
    is_shared = (lefts > 0) & (rights > 0)
    pair_of = pairs.term_pairs
    widths = np.bincount(pair_of[is_shared], minlength=len(pairs))
    columns = np.cumsum(is_shared) - 1 - (np.cumsum(widths) - widths)[pair_of]
    heights = np.diff(pairs.sentence_starts[::2])
    rows = heights + 2
    is_wanted = (widths >= _SHARED_TERMS_MIN) & (rows * np.maximum(rows, widths) <= _CELLS_MAX)
    is_wanted &= np.logical_or.reduceat(is_open, pairs.sentence_starts[:-1]).reshape(-1, 2).all(1)
    sizes = widths * heights * is_wanted
    bases = np.cumsum(sizes) - sizes
    return Layout(is_shared, bases, widths * is_wanted, columns, int(sizes.sum()))


def _tables(pairs: Pairs, is_open: Flags) -> Tables:
    """The vectors of the sentences of all pairs that are worth it."""
    layout = _layout(pairs, is_open)
    places, words, times = _entries(pairs, layout)
    has_topic = pairs.lengths >= _TERM_LETTERS_MIN
    weights = _weights(pairs, layout, words).take(pairs.terms, mode="wrap")
    weights *= has_topic
    squares = np.add.reduceat(weights * weights, pairs.sentences)
    scale = (1 / np.sqrt(squares + 1e-9)).astype(np.float32)
    cells = np.zeros(layout.size, np.float32)
    vectors = np.sqrt(times, dtype=np.float32) * weights[words]
    cells[places] = vectors * scale[pairs.sentence_of[words]]
    terms = np.add.reduceat(has_topic, pairs.sentences, dtype=np.int64)
    return Tables(cells, layout.bases, layout.widths, pairs.sentence_starts, terms, is_open)


def _entries(pairs: Pairs, layout: Layout) -> tuple[Places, Places, Places]:
    """
    Every term of every sentence of the tables, once.

    Returns its place in them, a cell of `pairs` that holds it, and how often the sentence does.
    """
    is_wanted = (pairs.lengths >= _TERM_LETTERS_MIN) & (pairs.others > 0)
    words = np.flatnonzero(is_wanted & (layout.widths > 0)[pairs.side_of >> 1])
    pair = pairs.side_of[words] >> 1
    rows = pairs.sentence_of[words] - pairs.sentence_starts[2 * pair]
    places = layout.bases[pair] + rows * layout.widths[pair] + layout.columns[pairs.terms[words]]
    bits = len(pairs.terms).bit_length()
    packed = np.sort(places << bits | words)
    places = packed >> bits
    heads = np.flatnonzero(np.append(True, places[1:] != places[:-1])[: len(places)])
    times = np.diff(np.append(heads, len(places)))
    return places[heads], packed[heads] & ((1 << bits) - 1), times


def _weights(pairs: Pairs, layout: Layout, words: Places) -> Floats:
    """
    Inverse sentence frequency of each term; one that stands on one side only counts by words.

    `words` are cells that hold each shared term once a sentence.
    """
    sentences = np.diff(pairs.sentence_starts[::2])[pairs.term_pairs]
    lefts, rights = pairs.term_counts
    shared = np.bincount(pairs.terms[words], minlength=len(lefts))
    frequencies = np.where(layout.is_shared, shared, lefts + rights)
    frequencies = np.minimum(np.maximum(frequencies, 1), sentences)
    weights: Floats = np.log(sentences / frequencies).astype(np.float32) + np.float32(1e-6)
    return weights
