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

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.exact import Region

if TYPE_CHECKING:
    from credcheck.align.pair import Doubles, Pair, Side
    from credcheck.align.words import Flags, Places

# A word may stand this many words away from its place: shuffled phrases, dropped clauses.
BAND_WORDS = 16
# How far a sum may fall below its best before the search ends, in nats.
DROP_MAX = 10.0
# What an edge at the end of a sentence is worth, in nats: people copy whole sentences.
SENTENCE_BONUS = 2.0
# Words looked at beyond an edge, and before it, in one round; and rounds that bring little.
_REACH_WORDS = 72
_TRIM_WORDS = 60
_ROUNDS_MAX = 3
_SETTLED_WORDS = 3
# No single word says more than this, in nats.
_WEIGHT_MAX = 3.0
# The place of a match follows from so many rare words next to an edge; with fewer than three, from
# the edge itself.
_ANCHORS = 8
_ANCHORS_MIN = 3
# A region's share of matching words, short and long ones, is taken to be no less and no more ...
_SHARE_RANGE = (0.3, 0.97)
# ... and before any is seen as of that many words with these shares.
_USUAL_WORDS = 4
_USUAL_SHARES = (0.9, 0.6)
_CHANCE_MAX = 0.97


@dataclass(frozen=True, slots=True, eq=False)
class Weigher:
    """
    Weighs the words of one side against the other.

    `chance` is how likely each word has a match within the band by chance.
    """

    own: Side
    other: Side
    chance: Doubles

    def weights(self, places: Places, offsets: Places | int, inside: slice) -> Doubles:
        """
        What each word says for being part of a copy, in nats.

        Its match is expected `offsets` words further on. The words `inside` belong to the copy and
        show how many of its words match.
        """
        around = places + offsets
        terms = self.own.terms.take(places)
        hits = self.other.holds(terms, around - BAND_WORDS, around + BAND_WORDS)
        chance = self.chance.take(places)
        is_long = self.own.is_long.take(places)
        short_share, long_share = _shares(hits[inside], is_long[inside])
        copied = np.maximum(np.where(is_long, long_share, short_share), chance + 0.02)
        odds = np.where(hits, copied / chance, (1 - copied) / (1 - chance))
        return np.minimum(np.log(odds), _WEIGHT_MAX)

    def moved(self, start: int, end: int, first: int, last: int) -> tuple[int, int]:
        """
        Where a stretch starts and ends best.

        `first` and `last` are how much further on the other side its ends stand.
        """
        middle = (start + end) // 2
        head, tail = min(middle, start + _TRIM_WORDS), max(middle, end - _TRIM_WORDS)
        low, high = max(0, start - _REACH_WORDS), min(end + _REACH_WORDS, len(self.own))
        places = np.concatenate([np.arange(low, head), np.arange(tail, high)])
        cut = head - low
        offsets = np.full(len(places), first)
        offsets[cut:] = last
        weights = self.weights(places, offsets, slice(start - low, cut + end - tail))
        is_first = self.own.is_first
        return (
            head - _best(weights[:cut][::-1], is_first[low:head][::-1]),
            tail + _best(weights[cut:], is_first[tail + 1 : high + 1]),
        )

    def evidence(self, start: int, end: int, first: int, last: int) -> float:
        """How much the words of a stretch speak for a common origin, in nats."""
        steps = np.arange(end - start)
        offsets = first + steps * (last - first) // max(1, end - start)
        return float(self.weights(steps + start, offsets, slice(0, end - start)).sum())


def _shares(hits: Flags, is_long: Flags) -> tuple[float, float]:
    """Which share of the short and of the long words of a region match."""
    matched, long_words = int(np.count_nonzero(hits)), int(np.count_nonzero(is_long))
    long_matched = int(np.count_nonzero(hits & is_long))
    return (
        _share(matched - long_matched, len(hits) - long_words, _USUAL_SHARES[0]),
        _share(long_matched, long_words, _USUAL_SHARES[1]),
    )


def _share(matched: int, words: int, usual: float) -> float:
    share = (matched + _USUAL_WORDS * usual) / (words + _USUAL_WORDS)
    return min(max(share, _SHARE_RANGE[0]), _SHARE_RANGE[1])


@dataclass(frozen=True, slots=True, eq=False)
class Extender:
    """Two passages, ready for regions to be extended in them."""

    pair: Pair
    lefts: Weigher
    rights: Weigher

    def extended(self, region: Region) -> Region:
        """Return the region with its edges where the texts part, and its evidence."""
        rounds = 0
        while rounds < _ROUNDS_MAX:
            moved = self._moved(region)
            if not moved.left_words or not moved.right_words:
                return moved
            if _is_settled(region, moved):
                region = moved
                break
            rounds += moved.left_words < region.left_words + _REACH_WORDS // 2
            region = moved
        return replace(region, evidence=self.evidence(region))

    def _moved(self, region: Region) -> Region:
        first, last = self._offsets(region)
        return Region(
            *self.lefts.moved(region.left_start, region.left_end, first, last),
            *self.rights.moved(region.right_start, region.right_end, -first, -last),
        )

    def evidence(self, region: Region) -> float:
        """How much the words of the side that says less speak for a common origin, in nats."""
        first, last = self._offsets(region)
        return min(
            self.lefts.evidence(region.left_start, region.left_end, first, last),
            self.rights.evidence(region.right_start, region.right_end, -first, -last),
        )

    def _offsets(self, region: Region) -> tuple[int, int]:
        """How far right of its left word a right word stands, at the start and end of a region."""
        lefts, rights = self.pair.anchors
        low, high = lefts.searchsorted((region.left_start, region.left_end)).tolist()
        places = rights[low:high]
        inside = (places >= region.right_start) & (places < region.right_end)
        steps = (places - lefts[low:high])[inside]
        first, last = region.right_start - region.left_start, region.right_end - region.left_end
        # A rare word may stand elsewhere too, in a sentence that is repeated.
        heads = steps[np.abs(steps - first) <= _TRIM_WORDS][:_ANCHORS]
        tails = steps[np.abs(steps - last) <= _TRIM_WORDS][-_ANCHORS:]
        return _median(heads, first), _median(tails, last)


def extender(pair: Pair) -> Extender:
    """Prepare a pair for the extension of its regions."""
    lefts = Weigher(pair.left, pair.right, _chance(pair.left, pair.right))
    rights = Weigher(pair.right, pair.left, _chance(pair.right, pair.left))
    return Extender(pair, lefts, rights)


def _is_settled(before: Region, after: Region) -> bool:
    """Tell whether no edge moved far enough for another round to bring more."""
    return (
        abs(after.left_start - before.left_start) <= _SETTLED_WORDS
        and abs(after.left_end - before.left_end) <= _SETTLED_WORDS
        and abs(after.right_start - before.right_start) <= _SETTLED_WORDS
        and abs(after.right_end - before.right_end) <= _SETTLED_WORDS
    )


def _chance(own: Side, other: Side) -> Doubles:
    """How likely each word has a match within a band of the other side if nothing is copied."""
    # One of its places there may be the copy; a stem never seen there may yet be written.
    elsewhere = np.maximum(other.counts[own.terms] - 1, 0) + 0.3
    chance: Doubles = 1 - np.exp(-elsewhere * (2 * BAND_WORDS + 1) / len(other))
    return np.minimum(chance, _CHANCE_MAX)


def _median(steps: Places, usual: int) -> int:
    ordered = sorted(steps.tolist())
    return int(ordered[len(ordered) // 2]) if len(ordered) >= _ANCHORS_MIN else usual


def _best(weights: Doubles, is_edge: Flags) -> int:
    """
    How many of the words to take.

    `is_edge[n]` tells whether a sentence ends after word n.
    """
    sums = weights.cumsum()
    fallen = np.maximum.accumulate(sums) - sums > DROP_MAX
    stop = int(fallen.argmax()) if fallen.any() else len(sums)
    if not stop:
        return 0
    sums = sums[:stop] + SENTENCE_BONUS * is_edge[:stop]
    best = int(sums.argmax())
    return best + 1 if sums[best] > 0 else 0
