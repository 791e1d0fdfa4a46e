"""
A static function: a table that maps known 64-bit keys to small values, and nothing else.

Three table cells are XORed; for a key of the table the result is its value, for any other key it is
noise, so the bits above the value serve as a fingerprint. No keys are stored: about 1.13 cells of
four bytes a key, three gathers a look-up, and the table can be mapped into memory as it lies on
disk. Method: Graf and Lemire, "Binary Fuse Filters" (2022), used as a retrieval structure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Keys = NDArray[np.uint64]
    Values = NDArray[np.uint32]

_MIXER = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)
_MIDDLE = np.uint64(16)
_WORD = (1 << 64) - 1


def mix(keys: Keys) -> Keys:
    """Spread the bits of `keys` in place (multiply and shift, twice), and return them."""
    for _ in range(2):
        keys ^= keys >> _HALF
        keys *= _MIXER
    return keys


def mix_one(key: int) -> int:
    """`mix` for a single Python integer."""
    for _ in range(2):
        key ^= key >> 32
        key = key * int(_MIXER) & _WORD
    return key


@dataclass(frozen=True, slots=True, eq=False)
class StaticFunction:
    """
    The table of one function.

    `cells` has the shape (segments + 2, cells per segment), the second a power of two.
    """

    cells: Values

    @property
    def segment_cells(self) -> int:
        """Cells in one segment."""
        return int(self.cells.shape[1])

    @property
    def first_cells(self) -> int:
        """How many cells the first of the three probes may hit."""
        return int(self.cells.shape[0] - 2) * self.segment_cells

    def look_up(self, mixed: Keys) -> Values:
        """Return the value of each key given as `mix(key)`; foreign keys give noise."""
        flat = self.cells.reshape(-1)
        segment = self.segment_cells
        inside = np.uint64(segment - 1)
        first = mixed >> _HALF
        first *= np.uint64(self.first_cells)
        first >>= _HALF
        found: Values = flat.take(first.view(np.int64))
        probe = mixed >> _MIDDLE
        probe &= inside
        probe ^= first
        found ^= flat[segment:].take(probe.view(np.int64))
        np.bitwise_and(mixed, inside, out=probe)
        probe ^= first
        found ^= flat[2 * segment :].take(probe.view(np.int64))
        found ^= mixed.astype(np.uint32)
        return found

    def look_up_one(self, mixed: int) -> int:
        """`look_up` for a single key given as `mix_one(key)`, without the cost of an array call."""
        segment = self.segment_cells
        flat = self.cells.reshape(-1)
        first = (mixed >> 32) * self.first_cells >> 32
        second = segment + (first ^ (mixed >> 16 & (segment - 1)))
        third = 2 * segment + (first ^ (mixed & (segment - 1)))
        return int(flat[first]) ^ int(flat[second]) ^ int(flat[third]) ^ (mixed & 0xFFFFFFFF)


def positions(mixed: Keys, segments: int, segment_cells: int) -> NDArray[np.int64]:
    """Return the three cells of each key, shape (3, keys); for whoever builds a table."""
    first = (mixed >> _HALF) * np.uint64(segments * segment_cells) >> _HALF
    inside = np.uint64(segment_cells - 1)
    second = (mixed >> _MIDDLE & inside ^ first) + np.uint64(segment_cells)
    third = (mixed & inside ^ first) + np.uint64(2 * segment_cells)
    return np.stack([first, second, third]).view(np.int64)
