"""
Move the edges of regions to where the two texts stop saying the same, word by word.

Every word beyond an edge is weighed: it speaks for the region if its stem stands at about the
place where a copy would have it, and against it if not. The weight is the logarithm of how much
likelier that is within a copy than by chance. Chance follows from how often the stem occurs in
the other passage; the copy from the core of the region itself, so that a spun region is given
more leeway than a verbatim one. The edge goes where the sum is largest, and the search ends where
the sum has fallen too far below that (the X-drop of Altschul et al. 1997).

All regions of many pairs are extended in step: a row an edge, a column a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from credcheck.align.exact import Region
from credcheck.align.pairs import spread
from credcheck.align.tracks import BAND_WORDS, Rows, Track, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from credcheck.align.pairs import Doubles, Floats, Pairs, Terms
    from credcheck.align.words import Flags, Places

    Reals = NDArray[np.floating[Any]]

# How far a sum may fall below its best before the search ends, in nats.
DROP_MAX = 10.0
# Words looked at beyond an edge, and before it, in one round; and rounds that bring little.
_REACH_WORDS = 72
_TRIM_WORDS = 60
_ROUNDS_MAX = 3
_SETTLED_WORDS = 3
# An edge is no further behind that of the other side: more words than most clauses put in on one
# side have, fewer than the rare words may be off that tell where a match lies.
_LAG_WORDS = 40
# No single word says more than this, in nats.
_WEIGHT_MAX = 3.0
# The place of a match follows from so many rare words of those next to an edge; with fewer than
# three, from the edge itself.
_ANCHORS = 8
_ANCHORS_MIN = 3
_ANCHORS_ASKED = 64
# A region's share of matching words, short and long ones, is taken to be no less and no more ...
_SHARE_RANGE = (0.3, 0.97)
# ... and before any is seen as of that many words with these shares.
_USUAL_WORDS = 4
_USUAL_SHARES = (0.9, 0.6)
# Words of a row of a table; a longer region takes several rows.
_ROW_WORDS = 32
# Cells compared at a time with all places of their bands: what a processor keeps at hand.
_CELLS_AT_ONCE = 1 << 13


@dataclass(frozen=True, slots=True, eq=False)
class Extender:
    """Pairs of passages, ready for regions to be extended in them."""

    pairs: Pairs
    track: Track

    def extended(self, cores: Sequence[Sequence[Region]]) -> list[list[Region]]:
        """Return the regions of every pair, edges where the texts part, with their evidence."""
        edges = edges_of(self.pairs, cores)
        rounds = np.zeros(len(edges), np.int64)
        active = np.arange(len(edges))
        while len(active):
            before = edges[active]
            after = edges[active] = self._moved(before)
            is_grown = after[:, 1] - after[:, 0] >= before[:, 1] - before[:, 0] + _REACH_WORDS // 2
            rounds[active] += ~is_grown
            is_done = (np.abs(after - before) <= _SETTLED_WORDS).all(axis=1) | _are_empty(after)
            active = active[~is_done & (rounds[active] < _ROUNDS_MAX)]
        return self._regions(edges, cores)

    def evidence(self, regions: Sequence[Sequence[Region]]) -> Doubles:
        """How much the words of each region speak for a common origin, in nats."""
        return self._evidence(edges_of(self.pairs, regions))

    def _regions(self, edges: Places, cores: Sequence[Sequence[Region]]) -> list[list[Region]]:
        """The edges of regions, pair by pair, in words, with their evidence."""
        evidence = np.zeros(len(edges))
        filled = np.flatnonzero(~_are_empty(edges))
        evidence[filled] = self._evidence(edges[filled])
        columns = (edges - _bases(self.pairs, cores)).T.tolist()
        found = iter(zip(*columns, evidence.tolist(), strict=True))
        return [[Region(*next(found)) for _ in some] for some in cores]

    def _moved(self, edges: Places) -> Places:
        """The edges after one round."""
        starts, ends, first, last = _both_sides(edges, self._offsets(edges))
        side = self.pairs.side_of[starts]
        middle = (starts + ends) // 2
        heads = np.minimum(middle, starts + _TRIM_WORDS)
        tails = np.maximum(middle, ends - _TRIM_WORDS)
        lows = np.maximum(self.pairs.starts[side], starts - _REACH_WORDS)
        highs = np.minimum(ends + _REACH_WORDS, self.pairs.ends[side])
        rows = Rows.of(
            np.concatenate([self.track.turned(heads - 1), tails]),
            np.concatenate([self.track.turned(heads - 1 + first), tails + last]),
            np.concatenate([heads - lows, highs - tails]),
        )
        taken = self._taken(rows, np.concatenate([heads - starts, ends - tails]))
        taken[: len(heads)] *= -1
        starts, ends = np.split(np.concatenate([heads, tails]) + taken, 2)
        starts = np.maximum(-_in_step(-starts, -first), self.pairs.starts[side])
        ends = np.minimum(_in_step(ends, last), self.pairs.ends[side])
        moved = np.stack([starts, ends]).reshape(2, 2, -1)
        return moved.transpose(2, 1, 0).reshape(-1, 4)

    def _taken(self, rows: Rows, inside: Places) -> Places:
        """
        How many words of each row to take; the first `inside[n]` show how many words match.

        Both rows of a stretch, half of all rows apart, go by what they show together.
        """
        hits = self._hits(rows)
        is_long = table(self.track.is_long, rows.firsts, rows.width)
        short_share, long_share = _shares(_counted(hits, is_long, inside))[:, :, None]
        chances = table(self.track.chances, rows.firsts, rows.width)
        weights = _weights(hits, chances, np.where(is_long, long_share, short_share))
        bonuses = table(self.track.bonuses, rows.firsts, rows.width)
        return best(weights, bonuses, inside, rows.lengths)

    def _hits(self, rows: Rows) -> Flags:
        """Tell of each row and column whether its stem stands within the band round its match."""
        # Rows end to end are compared at one go, each with as many cells behind it as a band has.
        width = rows.width + 2 * BAND_WORDS
        found = np.empty((len(rows.firsts), width), np.bool_)
        step = max(1, _CELLS_AT_ONCE // width)
        for row in range(0, len(found), step):
            some = slice(row, row + step)
            own = table(self.track.terms, rows.firsts[some], width).ravel()
            others = table(self.track.terms, rows.matches[some] - BAND_WORDS, width).ravel()
            found[some].reshape(-1)[: -2 * BAND_WORDS] = _met(own, others)
        return found[:, : rows.width]

    def _evidence(self, edges: Places) -> Doubles:
        """How much the words of the side that says less speak for a common origin, in nats."""
        starts, ends, first, last = _both_sides(edges, self._offsets(edges))
        lengths = ends - starts
        if not len(lengths):
            return np.zeros(0)
        nth = spread(np.zeros_like(lengths), lengths)
        offsets = np.repeat(first, lengths)
        offsets += nth * np.repeat(last - first, lengths) // np.repeat(lengths, lengths)
        cells = nth + np.repeat(starts, lengths)
        hits, is_long = self._near(cells, offsets, nth), self.track.is_long[cells]
        heads = np.cumsum(lengths) - lengths
        flags = np.array([[np.ones_like(hits), hits], [is_long, is_long & hits]], np.int32)
        shares = _shares(np.add.reduceat(flags, heads, axis=2))
        short_share, long_share = np.repeat(shares, lengths, axis=1)
        copied = np.where(is_long, long_share, short_share)
        weights = _weights(hits, self.track.chances[cells], copied)
        sums = np.add.reduceat(weights, heads, dtype=np.float64).reshape(2, -1)
        least: Doubles = np.minimum(*sums)
        return least

    def _near(self, cells: Places, offsets: Places, nth: Places) -> Flags:
        """Tell of each of many cells in a row whether its stem stands within its band."""
        is_new = (nth % _ROW_WORDS == 0) | (np.diff(offsets, prepend=0) != 0)
        heads = np.flatnonzero(is_new)
        firsts = cells[heads]
        rows = Rows.of(firsts, firsts + offsets[heads], np.diff(heads, append=len(cells)))
        return self._hits(rows)[rows.are_filled()]

    def _offsets(self, edges: Places) -> tuple[Places, Places]:
        """How far right of its left word a right word stands, at both ends of each region."""
        lefts, rights = self.pairs.anchors
        usual = np.concatenate([edges[:, 2] - edges[:, 0], edges[:, 3] - edges[:, 1]])
        if not len(lefts) or not len(edges):
            return usual[: len(edges)], usual[len(edges) :]
        # The anchors next to each end, from the end inwards.
        low, high = lefts.searchsorted(edges[:, :2].T)[:, :, None]
        nth = np.arange(_ANCHORS_ASKED)
        anchors = np.concatenate([low + nth, high - 1 - nth])
        places = rights.take(anchors, mode="clip")
        start, end = np.concatenate([edges[:, 2:], edges[:, 2:]]).T[:, :, None]
        is_asked = (places >= start) & (places < end)
        is_asked &= nth < np.concatenate([high - low, high - low])
        found = _medians(places - lefts.take(anchors, mode="clip"), is_asked, usual)
        return found[: len(edges)], found[len(edges) :]


def extender(pairs: Pairs) -> Extender:
    """Prepare pairs for the extension of their regions."""
    return Extender(pairs, Track.of(pairs))


def _in_step(edges: Places, offsets: Places) -> Places:
    """
    Move edges, of all left sides and then of all right ones, that lag behind the other side.

    A clause put in on one side ends the search there and not on the other; that far apart, the rare
    words between them would no longer tell where the other side goes on.
    """
    there = edges + offsets
    half = len(edges) // 2
    turned = np.concatenate([there[half:], there[:half]])
    kept: Places = np.maximum(edges, turned - _LAG_WORDS)
    return kept


def _met(own: Terms, others: Terms) -> Flags:
    """
    Tell of each cell of `own` whether `others` holds the same there or up to a band further on.

    The last cells, fewer than a band, are not asked.
    """
    bands = 2 * BAND_WORDS + 1
    size, step = len(own) - bands + 1, others.itemsize
    # A row for each place in the band, overlapping, without a copy.
    shifted = np.ndarray((bands, size), others.dtype, others, strides=(step, step))
    found: Flags = np.logical_or.reduce(own[:size] == shifted, axis=0)
    return found


def _bases(pairs: Pairs, regions: Sequence[Sequence[Region]]) -> Places:
    """The first cells of both sides, each twice, a row a region."""
    starts = np.repeat(pairs.starts.reshape(-1, 2), [len(some) for some in regions], axis=0)
    return np.repeat(starts, 2, axis=1)


def edges_of(pairs: Pairs, regions: Sequence[Sequence[Region]]) -> Places:
    """The edges of regions as cells, a row each: start and end on the left, then on the right."""
    rows = [
        (r.left_start, r.left_end, r.right_start, r.right_end) for some in regions for r in some
    ]
    return np.array(rows, np.int64).reshape(-1, 4) + _bases(pairs, regions)


def _are_empty(edges: Places) -> Flags:
    empty: Flags = (edges[:, 0] >= edges[:, 1]) | (edges[:, 2] >= edges[:, 3])
    return empty


def _both_sides(
    edges: Places, offsets: tuple[Places, Places]
) -> tuple[Places, Places, Places, Places]:
    """Starts, ends and the offsets there, of all left sides and then of all right ones."""
    first, last = offsets
    return (
        edges[:, 0::2].T.ravel(),
        edges[:, 1::2].T.ravel(),
        np.concatenate([first, -first]),
        np.concatenate([last, -last]),
    )


def _counted(hits: Flags, is_long: Flags, inside: Places) -> Places:
    """
    How many words there are and how many match, and the same of long words: for each row.

    Asked are the first `inside[n]` of each row, and the two rows of a stretch together.
    """
    width = int(inside.max(initial=0))
    flags = np.empty((2, 2, len(inside), width), np.bool_)
    np.less(np.arange(width), inside[:, None], out=flags[0, 0])
    np.logical_and(flags[0, 0], is_long[:, :width], out=flags[1, 0])
    np.logical_and(flags[:, 0], hits[:, :width], out=flags[:, 1])
    # At most `_TRIM_WORDS` are asked: eight bits count them.
    counts = np.add.reduce(flags.view(np.uint8), axis=3, dtype=np.uint8).astype(np.int64)
    both = counts[:, :, : len(inside) // 2] + counts[:, :, len(inside) // 2 :]
    return np.concatenate([both, both], axis=2)


def _shares(counts: Places) -> Floats:
    """Which share of the short and of the long words of each region match: two rows."""
    of_all, of_long = counts
    words, hits = np.stack([of_all - of_long, of_long], axis=1)
    usual = np.array(_USUAL_SHARES)[:, None]
    shares = (hits + _USUAL_WORDS * usual) / (words + _USUAL_WORDS)
    found: Floats = shares.clip(*_SHARE_RANGE).astype(np.float32)
    return found


def _weights(hits: Flags, chances: Floats, copied: Floats) -> Floats:
    """What each word says for being part of a copy, in nats; `copied` is how likely it matches."""
    likely = np.maximum(copied, chances + np.float32(0.02))
    # Of a word without a match, how likely it is to have none; the signs go.
    misses = (~hits).astype(np.float32)
    likely -= misses
    likely /= chances - misses
    weights: Floats = np.minimum(np.log(likely, out=likely), _WEIGHT_MAX, out=likely)
    return weights


def _medians(steps: Places, is_asked: Flags, usual: Places) -> Places:
    """The median of the first few steps asked of each row that are near the usual one."""
    # A rare word may stand elsewhere too, in a sentence that is repeated.
    is_near = is_asked & (np.abs(steps - usual[:, None]) <= _TRIM_WORDS)
    counts = is_near.cumsum(axis=1)
    is_near &= counts <= _ANCHORS
    steps = np.where(is_near, steps, np.iinfo(np.int64).max)
    steps.sort(axis=1)
    count = np.minimum(counts[:, -1], _ANCHORS)
    return np.where(count >= _ANCHORS_MIN, steps[np.arange(len(steps)), count // 2], usual)


def best(weights: Reals, bonuses: Reals, inside: Places, lengths: Places) -> Places:
    """
    How many of the words of each row to take.

    `bonuses[n, k]` is what an edge after word k of row n is worth. The first `inside[n]` of its
    `lengths[n]` words lie within the region, and a gap among them does not end the search.
    """
    width = weights.shape[1]
    if not width:
        return np.zeros(len(weights), np.int64)
    columns = np.arange(width)
    sums = weights.cumsum(axis=1)
    falls = np.maximum.accumulate(sums, axis=1)
    falls -= sums
    is_over = falls > DROP_MAX
    is_over &= columns >= inside[:, None]
    is_over |= columns >= lengths[:, None]
    np.logical_or.accumulate(is_over, axis=1, out=is_over)
    sums += bonuses
    np.copyto(sums, -np.inf, where=is_over)
    places = sums.argmax(axis=1)
    return np.where(sums[np.arange(len(sums)), places] > 0, places + 1, 0)
