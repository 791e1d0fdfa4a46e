"""Many pairs of passages laid end to end, so that one step of numpy serves all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from credcheck.align.words import Flags, Numbers, Places
    from credcheck.types import Passage

    Terms = NDArray[np.int32]
    Doubles = NDArray[np.float64]

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
    other side.

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
    lengths: Numbers
    is_first: Flags
    others: Places
    sentences: Places
    sentence_ends: Places
    sentence_of: Places
    sentence_starts: Places
    anchors: tuple[Places, Places]
    term_pairs: Places
    term_counts: tuple[Places, Places]

    def __len__(self) -> int:
        return len(self.passages) // 2

    @property
    def is_long(self) -> Flags:
        """Tell of each cell whether it holds a word of more than three letters."""
        found: Flags = self.lengths > SHORT_LETTERS_MAX
        return found


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
        terms=places.ranks(),
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

    `cells` are the sorted cells of `size`. Of each distinct number of a pair, `heads` is where in
    them it begins, `pairs` its pair, `lefts` and `rights` how often it stands on either side.
    """

    size: int
    cells: Places
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
        bits = size.bit_length()
        if bits + _STEM_BITS + (len(ends) // 2 - 1).bit_length() > 64:
            raise ValueError(f"{size} words of {len(ends) // 2} pairs are too many at once")
        lengths = ends - starts
        pairs = np.arange(len(ends), dtype=np.uint64) >> np.uint64(1)
        packed = np.repeat(pairs << np.uint64(_STEM_BITS), lengths)
        packed |= values
        packed <<= np.uint64(bits)
        packed |= spread(starts, lengths).view(np.uint64)
        packed.sort()
        cells = (packed & np.uint64((1 << bits) - 1)).view(np.int64)
        packed >>= np.uint64(bits)
        is_new = np.empty(len(packed), np.bool_)
        is_new[:1] = True
        np.not_equal(packed[1:], packed[:-1], out=is_new[1:])
        heads = np.flatnonzero(is_new)
        packed >>= np.uint64(_STEM_BITS)
        owners = packed.view(np.int64)
        # Within a pair, the cells of the right side come after those of the left.
        is_right = cells >= starts[1::2].take(owners)
        rights = np.add.reduceat(is_right, heads, dtype=np.int64)
        lefts = np.diff(heads, append=len(cells)) - rights
        return cls(size, cells, heads, owners.take(heads), lefts, rights)

    def ranks(self) -> Terms:
        """The number of each cell, counted from 0; `NO_TERM` for an empty one."""
        found = np.full(self.size, NO_TERM, np.int32)
        count = np.arange(len(self.heads), dtype=np.int32)
        found[self.cells] = np.repeat(count, self.lefts + self.rights)
        return found

    def others(self) -> Places:
        """How often the number of each cell stands on the other side."""
        found = np.zeros(self.size, np.int64)
        # Of equal numbers those on the left come first.
        found[self.cells] = np.repeat(
            _in_turn(self.rights, self.lefts), _in_turn(self.lefts, self.rights)
        )
        return found

    def anchors(self) -> tuple[Places, Places]:
        """Cells of numbers that stand once or twice on both sides, all combinations."""
        is_rare = (self.lefts > 0) & (self.lefts <= _ANCHOR_OCCURRENCES_MAX)
        is_rare &= (self.rights > 0) & (self.rights <= _ANCHOR_OCCURRENCES_MAX)
        heads, lefts, rights = self.heads[is_rare], self.lefts[is_rare], self.rights[is_rare]
        found, repeats = self.cells[spread(heads, lefts)], np.repeat(rights, lefts)
        first = np.repeat(heads + lefts, lefts)
        order = np.argsort(found)
        found, repeats, first = found[order], repeats[order], first[order]
        return np.repeat(found, repeats), self.cells[spread(first, repeats)]


def _in_turn(one: Places, other: Places) -> Places:
    """The first of `one`, the first of `other`, the second of `one`, ..."""
    return np.stack([one, other], axis=1).ravel()


def spread(first: Places, counts: Places) -> Places:
    """For each n the numbers from `first[n]` on, `counts[n]` of them, end to end."""
    before = np.cumsum(counts) - counts
    return np.repeat(first - before, counts) + np.arange(int(counts.sum()))
