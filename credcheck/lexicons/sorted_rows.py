"""
Look up one row of a long list without reading the list.

The rows of the file stand in the order of their first cells as bytes, so that one in many is enough
to know where a row must be. Reading a list of 40,000 rows into a dictionary takes as long as 20,000
look-ups, and most runs make fewer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from credcheck.lexicons import FOLDER

# Bytes between the rows that are known by heart.
BLOCK_BYTES = 1024


@dataclass(frozen=True, slots=True)
class SortedRows:
    """
    The rows of a list whose first cells are unique and ascend.

    `data` is a line feed and the rows, each with a line feed; `blocks` are places of line feeds in
    it, and `first_cells` what follows each.
    """

    data: bytes
    blocks: tuple[int, ...]
    first_cells: tuple[bytes, ...]

    @classmethod
    def of(cls, rows: bytes) -> SortedRows:
        """The rows of a file without its comments, each with a line feed."""
        data = b"\n" + rows
        places = (data.find(b"\n", place) for place in range(0, len(rows), BLOCK_BYTES))
        blocks = sorted({place for place in places if place + 1 < len(data)})
        cells = (data[place + 1 : data.index(b"\t", place)] for place in blocks)
        return cls(data, (*blocks, len(data)), tuple(cells))

    def get(self, key: str) -> str | None:
        """What stands after the first tab of the row that begins with `key`; None without one."""
        cell = key.encode()
        block = bisect_right(self.first_cells, cell)
        wanted = b"\n%b\t" % cell
        start = self.data.find(wanted, self.blocks[block - 1], self.blocks[block]) if block else -1
        if start < 0:
            return None
        start += len(wanted)
        return self.data[start : self.data.index(b"\n", start)].decode()

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Every row, cut at its first tab."""
        for line in self.data.decode().split("\n")[1:-1]:
            key, _, rest = line.partition("\t")
            yield key, rest


@cache
def sorted_rows(name: str) -> SortedRows:
    """The rows of `name`.tsv, which ends in a line feed."""
    data = (FOLDER / f"{name}.tsv").read_bytes()
    start = 0
    while data.startswith(b"#", start):
        start = data.index(b"\n", start) + 1
    return SortedRows.of(data[start:])
