"""Find stretches of words that two passages share letter for letter."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.pairs import spread
from credcheck.align.sketch import gram_keys_at

if TYPE_CHECKING:
    from credcheck.align.pairs import Pairs
    from credcheck.align.words import Numbers, Places

# A gram that stands more often in the right passage says nothing ("he told the news agency").
_OCCURRENCES_MAX = 8
# Parts the keys of one pair from those of another; any odd number does.
_PAIR_STEP = np.uint64(0x9E3779B97F4A7C15)


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
    words, starts = np.concatenate([left, right]), np.array([0, len(left)])
    counts = np.array([len(left), len(right)]) - min_words + 1
    return _runs(words, starts, spread(starts, np.maximum(counts, 0)), min_words)[0]


def shared_runs(pairs: Pairs, min_words: int) -> list[list[Region]]:
    """Return for each pair the maximal runs that its sides share, in order of the left."""
    # A word that the other side has not begins no run and ends it; nor does the other side have
    # the empty cells between two sides.
    is_common = pairs.others > 0
    count = len(is_common) - min_words + 1
    is_start = is_common[:count].copy()
    for place in range(1, min_words):
        is_start &= is_common[place : place + count]
    return _runs(pairs.words, pairs.starts, np.flatnonzero(is_start), min_words)


def _runs(words: Numbers, starts: Places, cells: Places, size: int) -> list[list[Region]]:
    """
    Return the maximal runs that the two sides of each of many pairs share.

    Side s, two a pair, begins at `starts[s]`; a run has at least `size` words from one of `cells`.
    """
    lefts, last, rights = _joined(*_met(words, starts, cells, size))
    lengths = last - lefts + size
    sides = 2 * (starts[::2].searchsorted(lefts, side="right") - 1)
    own, other = lefts - starts[sides], rights - starts[sides + 1]
    order = np.lexsort((other, lengths, own, sides))
    columns = own, own + lengths, other, other + lengths
    rows = zip(*(column[order].tolist() for column in columns), strict=True)
    regions = [Region(*row) for row in rows]
    cuts = sides[order].searchsorted(np.arange(0, len(starts) + 1, 2)).tolist()
    return [regions[low:high] for low, high in pairwise(cuts)]


def _met(words: Numbers, starts: Places, cells: Places, size: int) -> tuple[Places, Places]:
    """The first cells, left and right, of all stretches of `size` words that a pair shares."""
    pair = (starts.searchsorted(cells, side="right") - 1) >> 1
    keys = gram_keys_at(words, cells, size)
    keys ^= pair.astype(np.uint64) * _PAIR_STEP
    bits = np.uint64(len(words).bit_length())
    keys >>= bits
    keys <<= bits
    keys |= cells.astype(np.uint64)
    keys.sort()
    cells = (keys & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    keys >>= bits
    heads = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])[: len(keys)])
    sizes = np.diff(np.append(heads, len(keys)))
    heads, sizes = heads[sizes > 1], sizes[sizes > 1]
    return _crossed(cells, heads, sizes, starts)


def _crossed(cells: Places, heads: Places, sizes: Places, starts: Places) -> tuple[Places, Places]:
    """
    Every cell on the left with every one on the right that holds the same.

    Equal ones stand together in `cells`, in order: `sizes[n]` of them from `heads[n]` on.
    """
    if not len(heads):
        return heads, heads
    grouped = cells[spread(heads, sizes)]
    is_right = (starts.searchsorted(grouped, side="right") - 1) & 1
    rights = np.add.reduceat(is_right, np.cumsum(sizes) - sizes)
    counts = np.repeat(np.where(rights <= _OCCURRENCES_MAX, rights, 0), sizes)
    counts[is_right == 1] = 0
    first = np.repeat(heads + sizes - rights, sizes)
    return np.repeat(grouped, counts), cells[spread(first, counts)]


def _joined(lefts: Places, rights: Places) -> tuple[Places, Places, Places]:
    """
    Join places that follow one another on both sides.

    Returns the first places on the left, the last ones there, and the first ones on the right.
    """
    order = np.lexsort((lefts, lefts - rights))
    lefts, rights = lefts[order], rights[order]
    is_new = (np.diff(lefts - rights) != 0) | (np.diff(lefts) > 1)
    heads = np.flatnonzero(np.append(True, is_new)[: len(lefts)])
    tails = np.append(heads[1:], len(lefts))[: len(heads)] - 1
    return lefts[heads], lefts[tails], rights[heads]
