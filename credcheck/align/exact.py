"""Find stretches of words that two passages share letter for letter."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.pairs import spread
from credcheck.align.sketch import heads_of

if TYPE_CHECKING:
    from credcheck.align.pairs import Pairs
    from credcheck.align.sketch import Keys
    from credcheck.align.words import Numbers, Places

# A gram that stands more often in the right passage says nothing ("he told the news agency").
_OCCURRENCES_MAX = 8
# Any odd numbers do.
_STEP, _MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, slots=True, order=True)
class Region:
    """
    Words `left_start` up to `left_end` of one passage against a stretch of the other.

    `evidence` is how much the words say for a common origin, in nats.
    """

    left_start: int
    left_end: int
    right_start: int
    right_end: int
    evidence: float = field(default=0.0, compare=False)

    @property
    def lefts(self) -> slice:
        """The words on the left."""
        return slice(self.left_start, self.left_end)

    @property
    def rights(self) -> slice:
        """The words on the right."""
        return slice(self.right_start, self.right_end)

    @property
    def left_words(self) -> int:
        """How many words stand on the left."""
        return self.left_end - self.left_start

    @property
    def right_words(self) -> int:
        """How many words stand on the right."""
        return self.right_end - self.right_start

    def turned(self) -> Region:
        """The same with left and right exchanged."""
        return Region(
            self.right_start, self.right_end, self.left_start, self.left_end, self.evidence
        )

    def hull(self, other: Region) -> Region:
        """The smallest region that holds both."""
        return Region(
            min(self.left_start, other.left_start),
            max(self.left_end, other.left_end),
            min(self.right_start, other.right_start),
            max(self.right_end, other.right_end),
            self.evidence + other.evidence,
        )


def common_runs(left: Numbers, right: Numbers, min_words: int) -> list[Region]:
    """
    Return all maximal runs of at least `min_words` words that stand in both, in order of the left.

    Both sides of a region are equally long.
    """
    sizes, starts = np.array([len(left), len(right)]), np.array([0, len(left)])
    words, side_of = np.concatenate([left, right]), np.repeat(np.arange(2), sizes)
    cells = spread(starts, np.maximum(sizes - min_words + 1, 0))
    return _runs(_Sides(words, starts, side_of), cells, min_words).regions(1)[0]


def shared_runs(pairs: Pairs, min_words: int) -> Runs:
    """Return the maximal runs that the sides of each pair share."""
    # A word that the other side has not begins no run and ends it; nor does the other side have
    # the empty cells between two sides.
    is_common = pairs.others > 0
    count = len(is_common) - min_words + 1
    is_start = is_common[:count].copy()
    for place in range(1, min_words):
        is_start &= is_common[place : place + count]
    sides = _Sides(pairs.words, pairs.starts, pairs.side_of)
    return _runs(sides, np.flatnonzero(is_start), min_words)


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """
    Stretches of words that the two sides of pairs share, in order of the pair and of the left.

    Of each, `pairs` is its pair, and `edges` are four rows: where it starts and ends on the left,
    then on the right, in words.
    """

    pairs: Places
    edges: Places

    def regions(self, count: int) -> list[list[Region]]:
        """The runs of each of `count` pairs."""
        found = [Region(*row) for row in zip(*self.edges.tolist(), strict=True)]
        cuts = self.pairs.searchsorted(np.arange(count + 1)).tolist()
        return [found[low:high] for low, high in pairwise(cuts)]


@dataclass(frozen=True, slots=True, eq=False)
class _Sides:
    """Words of both sides of pairs; side s, two a pair, begins at cell `starts[s]`."""

    words: Numbers
    starts: Places
    side_of: Places

    def place_bits(self) -> int:
        """How many bits the number of a cell takes."""
        return len(self.words).bit_length()


def _runs(sides: _Sides, cells: Places, size: int) -> Runs:
    """Return the maximal runs of at least `size` words that pairs share from one of `cells` on."""
    lefts, last, rights = _joined(*_met(sides, cells, size), sides.place_bits())
    lengths = last - lefts + size
    side = sides.side_of[lefts]
    own, other = lefts - sides.starts[side], rights - sides.starts[side + 1]
    order = np.lexsort((other, lengths, own, side))
    edges = np.stack([own, own + lengths, other, other + lengths])
    return Runs(side[order] >> 1, edges[:, order])


def _met(sides: _Sides, cells: Places, size: int) -> tuple[Places, Places]:
    """The first cells, left and right, of all stretches of `size` words that a pair shares."""
    keys = _keys(sides, cells, size)
    bits = np.uint64(sides.place_bits())
    keys >>= bits
    keys <<= bits
    keys |= cells.view(np.uint64)
    keys.sort()
    cells = (keys & ((np.uint64(1) << bits) - np.uint64(1))).view(np.int64)
    keys >>= bits
    heads = heads_of(keys)
    counts = np.diff(heads, append=len(keys))
    met = np.flatnonzero(counts > 1)
    return _crossed(cells, heads[met], counts[met], sides.side_of)


def _keys(sides: _Sides, cells: Places, size: int) -> Keys:
    """A hash of the pair and of the `size` words, four or more, from each of some cells on."""
    doubles = sides.words[:-1].astype(np.uint64)
    doubles <<= np.uint64(32)
    doubles |= sides.words[1:]
    keys: Keys = (sides.side_of.take(cells) >> 1).view(np.uint64)
    for place in (*range(0, size - 2, 2), size - 2):
        keys *= _STEP
        keys ^= doubles.take(cells + place)
        keys *= _MIX
        keys ^= keys >> np.uint64(29)
    keys *= _STEP
    return keys


def _crossed(cells: Places, heads: Places, sizes: Places, side_of: Places) -> tuple[Places, Places]:
    """
    Every cell on the left with every one on the right that holds the same.

    Equal ones stand together in `cells`, in order: `sizes[n]` of them from `heads[n]` on.
    """
    if not len(heads):
        return heads, heads
    grouped = cells[spread(heads, sizes)]
    is_right = side_of.take(grouped) & 1
    rights = np.add.reduceat(is_right, np.cumsum(sizes) - sizes)
    counts = np.repeat(np.where(rights <= _OCCURRENCES_MAX, rights, 0), sizes)
    counts[is_right == 1] = 0
    first = np.repeat(heads + sizes - rights, sizes)
    return np.repeat(grouped, counts), cells[spread(first, counts)]


def _joined(lefts: Places, rights: Places, bits: int) -> tuple[Places, Places, Places]:
    """
    Join places, of `bits` bits each, that follow one another on both sides.

    Returns the first places on the left, the last ones there, and the first ones on the right.
    """
    # In order of the step from left to right, then of the place. No step is negative: the right
    # side of a pair comes after the left one.
    packed = (rights - lefts) << bits | lefts
    packed.sort()
    is_new = np.empty(len(packed), np.bool_)
    is_new[:1] = True
    np.not_equal(packed[1:] - packed[:-1], 1, out=is_new[1:])
    heads = np.flatnonzero(is_new)
    tails = np.append(heads[1:], len(packed))[: len(heads)] - 1
    lefts = packed & (1 << bits) - 1
    first = lefts[heads]
    return first, lefts[tails], first + (packed[heads] >> bits)
