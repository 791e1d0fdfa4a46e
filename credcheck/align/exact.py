"""Find stretches of words that two passages share letter for letter."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.sketch import gram_keys

if TYPE_CHECKING:
    from credcheck.align.sketch import Keys
    from credcheck.align.words import Flags, Numbers

# A gram that stands more often in the right passage says nothing ("he told the news agency").
_OCCURRENCES_MAX = 8


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
    left_keys, right_keys = gram_keys(left, min_words), gram_keys(right, min_words)
    if not len(left_keys) or not len(right_keys):
        return []
    hits = np.flatnonzero(_may_be_among(left_keys, right_keys))
    others = np.flatnonzero(_may_be_among(right_keys, left_keys[hits]))
    order = others[np.argsort(right_keys[others], kind="stable")]
    ordered = right_keys[order]
    first = ordered.searchsorted(left_keys[hits], side="left")
    counts = ordered.searchsorted(left_keys[hits], side="right") - first
    real = (counts > 0) & (counts <= _OCCURRENCES_MAX)
    if not real.any():
        return []
    hits, first, counts = hits[real], first[real], counts[real]
    lefts = np.repeat(hits, counts)
    within = np.arange(len(lefts)) - np.repeat(np.cumsum(counts) - counts, counts)
    rights = order[np.repeat(first, counts) + within]
    sorting = np.lexsort((lefts, lefts - rights))
    lefts, rights = lefts[sorting], rights[sorting]
    is_break = (np.diff(lefts - rights) != 0) | (np.diff(lefts) > 1)
    starts = np.flatnonzero(np.append(True, is_break))
    ends = np.append(starts[1:], len(lefts)) - 1
    columns = lefts[starts], lefts[ends] + min_words, rights[starts], rights[ends] + min_words
    return sorted(Region(*row) for row in zip(*(c.tolist() for c in columns), strict=True))


_TABLE_BITS = 16


def _may_be_among(keys: Keys, others: Keys) -> Flags:
    """Tell of each key, at little cost, whether it may be one of `others`; rarely wrong."""
    shift = np.uint64(64 - _TABLE_BITS)
    table = np.zeros(1 << _TABLE_BITS, np.bool_)
    table[others >> shift] = True
    return table.take(keys >> shift)
