"""Where the comparison of two passages begins: copied words, those close to one another joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.exact import Region, Runs, shared_runs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from credcheck.align.pairs import Pairs
    from credcheck.align.words import Flags, Places

# Copied words are looked for from this many in a row on. Runs with at most so many words between
# them, on both sides, go together if there are about as many on either.
RUN_WORDS_MIN = 5
RUN_GAP_MAX = 50
RUN_SHIFT_MAX = 12
_RUNS_LOOKED_BACK = 6


def copied(pairs: Pairs) -> list[list[Region]]:
    """Return for each pair the stretches of copied words."""
    runs = in_a_row(shared_runs(pairs, RUN_WORDS_MIN))
    return [joined(some) for some in runs.regions(len(pairs))]


def in_a_row(runs: Runs) -> Runs:
    """Join runs that come right after one another; of those of two articles this leaves a third."""
    follows = runs.pairs[1:] == runs.pairs[:-1]
    follows &= _are_near(runs.edges[0::2, 1:] - runs.edges[1::2, :-1])
    heads = np.flatnonzero(np.append(True, ~follows)[: len(runs.pairs)])
    if not len(heads):
        return runs
    left_starts, left_ends, right_starts, right_ends = runs.edges
    edges = [
        left_starts[heads],
        np.maximum.reduceat(left_ends, heads),
        np.minimum.reduceat(right_starts, heads),
        np.maximum.reduceat(right_ends, heads),
    ]
    return Runs(runs.pairs[heads], np.stack(edges))


def _are_near(gaps: Places) -> Flags:
    """Tell of the words between runs, a row on the left and one on the right, if they are few."""
    lefts, rights = (gaps >= -RUN_WORDS_MIN) & (gaps <= RUN_GAP_MAX)
    near: Flags = lefts & rights & (np.abs(gaps[0] - gaps[1]) <= RUN_SHIFT_MAX)
    return near


def joined(runs: Iterable[Region]) -> list[Region]:
    """Join runs with the last ones before them that are near, whatever lies between."""
    found: list[Region] = []
    for run in runs:
        for place in range(len(found) - 1, max(-1, len(found) - 1 - _RUNS_LOOKED_BACK), -1):
            if _is_near(found[place], run):
                found[place] = found[place].hull(run)
                break
        else:
            found.append(run)
    return found


def _is_near(before: Region, after: Region) -> bool:
    lefts = after.left_start - before.left_end
    if not -RUN_WORDS_MIN <= lefts <= RUN_GAP_MAX:
        return False
    rights = after.right_start - before.right_end
    return -RUN_WORDS_MIN <= rights <= RUN_GAP_MAX and abs(lefts - rights) <= RUN_SHIFT_MAX
