"""Swaps that were found in a row of tokens: overlaps, repeats, and the text without them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ids = NDArray[np.int32]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float32]
    Places = NDArray[np.int64]

# How much a repeat of the same swap adds, and the bounds of what all repeats together may add.
REPEAT_SHARE = 0.5
LEAST_REPEAT, MOST_REPEAT = -2.0, 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Swap:
    """
    Tokens start..end are a key; its candidates have scores.

    Candidates are given by number in the table, or as texts where somebody wrote them down.
    """

    start: int
    end: int
    key: int
    best: int  # The number of the best candidate in the table.
    pairs: Places
    scores: Floats
    ratio: float
    occurrences: int = 1
    texts: tuple[str, ...] = ()

    def moved(self, start: int, end: int) -> Swap:
        """Return the same swap at another place."""
        return Swap(start, end, self.key, self.best, self.pairs, self.scores, self.ratio)

    def backed(self, ratio: float, occurrences: int) -> Swap:
        """Return the same swap with the evidence of its repeats."""
        return Swap(
            self.start,
            self.end,
            self.key,
            self.best,
            self.pairs,
            self.scores,
            ratio,
            occurrences,
            self.texts,
        )

    def shares(self, most: int) -> list[tuple[int, float]]:
        """Return the places of the best candidates, best first, and their evidence shares."""
        # Plain Python: for a dozen numbers it takes a third of the time of array calls.
        scores = self.scores.tolist()
        highest = max(scores)
        terms = [exp(score - highest) for score in scores]
        order = sorted(range(len(terms)), key=terms.__getitem__, reverse=True)[:most]
        total = sum(terms)
        return [(place, terms[place] / total) for place in order]


def without_overlaps(swaps: Iterable[Swap]) -> list[Swap]:
    """Keep the strongest of any swaps that overlap; the result is in order of place."""
    taken: set[int] = set()
    kept = []
    for swap in sorted(swaps, key=lambda swap: (-swap.ratio, swap.start, swap.end)):
        places = range(swap.start, swap.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(swap)
    return sorted(kept, key=lambda swap: swap.start)


def pooled(swaps: list[Swap]) -> list[Swap]:
    """Let occurrences of the same swap (key and best candidate) share their evidence."""
    alike: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for swap in swaps:
        alike[swap.key, swap.best].append(_bounded(swap.ratio))
    return [_backed(swap, alike[swap.key, swap.best]) for swap in swaps]


def _backed(swap: Swap, ratios: list[float]) -> Swap:
    if len(ratios) == 1:
        return swap
    others = _bounded(sum(ratios) - _bounded(swap.ratio))
    return swap.backed(swap.ratio + REPEAT_SHARE * others, len(ratios))


def _bounded(ratio: float) -> float:
    return min(max(ratio, LEAST_REPEAT), MOST_REPEAT)


def repaired(
    ids: Ids, are_capital: Flags, swaps: list[Swap], words: Ids
) -> tuple[Ids, Flags, Places]:
    """
    Put the words of a row of `words` (padded with -1) in the place of each swap.

    Swaps are in order and do not overlap. Returns the tokens, their capitals, and where each came
    from (-1 for words put in).
    """
    parts: list[Ids] = []
    origins: list[Places] = []
    place = 0
    for swap, row in zip(swaps, words, strict=True):
        put_in = row[row >= 0]
        parts += [ids[place : swap.start], put_in]
        origins += [np.arange(place, swap.start), np.full(len(put_in), -1)]
        place = swap.end
    parts.append(ids[place:])
    origins.append(np.arange(place, len(ids)))
    origin = np.concatenate(origins)
    capitals = np.where(origin >= 0, are_capital[np.maximum(origin, 0)], np.bool_(False))
    return np.concatenate(parts), capitals, origin
