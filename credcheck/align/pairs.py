"""Many pairs of passages laid end to end, so that one step of numpy serves all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from credcheck.align.words import Flags, Numbers, Places, Wide
    from credcheck.types import Passage

    Terms = NDArray[np.int32]
    Doubles = NDArray[np.float64]
    Floats = NDArray[np.float32]

# Words of up to three letters are mostly the small change of grammar, which no spinner swaps.
SHORT_LETTERS_MAX = 3
# A stem that stands at most this often on either side tells where its match lies.
_ANCHOR_OCCURRENCES_MAX = 2
# The term of an empty cell.
NO_TERM = -1
# Empty cells before and after each side: a row of words that is looked for round an edge of the
# other side reaches no further.
MARGIN_CELLS = 160
# A word number has 32 bits; those of the pair and of the cell share the rest of a sorted number.
_STEM_BITS = 32


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """
    Pairs of passages side by side, a cell a word.

    Side 2n is the left one of pair n, side 2n + 1 the right one. Side s fills the cells from
    `starts[s]` up to `ends[s]`; `MARGIN_CELLS` empty cells stand before and after each. Of every
    cell, `side_of` tells the side (of an empty one the side before it), `words` is the folded word,
    `terms` numbers its stem, from 0, as no other pair does, `lengths` counts letters, `is_first`
    tells whether a sentence or the end begins there, `others` how often the stem stands on the
    other side. `ranked` are the filled cells in order of the term, then of the place.

    `sentences` are the first cells of all sentences in order, `sentence_ends` where they end,
    `sentence_of` numbers them for each cell; `sentence_starts[s]` is the number of the first one of
    side s, and the last entry how many there are. `anchors` are pairs of cells, in order of the
    left, where a stem stands that is rare on both sides. Of every term, `term_pairs` is its pair,
    `term_counts` how often it stands on the left and on the right.
    """

    passages: tuple[Passage, ...]
    starts: Places
    ends: Places
    side_of: Places
    words: Numbers
    terms: Terms
    ranked: Places
    lengths: Numbers
    is_first: Flags
    others: Terms
    sentences: Places
    sentence_ends: Places
    sentence_of: Places
    sentence_starts: Places
    anchors: tuple[Places, Places]
    term_pairs: Places
    term_counts: tuple[Places, Places]

    def __len__(self) -> int:
        return len(self.passages) // 2


def laid_out(pairs: Sequence[tuple[Passage, Passage]]) -> Pairs:
    """
    Lay pairs of passages side by side.

    Raises:
        ValueError: there are too many words; one pair may have 2**32.
    """
    passages = tuple(passage for pair in pairs for passage in pair)
    sizes = np.array([len(passage.words) for passage in passages])
    starts = np.cumsum(sizes + MARGIN_CELLS) - sizes
    ends = starts + sizes
    rooms = sizes + MARGIN_CELLS
    rooms[:1] += MARGIN_CELLS
    side_of = np.repeat(np.arange(len(passages)), rooms)
    first_words = [numbers(passage.sentences) for passage in passages]
    counts = np.array([len(some) for some in first_words])
    sentences = np.concatenate(first_words).astype(np.int64) + np.repeat(starts, counts)
    sentence_starts = np.append(0, np.cumsum(counts))
    sentence_ends = np.append(sentences[1:], 0)
    sentence_ends[sentence_starts[1:] - 1] = ends
    is_first = np.zeros(len(side_of), np.bool_)
    is_first[sentences] = True
    is_first[ends] = True
    places = Ranking.of(starts, ends, np.concatenate([numbers(p.stems) for p in passages]))
    lengths = _cells(numbers(p.ends) for p in passages)
    lengths -= _cells(numbers(p.starts) for p in passages)
    return Pairs(
        passages=passages,
        starts=starts,
        ends=ends,
        side_of=side_of,
        words=_cells(numbers(p.words) for p in passages),
        terms=places.terms(),
        ranked=places.cells,
        lengths=lengths,
        is_first=is_first,
        others=places.others(),
        sentences=sentences,
        sentence_ends=sentence_ends,
        sentence_of=_in_sentences(sentences, len(side_of)),
        sentence_starts=sentence_starts,
        anchors=places.anchors(),
        term_pairs=places.pairs,
        term_counts=(places.lefts, places.rights),
    )


def _in_sentences(sentences: Places, size: int) -> Places:
    """For each cell the number of the last sentence that begins there or before, or 0."""
    lengths = np.diff(sentences, append=size)
    lengths[:1] += sentences[:1]
    return np.repeat(np.arange(len(sentences)), lengths)


def numbers(values: array[int]) -> Numbers:
    """Return a row of a passage as an array, without copying it."""
    return np.frombuffer(values, np.uint32)


def _cells(rows: Iterable[Numbers]) -> Numbers:
    """Rows end to end, zeros before and after each."""
    gap = np.zeros(MARGIN_CELLS, np.uint32)
    laid = [gap]
    for row in rows:
        laid += (row, gap)
    return np.concatenate(laid)


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """
    The cells of `Pairs` sorted by pair, number and place.

    `cells` are the sorted cells of `size`; of each, `ranks` numbers the distinct numbers of the
    pairs from 0, and `is_right` is 1 on the right side, 0 on the left. Of each distinct number,
    `heads` is where in the sorted cells it begins, `pairs` its pair, `lefts` and `rights` how often
    it stands on either side.
    """

    size: int
    cells: Places
    ranks: Terms
    is_right: Places
    heads: Places
    pairs: Places
    lefts: Places
    rights: Places

    @classmethod
    def of(cls, starts: Places, ends: Places, values: Numbers) -> Ranking:
        """
        Sort the cells of all sides, side s from `starts[s]` up to `ends[s]`, by their values.

        Raises:
            ValueError: there are too many.
        """
        size = int(ends[-1]) + MARGIN_CELLS
        packed, bits = _packed(starts, ends, values, size.bit_length())
        packed.sort()
        cells = (packed & np.uint64((1 << bits) - 1)).view(np.int64)
        packed >>= np.uint64(bits)
        is_right = (packed & np.uint64(1)).view(np.int64)
        packed >>= np.uint64(1)
        is_new = np.empty(len(packed), np.bool_)
        is_new[:1] = True
        np.not_equal(packed[1:], packed[:-1], out=is_new[1:])
        heads = np.flatnonzero(is_new)
        ranks = np.cumsum(is_new, dtype=np.int32)
        ranks -= 1
        counts = np.diff(heads, append=len(packed))
        rights = np.diff(np.cumsum(is_right).take(heads + counts - 1), prepend=0)
        pairs = (packed.take(heads) >> np.uint64(_STEM_BITS)).view(np.int64)
        return cls(size, cells, ranks, is_right, heads, pairs, counts - rights, rights)

    def terms(self) -> Terms:
        """The rank of each cell; `NO_TERM` for an empty one."""
        found = np.full(self.size, NO_TERM, np.int32)
        found[self.cells] = self.ranks
        return found

    def others(self) -> Terms:
        """How often the number of each cell stands on the other side."""
        found = np.zeros(self.size, np.int32)
        elsewhere = np.stack([self.rights, self.lefts], axis=1).astype(np.int32).ravel()
        found[self.cells] = elsewhere.take(2 * self.ranks + self.is_right)
        return found

    def anchors(self) -> tuple[Places, Places]:
        """Cells of numbers that stand once or twice on both sides, all combinations."""
        is_rare = (self.lefts > 0) & (self.lefts <= _ANCHOR_OCCURRENCES_MAX)
        is_rare &= (self.rights > 0) & (self.rights <= _ANCHOR_OCCURRENCES_MAX)
        rare = np.flatnonzero(is_rare)
        heads, lefts, rights = (row.take(rare) for row in (self.heads, self.lefts, self.rights))
        # Of equal numbers those on the left come first.
        found, repeats = self.cells[spread(heads, lefts)], np.repeat(rights, lefts)
        first = np.repeat(heads + lefts, lefts)
        order = np.argsort(found)
        found, repeats, first = found[order], repeats[order], first[order]
        return np.repeat(found, repeats), self.cells[spread(first, repeats)]


def _packed(starts: Places, ends: Places, values: Numbers, bits: int) -> tuple[Wide, int]:
    """
    One number for each cell: its pair, its value, its side and its place, from the high bits down.

    Returns them and how many bits the place takes.
    """
    sides = np.arange(len(ends), dtype=np.uint64)
    if bits + 1 + _STEM_BITS + (len(ends) // 2 - 1).bit_length() > 64:
        raise ValueError(f"{ends[-1]} words of {len(ends) // 2} pairs are too many at once")
    lengths = ends - starts
    marks = sides >> np.uint64(1) << np.uint64(_STEM_BITS + 1 + bits)
    marks |= (sides & np.uint64(1)) << np.uint64(bits)
    # Behind the words before it, the first of a side stands so many cells too far left.
    marks += (starts - np.cumsum(lengths) + lengths).view(np.uint64)
    packed = values.astype(np.uint64)
    packed <<= np.uint64(bits + 1)
    packed += np.repeat(marks, lengths)
    packed += np.arange(len(packed), dtype=np.uint64)
    return packed, bits


def spread(first: Places, counts: Places) -> Places:
    """For each n the numbers from `first[n]` on, `counts[n]` of them, end to end."""
    before = np.cumsum(counts) - counts
    return np.repeat(first - before, counts) + np.arange(int(counts.sum()))
