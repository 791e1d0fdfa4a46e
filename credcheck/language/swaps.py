"""Swaps that were found in a row of tokens: overlaps, repeats, and the text without them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from operator import attrgetter
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
    odds: float = 0.0  # Natural log odds by all that is known of the text; see `tagger`.

    def judged(self, odds: float) -> Swap:
        """Return the same swap with its odds."""
        return replace(self, odds=odds)


def without_overlaps(
    swaps: Iterable[Swap], strength: Callable[[Swap], float] = attrgetter("odds")
) -> list[Swap]:
    """Keep the strongest of any swaps that overlap; the result is in order of place."""
    taken: set[int] = set()
    kept = []
    for swap in sorted(swaps, key=lambda swap: (-strength(swap), swap.start, swap.end)):
        places = range(swap.start, swap.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(swap)
    return sorted(kept, key=lambda swap: swap.start)


def pooled(swaps: list[Swap]) -> list[Swap]:
    """Let occurrences of the same swap share their evidence: what is swapped once is so again."""
    ratios: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    odds: defaultdict[int, list[float]] = defaultdict(list)
    for swap in swaps:
        ratios[swap.key, swap.best].append(_bounded(swap.ratio))
        odds[swap.key].append(_bounded(swap.odds))
    return [
        replace(
            swap,
            ratio=_backed(swap.ratio, ratios[swap.key, swap.best]),
            odds=_backed(swap.odds, odds[swap.key]),
            occurrences=len(ratios[swap.key, swap.best]),
        )
        if len(odds[swap.key]) > 1
        else swap
        for swap in swaps
    ]


def _backed(evidence: float, every: list[float]) -> float:
    """Return the evidence with a share of that of its repeats."""
    if len(every) == 1:
        return evidence
    return evidence + REPEAT_SHARE * _bounded(sum(every) - _bounded(evidence))


def _bounded(ratio: float) -> float:
    return min(max(ratio, LEAST_REPEAT), MOST_REPEAT)
