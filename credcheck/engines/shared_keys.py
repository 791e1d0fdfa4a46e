"""
Which items share enough keys to be worth comparing, without comparing all of them.

An inverted index as one sorted row of numbers. A key that d items hold says 1 / (d - 1) for each
pair of them: a stretch that only two articles have in common counts in full, the footer of a site
that stands under thirty hardly at all, and a story that twenty papers printed still by its length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import lcm
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Keys = NDArray[np.uint64]

# Weights are whole numbers, so that their sum is exact in whatever order they come: 1 is this many.
_UNIT = lcm(*range(1, 30))
# Pairs counted at a time; bounds the memory to about 100 MB.
_PAIRS_AT_ONCE = 1 << 21


def pairs_sharing(
    keys: Sequence[Keys], weight_min: float, key_max_items: int
) -> Iterator[tuple[int, int]]:
    """
    Yield the numbers of the items that share enough keys, each pair once, in order.

    `keys[n]` are the keys of item n, 64 bits each, none twice. A key of more than `key_max_items`
    items is dropped; the others that two items share must weigh `weight_min` together.
    """
    if len(keys) < 2:
        return
    owners = np.repeat(np.arange(len(keys)), [len(some) for some in keys])
    together = np.concatenate(keys)
    order = np.argsort(together, kind="stable")
    together, owners = together[order], owners[order]
    starts = np.flatnonzero(np.append(True, together[1:] != together[:-1])[: len(together)])
    sizes = np.diff(np.append(starts, len(together)))
    found, weights = _weighed(owners, starts, sizes, len(keys), key_max_items)
    enough = found[weights >= weight_min * _UNIT]
    yield from zip((enough // len(keys)).tolist(), (enough % len(keys)).tolist(), strict=True)


def _weighed(
    owners: Numbers, starts: Numbers, sizes: Numbers, items: int, key_max_items: int
) -> tuple[Numbers, Numbers]:
    """Every pair that shares a key, as left * items + right, sorted, and the weight of its keys."""
    found, weights = np.zeros(0, np.int64), np.zeros(0, np.int64)
    for size in range(2, key_max_items + 1):
        of_size = starts[sizes == size]
        lefts, rights = np.triu_indices(size, 1)
        step = max(1, _PAIRS_AT_ONCE // len(lefts))
        for low, high in pairwise([*range(0, len(of_size), step), len(of_size)]):
            holders = owners[of_size[low:high, None] + np.arange(size)]
            codes = (holders[:, lefts] * items + holders[:, rights]).ravel()
            found, weights = _added(found, weights, codes, _UNIT // (size - 1))
    return found, weights


def _added(
    found: Numbers, weights: Numbers, codes: Numbers, weight: int
) -> tuple[Numbers, Numbers]:
    """The pairs and weights with some more pairs, each of which adds `weight`."""
    new, counts = np.unique(codes, return_counts=True)
    merged, inverse = np.unique(np.concatenate([found, new]), return_inverse=True)
    total = np.zeros(len(merged), np.int64)
    total[inverse[: len(found)]] = weights
    total[inverse[len(found) :]] += counts * weight
    return merged, total
