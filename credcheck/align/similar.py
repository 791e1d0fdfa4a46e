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

    from credcheck.align.pairs import Pairs, Terms
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
class Rows:
    """
    The sentences that are compared.

    `sentences` are their numbers in order; those of side s begin at `starts[s]`, and the last entry
    of that is how many there are.
    """

    sentences: Places
    starts: Places

    @classmethod
    def of(cls, pairs: Pairs, is_open: Flags) -> Rows:
        """The sentences that are open."""
        sentences = np.flatnonzero(is_open)
        return cls(sentences, sentences.searchsorted(pairs.sentence_starts))


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """
    Sentences as unit vectors, of which only the terms that both passages have are kept.

    The table of pair n begins at `bases[n]` of `cells`: a row a sentence, first of the left, and
    `widths[n]` columns, none if there is nothing to compare; `terms` tells how many words of each
    sentence carry a topic.
    """

    rows: Rows
    cells: Floats
    bases: Places
    widths: Places
    terms: Places

    def alike(self, number: int) -> tuple[Places, Places]:
        """The numbers of the sentences of a pair of passages that are alike."""
        width, base = int(self.widths[number]), int(self.bases[number])
        none = self.rows.sentences[:0]
        if not width:
            return none, none
        start, middle, end = self.rows.starts[2 * number : 2 * number + 3].tolist()
        table = self.cells[base : base + (end - start) * width].reshape(-1, width)
        lefts, rights = table[: middle - start], table[middle - start :]
        places = np.flatnonzero(_products(lefts, rights) > SEED_COSINE_MIN)
        if not len(places):
            return none, none
        rows, columns = np.divmod(places, len(rights))
        common = np.count_nonzero((lefts[rows] > 0) & (rights[columns] > 0), axis=1)
        rows, columns = self.rows.sentences[rows + start], self.rows.sentences[columns + middle]
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
    tables; the row of each sentence begins at `places`, -1 for one that has none.
    """

    is_shared: Flags
    bases: Places
    widths: Places
    columns: Places
    size: int
    places: Places


def _layout(pairs: Pairs, rows: Rows) -> Layout:
    """Make room for the pairs that have enough in common and are not too large."""
    lefts, rights = pairs.term_counts
    is_shared = (lefts > 0) & (rights > 0)
    pair_of = pairs.term_pairs
    widths = np.bincount(pair_of[is_shared], minlength=len(pairs))
    columns = np.cumsum(is_shared) - 1 - (np.cumsum(widths) - widths)[pair_of]
    sides = np.diff(rows.starts).reshape(-1, 2)
    heights = sides.sum(axis=1)
    is_wanted = widths >= _SHARED_TERMS_MIN
    is_wanted &= heights * np.maximum(heights, widths) <= _CELLS_MAX
    is_wanted &= (sides > 0).all(axis=1)
    widths *= is_wanted
    sizes = widths * heights
    bases = np.cumsum(sizes) - sizes
    places = np.full(len(pairs.sentences), -1)
    nth = np.arange(len(rows.sentences)) - np.repeat(rows.starts[:-1:2], heights)
    found = np.repeat(bases, heights) + nth * np.repeat(widths, heights)
    places[rows.sentences] = np.where(np.repeat(is_wanted, heights), found, -1)
    return Layout(is_shared, bases, widths, columns, int(sizes.sum()), places)


def _tables(pairs: Pairs, is_open: Flags) -> Tables:
    """The vectors of the sentences of all pairs that are worth it."""
    rows = Rows.of(pairs, is_open)
    layout = _layout(pairs, rows)
    words, terms, sentences, times = _entries(pairs, layout)
    has_topic = pairs.lengths >= _TERM_LETTERS_MIN
    of_terms = _weights(pairs, layout, terms)
    weights = of_terms.take(pairs.terms, mode="wrap")
    weights *= has_topic
    squares = np.add.reduceat(weights * weights, pairs.sentences)
    scale = (1 / np.sqrt(squares + 1e-9)).astype(np.float32)
    cells = np.zeros(layout.size, np.float32)
    places = layout.places.take(sentences)
    kept = np.flatnonzero(places >= 0)
    terms = terms[kept]
    vectors = np.sqrt(times[kept], dtype=np.float32) * weights[words[kept]]
    cells[places[kept] + layout.columns[terms]] = vectors * scale[sentences[kept]]
    topics = np.add.reduceat(has_topic.astype(np.int64), pairs.sentences)
    return Tables(rows, cells, layout.bases, layout.widths, topics)


def _entries(pairs: Pairs, layout: Layout) -> tuple[Places, Terms, Places, Places]:
    """
    Every term of every sentence of the pairs that have a table, once.

    Returns a cell of `pairs` that holds it, the term and the sentence, and how often it stands
    there.
    """
    is_wanted = (pairs.lengths >= _TERM_LETTERS_MIN) & (pairs.others > 0)
    # In order of the term and then of the place: equal ones of a sentence stand side by side.
    words = pairs.ranked[is_wanted.take(pairs.ranked)]
    terms, sentences = pairs.terms.take(words), pairs.sentence_of.take(words)
    is_new = np.empty(len(words), np.bool_)
    is_new[:1] = True
    np.not_equal(terms[1:], terms[:-1], out=is_new[1:])
    is_new[1:] |= sentences[1:] != sentences[:-1]
    heads = np.flatnonzero(is_new)
    times = np.diff(heads, append=len(words))
    return words[heads], terms[heads], sentences[heads], times


def _weights(pairs: Pairs, layout: Layout, terms: Terms) -> Floats:
    """
    Inverse sentence frequency of each term; one that stands on one side only counts by words.

    `terms` are the shared ones, each once a sentence.
    """
    sentences = np.diff(pairs.sentence_starts[::2])[pairs.term_pairs]
    lefts, rights = pairs.term_counts
    shared = np.bincount(terms, minlength=len(lefts))
    frequencies = np.where(layout.is_shared, shared, lefts + rights)
    frequencies = np.minimum(np.maximum(frequencies, 1), sentences)
    weights: Floats = np.log(sentences / frequencies).astype(np.float32) + np.float32(1e-6)
    return weights
