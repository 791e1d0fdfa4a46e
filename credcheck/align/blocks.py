"""Word-level differences of two aligned stretches, in raw coordinates, for any format to draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import Indel, Levenshtein

from credcheck.align.exact import Region
from credcheck.align.extend import edges_of
from credcheck.align.pairs import Pairs, Ranking, spread
from credcheck.types import Blocks, Operation, Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from credcheck.align.words import Numbers, Places

# Operation, start and end on the left, start and end on the right.
Step = tuple[str, int, int, int, int]

_OPERATIONS: dict[str, Operation] = {
    "equal": "keep",
    "replace": "replace",
    "insert": "insert",
    "delete": "delete",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """
    What leads from the left words of a region to the right ones.

    `score` is rapidfuzz's ratio over words, 0..100; `kept` and `replaced` count words. `core`
    reaches from the first to the last stretch of at least `CORE_WORDS_MIN` kept words.
    """

    score: float
    kept: int
    replaced: int
    core: Region
    blocks: Blocks


# Fewer words in a row are alike by chance.
CORE_WORDS_MIN = 3


@dataclass(frozen=True, slots=True)
class Letters:
    """
    The words of both sides of a region, a character a word: what rapidfuzz compares fastest.

    Equal characters are equal words, but for those of words that stand on one side only.
    """

    left: str
    right: str

    def part(self, region: Region, within: Region) -> Letters:
        """The letters of a region that lies within the one that these are of."""
        left, right = within.left_start, within.right_start
        return Letters(
            self.left[region.left_start - left : region.left_end - left],
            self.right[region.right_start - right : region.right_end - right],
        )


# So many regions are written at a time; with more, and with millions of words, a number for each
# word, region and place would not fit into 64 bits.
_REGIONS_AT_ONCE = 256
# The first character that may stand for a word that both sides have, and what no text may hold.
_FIRST_SHARED = 2
_SURROGATES = 0xD800, 0x800


def letters_of(pairs: Pairs, regions: Sequence[Sequence[Region]]) -> Iterator[Letters]:
    """
    Write the words of the regions of each pair as letters.

    Few letters make few comparisons: those that both sides have are counted from the first
    character on, and each side has one for all others.
    """
    edges = edges_of(pairs, regions)
    for first in range(0, len(edges), _REGIONS_AT_ONCE):
        yield from _written(pairs.words, edges[first : first + _REGIONS_AT_ONCE])


def _written(words: Numbers, edges: Places) -> Iterator[Letters]:
    lengths = (edges[:, 1::2] - edges[:, 0::2]).ravel()
    ends = np.cumsum(lengths)
    words = words[spread(edges[:, 0::2].ravel(), lengths)]
    ranking = Ranking.of(ends - lengths, ends, words)
    is_shared = (ranking.lefts > 0) & (ranking.rights > 0)
    before: Places = np.cumsum(is_shared) - is_shared
    heads = np.searchsorted(ranking.pairs, np.arange(len(edges)))
    number = before - before[heads][ranking.pairs] + _FIRST_SHARED
    number += (number >= _SURROGATES[0]) * _SURROGATES[1]
    found = np.empty(len(words), np.uint32)
    found[ranking.cells] = np.where(is_shared, number, ranking.rights > 0).take(ranking.ranks)
    text = found.tobytes().decode("utf-32-le")
    cuts = [0, *ends.tolist()]
    for left, middle, right in zip(cuts[:-1:2], cuts[1::2], cuts[2::2], strict=True):
        yield Letters(text[left:middle], text[middle:right])


def compared(left: Passage, right: Passage, region: Region, letters: Letters) -> Difference:
    """
    Compare the two sides of a region word by word.

    The blocks are the fewest insertions, deletions and replacements of words (Levenshtein), in
    order. The side of an insertion or deletion that holds nothing is the empty span where the words
    would stand.
    """
    lefts, rights = letters.left, letters.right
    steps: list[Step] = Levenshtein.opcodes(lefts, rights).as_list()  # type: ignore[assignment]
    kept = [step for step in steps if step[0] == "equal"]
    return Difference(
        100.0 * Indel.normalized_similarity(lefts, rights),
        sum([end - start for _, start, end, _, _ in kept]),
        sum([end - start for tag, start, end, _, _ in steps if tag == "replace"]),
        _core(region, kept),
        Blocks(tuple([_OPERATIONS[step[0]] for step in steps]), _edges(left, right, region, steps)),
    )


def _core(region: Region, kept: list[Step]) -> Region:
    long = [step for step in kept if step[2] - step[1] >= CORE_WORDS_MIN]
    if not long:
        return region
    (_, left_start, _, right_start, _), (_, _, left_end, _, right_end) = long[0], long[-1]
    return Region(
        region.left_start + left_start,
        region.left_start + left_end,
        region.right_start + right_start,
        region.right_start + right_end,
        region.evidence,
    )


def _edges(left: Passage, right: Passage, region: Region, steps: list[Step]) -> tuple[int, ...]:
    """Where both sides of each step start and end in the raw texts."""
    left_starts, left_ends = left.starts[region.lefts], left.ends[region.lefts]
    right_starts, right_ends = right.starts[region.rights], right.ends[region.rights]
    before = (
        left.ends[region.left_start - 1] if region.left_start else left.starts[0],
        right.ends[region.right_start - 1] if region.right_start else right.starts[0],
    )
    found: list[int] = []
    for _, left_start, left_end, right_start, right_end in steps:
        if left_start < left_end:
            found += (left_starts[left_start], left_ends[left_end - 1])
        else:
            found += 2 * (left_ends[left_end - 1] if left_end else before[0],)
        if right_start < right_end:
            found += (right_starts[right_start], right_ends[right_end - 1])
        else:
            found += 2 * (right_ends[right_end - 1] if right_end else before[1],)
    return tuple(found)
