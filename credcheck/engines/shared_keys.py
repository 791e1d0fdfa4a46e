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

from credcheck.align.sketch import heads_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Keys = NDArray[np.uint64]
    Weighed = tuple[Numbers, Numbers]

# Weights are whole numbers, so that their sum is exact in whatever order they come: 1 is this many.
_UNIT = lcm(*range(1, 30))
# Any odd number takes what tells keys apart into their high bits.
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
# Pairs counted at a time; bounds the memory to about 100 MB.
_PAIRS_AT_ONCE = 1 << 21


def pairs_sharing(
    keys: Sequence[Keys], weight_min: float, key_max_items: int
) -> Iterator[tuple[int, int]]:
    """
    Yield the numbers of the items that share enough keys, each pair once, in order.

    `keys[n]` are the keys of item n, 64 bits each, in any order; one given twice counts once. A key
    of more than `key_max_items` items is dropped; the others that two items share must weigh
    `weight_min` together.
    """
    if len(keys) < 2:
        return
    owners, starts, sizes = _holders(keys)
    found, weights = _weighed(owners, starts, sizes, len(keys), key_max_items)
    enough = found[weights >= weight_min * _UNIT]
    yield from zip((enough // len(keys)).tolist(), (enough % len(keys)).tolist(), strict=True)


def _holders(keys: Sequence[Keys]) -> tuple[Numbers, Numbers, Numbers]:
    """
    The items that hold each distinct key, end to end in order.

    Returns the numbers of the items, where those of each key begin, and how many they are.
    """
    # One sort of plain numbers does it if the item takes the low bits of its keys; 5,752 articles
    # with 2.4 million keys leave 51 bits a key.
    bits = np.uint64((len(keys) - 1).bit_length())
    together = np.concatenate(keys)
    together *= _SPREAD
    together >>= bits
    together <<= bits
    together |= np.repeat(np.arange(len(keys), dtype=np.uint64), [len(some) for some in keys])
    together.sort()
    together = together[heads_of(together)]
    owners = (together & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    together >>= bits
    starts = heads_of(together)
    return owners, starts, np.diff(starts, append=len(together))


def _weighed(
    owners: Numbers, starts: Numbers, sizes: Numbers, items: int, key_max_items: int
) -> tuple[Numbers, Numbers]:
    """Every pair that shares a key, as left * items + right, sorted, and the weight of its keys."""
    found: list[Weighed] = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
    for codes, size in _pairs(owners, starts, sizes, items, key_max_items):
        found.append((codes, np.full(len(codes), _UNIT // (size - 1))))
        if sum(len(some) for some, _ in found[1:]) >= _PAIRS_AT_ONCE:
            found = [_summed(found)]
    return _summed(found)


def _pairs(
    owners: Numbers, starts: Numbers, sizes: Numbers, items: int, key_max_items: int
) -> Iterator[tuple[Numbers, int]]:
    """The pairs of items that each key brings together, and how many items hold those keys."""
    for size in range(2, key_max_items + 1):
        of_size = starts[sizes == size]
        lefts, rights = np.triu_indices(size, 1)
        step = max(1, _PAIRS_AT_ONCE // len(lefts))
        for low, high in pairwise([*range(0, len(of_size), step), len(of_size)]):
            holders = owners[of_size[low:high, None] + np.arange(size)]
            yield (holders[:, lefts] * items + holders[:, rights]).ravel(), size


def _summed(found: Sequence[Weighed]) -> Weighed:
    """Each pair once, in order, with all its weight."""
    codes, weights = (np.concatenate(columns) for columns in zip(*found, strict=True))
    order = np.argsort(codes)
    codes = codes[order]
    heads = heads_of(codes)
    if not len(heads):
        return codes, weights
    return codes[heads], np.add.reduceat(weights[order], heads)
