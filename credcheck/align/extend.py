"""
Move the edges of regions to where the two texts stop saying the same, word by word.

Every word beyond an edge is weighed: it speaks for the region if its stem stands at about the
place where a copy would have it, and against it if not. The weight is the logarithm of how much
likelier that is within a copy than by chance. Chance follows from how often the stem occurs in
the other passage; the copy from the core of the region itself, so that a spun region is given
more leeway than a verbatim one. The edge goes where the sum is largest, and the search ends where
the sum has fallen too far below that (the X-drop of Altschul et al. 1997).

All regions of many pairs are extended in step: a row a region, a column a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from credcheck.align.exact import Region
from credcheck.align.pairs import spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from credcheck.align.pairs import Doubles, Pairs, Terms
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
# Round stretches of at most twice so many words so many are looked at first.
_SMALL_WORDS = 12
_NEAR_WORDS = 20
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
# Words of a row of a table; a longer region takes several rows.
_ROW_WORDS = 128
# Cells compared at a time with all places of their bands: what a processor keeps at hand.
_CELLS_AT_ONCE = 1 << 15
_NOWHERE = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """
    Stretches of words, a row each, that are looked for at a fixed distance on the other side.

    Row n begins at cell `origins[n]` and takes `lengths[n]` cells, backwards if it is one of the
    first `heads` rows; the match of each is expected `offsets[n]` cells further on.
    """

    origins: Places
    lengths: Places
    offsets: Places
    heads: int = 0

    def width(self) -> int:
        """The length of the longest row."""
        return int(self.lengths.max(initial=0))

    def part(self, kept: Places, lengths: Places) -> Rows:
        """Some of the rows, as many backwards as forwards, of other lengths."""
        return Rows(self.origins[kept], lengths, self.offsets[kept], len(kept) // 2)

    def are_filled(self) -> Flags:
        """Tell which columns each row fills."""
        filled: Flags = np.arange(self.width()) < self.lengths[:, None]
        return filled

    def of(self, values: NDArray[Any], more: int = 0, offsets: Places | int = 0) -> NDArray[Any]:
        """
        The values of the cells of each row, a table.

        `more` columns are added at either end, and the cells lie `offsets` further on.
        """
        width = self.width() + 2 * more
        first = self.origins + offsets - more
        first[: self.heads] -= self.width() - 1
        # Every stretch of that width, overlapping, without a copy.
        shape, step = (len(values) - width + 1, width), values.itemsize
        table: NDArray[Any] = np.ndarray(shape, values.dtype, values, strides=(step, step))[first]
        table[: self.heads] = table[: self.heads, ::-1]
        return table


@dataclass(frozen=True, slots=True, eq=False)
class Extender:
    """
    Pairs of passages, ready for regions to be extended in them.

    `chance` is how likely the word in each cell has a match within the band by chance.
    """

    pairs: Pairs
    chance: Doubles
    is_long: Flags

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
        heads, tails = (
            np.minimum(middle, starts + _TRIM_WORDS),
            np.maximum(middle, ends - _TRIM_WORDS),
        )
        lows = np.maximum(self.pairs.starts[side], starts - _REACH_WORDS)
        highs = np.minimum(ends + _REACH_WORDS, self.pairs.ends[side])
        rows = Rows(
            np.concatenate([heads - 1, tails]),
            np.concatenate([heads - lows, highs - tails]),
            np.concatenate([first, last]),
            len(heads),
        )
        taken = self._taken(rows, np.concatenate([heads - starts, ends - tails]))
        taken[: len(heads)] *= -1
        moved = np.concatenate([heads, tails]) + taken
        return moved.reshape(2, 2, -1).transpose(2, 1, 0).reshape(-1, 4)

    def _taken(self, rows: Rows, inside: Places) -> Places:
        """How many words of each row to take; the first `inside[n]` show how many words match."""
        taken = np.zeros(len(rows.origins), np.int64)
        is_open = np.ones(rows.heads, np.bool_)
        small = np.flatnonzero(inside.reshape(2, -1).max(axis=0) <= _SMALL_WORDS)
        if len(small):
            # Most short stretches end where they are found: a look at a few words shows that.
            both = np.concatenate([small, small + rows.heads])
            near = np.minimum(rows.lengths[both], inside[both] + _NEAR_WORDS)
            taken[both], over = self._searched(rows.part(both, near), inside[both])
            is_open[small] = ~((over < near) | (near == rows.lengths[both])).reshape(2, -1).all(0)
        wide = np.flatnonzero(is_open)
        if len(wide):
            both = np.concatenate([wide, wide + rows.heads])
            part = rows.part(both, rows.lengths[both])
            taken[both], _ = self._searched(part, inside[both])
        return taken

    def _searched(self, rows: Rows, inside: Places) -> tuple[Places, Places]:
        """How many words of each row to take, and after how many the search ended."""
        hits, is_long = self._hits(rows), rows.of(self.is_long)
        core = np.arange(rows.width()) < inside[:, None]
        shares = _shares(
            *(
                np.count_nonzero(flags, axis=1).reshape(2, -1).sum(axis=0)
                for flags in (core, core & is_long, core & hits, core & is_long & hits)
            )
        )
        weights = _weights(hits, is_long, rows.of(self.chance), np.tile(shares, 2)[:, :, None])
        weights[~rows.are_filled()] = -_NOWHERE
        beyond = (np.arange(len(rows.origins)) >= rows.heads).astype(np.int64)
        return best(weights, rows.of(self.pairs.is_first, offsets=beyond), inside)

    def _hits(self, rows: Rows) -> Flags:
        """Tell of each row and column whether its stem stands within the band round its match."""
        own = rows.of(self.pairs.terms)
        others = rows.of(self.pairs.terms, BAND_WORDS, rows.offsets)
        hits = np.empty(own.shape, np.bool_)
        step = max(1, _CELLS_AT_ONCE // max(1, own.shape[1]))
        for row in range(0, len(own), step):
            hits[row : row + step] = _met(own[row : row + step], others[row : row + step])
        return hits

    def _evidence(self, edges: Places) -> Doubles:
        """How much the words of the side that says less speak for a common origin, in nats."""
        starts, ends, first, last = _both_sides(edges, self._offsets(edges))
        lengths = ends - starts
        nth = spread(np.zeros_like(lengths), lengths)
        offsets = np.repeat(first, lengths)
        offsets += nth * np.repeat(last - first, lengths) // np.repeat(lengths, lengths)
        cells, owner = nth + np.repeat(starts, lengths), np.repeat(np.arange(len(starts)), lengths)
        hits = self._near(cells, offsets, nth)
        is_long = self.is_long[cells]
        flags = np.ones_like(hits), is_long, hits, hits & is_long
        shares = _shares(*(np.bincount(owner[f], minlength=len(starts)) for f in flags))
        weights = _weights(hits, is_long, self.chance[cells], shares[:, owner])
        sums = np.add.reduceat(weights, np.cumsum(lengths) - lengths) if len(starts) else weights
        least: Doubles = np.minimum(*sums.reshape(2, -1))
        return least

    def _near(self, cells: Places, offsets: Places, nth: Places) -> Flags:
        """Tell of each of many cells in a row whether its stem stands within its band."""
        is_new = (nth % _ROW_WORDS == 0) | (np.diff(offsets, prepend=0) != 0)
        heads = np.flatnonzero(is_new)
        lengths = np.diff(np.append(heads, len(cells)))
        rows = Rows(cells[heads], lengths, offsets[heads])
        return self._hits(rows)[rows.are_filled()]

    def _offsets(self, edges: Places) -> tuple[Places, Places]:
        """How far right of its left word a right word stands, at both ends of each region."""
        lefts, rights = self.pairs.anchors
        low, high = lefts.searchsorted(edges[:, :2].T)
        counts = high - low
        region, anchor = np.repeat(np.arange(len(edges)), counts), spread(low, counts)
        places = rights[anchor]
        inside = (places >= edges[region, 2]) & (places < edges[region, 3])
        region, steps = region[inside], (places - lefts[anchor])[inside]
        usual = np.concatenate([edges[:, 2] - edges[:, 0], edges[:, 3] - edges[:, 1]])
        found = _medians(
            np.concatenate([region, region[::-1] + len(edges)]),
            np.concatenate([steps, steps[::-1]]),
            usual,
        )
        return found[: len(edges)], found[len(edges) :]


def extender(pairs: Pairs) -> Extender:
    """Prepare pairs for the extension of their regions."""
    # One of its places there may be the copy; a stem never seen there may yet be written.
    elsewhere = np.maximum(np.arange(int(pairs.others.max()) + 1) - 1, 0) + 0.3
    sizes = (pairs.ends - pairs.starts).reshape(-1, 2)[:, ::-1].reshape(-1, 1)
    chance = np.minimum(1 - np.exp(-elsewhere * (2 * BAND_WORDS + 1) / sizes), _CHANCE_MAX)
    places = pairs.side_of * len(elsewhere)
    places += pairs.others
    return Extender(pairs, chance.take(places), pairs.is_long)


def _met(own: Terms, others: Terms) -> Flags:
    """Tell of each cell of `own` whether `others`, a band wider, holds the same around it."""
    equal = np.empty((2 * BAND_WORDS + 1, *own.shape), np.bool_)
    for shift, flags in enumerate(equal):
        np.equal(own, others[:, shift : shift + own.shape[1]], out=flags)
    found: Flags = np.logical_or.reduce(equal, axis=0)
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


def _shares(words: Places, long_words: Places, hits: Places, long_hits: Places) -> Doubles:
    """Which share of the short and of the long words of each region match."""
    matched = np.stack([hits - long_hits, long_hits])
    seen = np.stack([words - long_words, long_words])
    usual = np.array(_USUAL_SHARES)[:, None]
    shares: Doubles = (matched + _USUAL_WORDS * usual) / (seen + _USUAL_WORDS)
    return shares.clip(*_SHARE_RANGE)


def _weights(hits: Flags, is_long: Flags, chance: Doubles, shares: Doubles) -> Doubles:
    """What each word says for being part of a copy, in nats; `shares` of short and long words."""
    copied = np.maximum(np.where(is_long, shares[1], shares[0]), chance + 0.02)
    odds = np.where(hits, copied / chance, (1 - copied) / (1 - chance))
    weights: Doubles = np.minimum(np.log(odds), _WEIGHT_MAX)
    return weights


def _medians(region: Places, steps: Places, usual: Places) -> Places:
    """The median of the first few steps of each region that are near the usual one."""
    # A rare word may stand elsewhere too, in a sentence that is repeated.
    is_near = np.abs(steps - usual[region]) <= _TRIM_WORDS
    region, steps = region[is_near], steps[is_near]
    order = np.argsort(region, kind="stable")
    region, steps = region[order], steps[order]
    counts = np.bincount(region, minlength=len(usual))
    nth = spread(np.zeros_like(counts), counts)
    kept = nth < _ANCHORS
    table = np.full((len(usual), _ANCHORS), _NOWHERE)
    table[region[kept], nth[kept]] = steps[kept]
    table.sort(axis=1)
    counts = np.minimum(counts, _ANCHORS)
    middles = table[np.arange(len(usual)), np.minimum(counts // 2, _ANCHORS - 1)]
    return np.where(counts >= _ANCHORS_MIN, middles, usual)


def best(weights: Doubles, is_edge: Flags, inside: Places) -> tuple[Places, Places]:
    """
    How many of the words of each row to take, and the word with which the search ended.

    `is_edge[n, k]` tells whether a sentence ends after word k of row n. The first `inside[n]` of
    its words lie within the region, and a gap among them does not end the search.
    """
    if not weights.shape[1]:
        return np.zeros(len(weights), np.int64), np.zeros(len(weights), np.int64)
    sums = weights.cumsum(axis=1)
    is_over = np.maximum.accumulate(sums, axis=1) - sums > DROP_MAX
    is_over &= np.arange(weights.shape[1]) >= inside[:, None]
    is_over[:, 0] |= sums[:, 0] < -_NOWHERE / 2
    over = np.where(is_over.any(axis=1), is_over.argmax(axis=1), weights.shape[1])
    sums += SENTENCE_BONUS * is_edge
    sums[np.arange(weights.shape[1]) >= over[:, None]] = -np.inf
    places = sums.argmax(axis=1)
    taken = np.where(sums[np.arange(len(sums)), places] > 0, places + 1, 0)
    return taken, over
