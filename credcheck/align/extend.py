"""
Move the edges of a region to where the two texts stop saying the same, word by word.

Every word beyond an edge is weighed: it speaks for the region if its stem stands at about the
place where a copy would have it, and against it if not. The weight is the logarithm of how much
likelier that is within a copy than by chance. Chance follows from how often the stem occurs in
the other passage; the copy from the core of the region itself, so that a spun region is given
more leeway than a verbatim one. The edge goes where the sum is largest, and the search ends where
the sum has fallen too far below that (the X-drop of Altschul et al. 1997).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.exact import Region

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from credcheck.align.similar import Side
    from credcheck.align.words import Flags, Places

    Doubles = NDArray[np.float64]

# A word may stand this many words away from its place: shuffled phrases, dropped clauses.
BAND_WORDS = 16
# How far a sum may fall below its best before the search ends, in nats.
DROP_MAX = 10.0
# What an edge at the end of a sentence is worth, in nats: people copy whole sentences.
SENTENCE_BONUS = 2.0
# Words looked at on either side of an edge in one round, and rounds.
_REACH_WORDS = 120
_ROUNDS_MAX = 6
_TRIM_WORDS = 60
_MATCH_MAX = 3.0
_ANCHORS = 8
_SHARE_RANGE = (0.3, 0.97)


@dataclass(frozen=True, slots=True, eq=False)
class Lookup:
    """
    Where the stems of one side occur in the other.

    `keys` holds each word of the other side as stem * 2**32 + place, sorted; `counts` how often
    each stem of this side occurs there.
    """

    keys: NDArray[np.uint64]
    counts: Places
    other_words: int


def lookup(own: Side, other: Side) -> Lookup:
    """Prepare the search for words of `own` in `other`."""
    keys = np.sort(_keys(other.stems, np.arange(len(other.stems))))
    stems = own.stems.astype(np.uint64)
    low = np.searchsorted(keys, stems << np.uint64(32))
    high = np.searchsorted(keys, (stems + np.uint64(1)) << np.uint64(32))
    return Lookup(keys, high - low, len(other.stems))


def _keys(stems: NDArray[np.uint32], places: Places) -> NDArray[np.uint64]:
    return (stems.astype(np.uint64) << np.uint64(32)) | places.astype(np.uint64)


def _are_within(of: Lookup, stems: NDArray[np.uint32], low: Places, high: Places) -> Flags:
    """Tell for each stem whether it stands in the other side between two places, inclusive."""
    found = np.searchsorted(of.keys, _keys(stems, np.maximum(low, 0)))
    following = of.keys[np.minimum(found, len(of.keys) - 1)]
    hits: Flags = (found < len(of.keys)) & (following <= _keys(stems, np.maximum(high, 0)))
    return hits & (high >= 0)


@dataclass(frozen=True, slots=True, eq=False)
class Weigher:
    """Weighs the words of one side against the other; `shares` of short and of long words match."""

    own: Side
    to_other: Lookup
    shares: tuple[float, float]

    def weights(self, places: Places, offset: int | Places) -> Doubles:
        """What each word says for being part of the region, if its match lies `offset` words on."""
        stems = self.own.stems[places]
        around = places + offset
        hits = _are_within(self.to_other, stems, around - BAND_WORDS, around + BAND_WORDS)
        others = np.maximum(self.to_other.counts[places] - 1, 0) + 0.3
        chance = 1 - np.exp(-others * (2 * BAND_WORDS + 1) / self.to_other.other_words)
        is_long = self.own.is_long[places]
        copied = np.where(is_long, self.shares[1], self.shares[0])
        copied = np.maximum(copied, np.minimum(chance + 0.02, 0.99))
        matched = np.minimum(np.log(copied / chance), _MATCH_MAX)
        return np.where(hits, matched, np.log((1 - copied) / (1 - chance)))


def extended(region: Region, left: Side, right: Side, to_right: Lookup, to_left: Lookup) -> Region:
    """Return the region with its four edges where the texts stop saying the same."""
    for _ in range(_ROUNDS_MAX):
        first, last = _offsets(region, left, right)
        lefts = Weigher(left, to_right, _shares(left, to_right, region.lefts, region.rights))
        rights = Weigher(right, to_left, _shares(right, to_left, region.rights, region.lefts))
        moved = Region(
            _start(lefts, region.left_start, region.left_end, first),
            _end(lefts, region.left_start, region.left_end, last),
            _start(rights, region.right_start, region.right_end, -first),
            _end(rights, region.right_start, region.right_end, -last),
        )
        if moved == region:
            break
        region = moved
    return region


def evidence(region: Region, left: Side, right: Side, to_right: Lookup, to_left: Lookup) -> float:
    """How much the words of the side that says less speak for a common origin, in nats."""
    first, last = _offsets(region, left, right)
    sums = []
    for own, to_other, inside, other, ends in (
        (left, to_right, region.lefts, region.rights, (first, last)),
        (right, to_left, region.rights, region.lefts, (-first, -last)),
    ):
        weigher = Weigher(own, to_other, _shares(own, to_other, inside, other))
        places = np.arange(inside.start, inside.stop)
        offsets = np.round(np.linspace(*ends, len(places))).astype(np.int64)
        sums.append(float(weigher.weights(places, offsets).sum()))
    return min(sums)


def _offsets(region: Region, left: Side, right: Side) -> tuple[int, int]:
    """How far right of its left word a right word stands, at the start and end of a region."""
    lefts, rights = left.stems[region.lefts], right.stems[region.rights]
    stems, places, counts = np.unique(lefts, return_index=True, return_counts=True)
    stems, places = stems[counts == 1], places[counts == 1]
    others, there, counts = np.unique(rights, return_index=True, return_counts=True)
    others, there = others[counts == 1], there[counts == 1]
    _, here, over = np.intersect1d(stems, others, assume_unique=True, return_indices=True)
    if len(here) < 3:
        first = region.right_start - region.left_start
        return first, region.right_end - region.left_end
    order = np.argsort(places[here])
    steps = (there[over] - places[here])[order] + region.right_start - region.left_start
    return int(np.median(steps[:_ANCHORS])), int(np.median(steps[-_ANCHORS:]))


def _shares(own: Side, to_other: Lookup, inside: slice, other: slice) -> tuple[float, float]:
    """Which share of the short and of the long words of a region stands on its other side."""
    stems = own.stems[inside]
    low, high = np.full(len(stems), other.start), np.full(len(stems), other.stop - 1)
    hits = _are_within(to_other, stems, low, high)
    is_long = own.is_long[inside]
    return _share(hits[~is_long], 0.9), _share(hits[is_long], 0.6)


def _share(hits: Flags, usual: float) -> float:
    share = (float(hits.sum()) + 4 * usual) / (len(hits) + 4)
    return min(max(share, _SHARE_RANGE[0]), _SHARE_RANGE[1])


def _end(weigher: Weigher, start: int, end: int, offset: int) -> int:
    """Where the region ends best."""
    core = max(start + (end - start) // 2, end - _TRIM_WORDS)
    places = np.arange(core, min(end + _REACH_WORDS, len(weigher.own.stems)))
    return core + _best(
        weigher.weights(places, offset), weigher.own.is_first[core + 1 : core + len(places) + 1]
    )


def _start(weigher: Weigher, start: int, end: int, offset: int) -> int:
    """Where the region starts best."""
    core = min(end - (end - start) // 2, start + _TRIM_WORDS)
    low = max(0, start - _REACH_WORDS)
    places = np.arange(low, core)
    weights = weigher.weights(places, offset)
    return core - _best(weights[::-1], weigher.own.is_first[low:core][::-1])


def _best(weights: Doubles, is_edge: Flags) -> int:
    """
    How many of the words to take.

    `is_edge[n]` tells whether a sentence ends after word n.
    """
    sums = np.append(0.0, np.cumsum(weights))
    fallen = np.maximum.accumulate(sums) - sums > DROP_MAX
    stop = int(fallen.argmax()) if fallen.any() else len(sums)
    sums[1:] += SENTENCE_BONUS * is_edge[: len(weights)]
    return int(sums[:stop].argmax()) if stop else 0

