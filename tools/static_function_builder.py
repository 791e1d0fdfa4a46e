"""
Build the table of a static function (credcheck/language/static_function.py).

Peeling in rounds: all cells that hold a single key are taken at once, so that numpy does the work
and the result depends on nothing but the keys and values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.static_function import StaticFunction, positions

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Published minimum for three probes is about 1.125 for large sets; small ones need more room.
_FACTORS = (1.11, 1.125, 1.14, 1.18, 1.25, 1.4, 2.0, 4.0)


def build_static_function(mixed: NDArray[np.uint64], values: NDArray[np.uint32]) -> StaticFunction:
    """
    Return a function with `look_up(mixed) == values`.

    Raises ValueError if a key occurs twice, or if no size that was tried can hold them.
    """
    if len(np.unique(mixed)) != len(mixed):
        raise ValueError("a key occurs twice")
    segment = _segment_cells(len(mixed))
    for factor in _FACTORS:
        segments = max(1, int(np.ceil(len(mixed) * factor / segment)) - 2)
        cells = positions(mixed, segments, segment)
        layers = _peel(cells, (segments + 2) * segment)
        if layers is not None:
            target = values.astype(np.uint32) ^ mixed.astype(np.uint32)
            table = _fill(cells, layers, target, (segments + 2) * segment)
            return StaticFunction(table.reshape(segments + 2, segment))
    raise ValueError(f"no table found for {len(mixed)} keys")


def _segment_cells(keys: int) -> int:
    """Segment length recommended by Graf and Lemire for three probes."""
    exponent = int(np.log(max(keys, 8)) / np.log(3.33) + 2.25)
    # At least 128: with fewer cells two keys may well share all three of theirs.
    return 1 << max(7, min(exponent, 16))


def _peel(
    cells: NDArray[np.int64], size: int
) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]] | None:
    """Return layers of (keys, cell that each key alone still uses), or None where it gets stuck."""
    degree = np.bincount(cells.reshape(-1), minlength=size)
    which = np.zeros(size, np.int64)
    numbers = np.arange(cells.shape[1])
    for row in cells:
        np.bitwise_xor.at(which, row, numbers)
    frontier = np.flatnonzero(degree == 1)
    layers, left = [], cells.shape[1]
    while len(frontier):
        keys, first = np.unique(which[frontier], return_index=True)
        layers.append((keys, frontier[first]))
        left -= len(keys)
        for row in cells[:, keys]:
            np.subtract.at(degree, row, 1)
            np.bitwise_xor.at(which, row, keys)
        touched = np.unique(cells[:, keys])
        frontier = touched[degree[touched] == 1]
    return None if left else layers


def _fill(
    cells: NDArray[np.int64],
    layers: list[tuple[NDArray[np.int64], NDArray[np.int64]]],
    target: NDArray[np.uint32],
    size: int,
) -> NDArray[np.uint32]:
    table = np.zeros(size, np.uint32)
    for keys, own in reversed(layers):
        first, second, third = cells[:, keys]
        table[own] = target[keys] ^ table[first] ^ table[second] ^ table[third]
    return table
