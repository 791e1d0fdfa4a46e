"""Word-level differences of two aligned stretches, in raw coordinates, for any format to draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import Indel, Levenshtein

from credcheck.align.exact import Region
from credcheck.types import Blocks, Operation, Passage

if TYPE_CHECKING:
    from array import array

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


def compared(left: Passage, right: Passage, region: Region) -> Difference:
    """
    Compare the two sides of a region word by word.

    The blocks are the fewest insertions, deletions and replacements of words (Levenshtein), in
    order. The side of an insertion or deletion that holds nothing is the empty span where the words
    would stand.
    """
    lefts, rights = _letters(left.words[region.lefts], right.words[region.rights])
    steps: list[Step] = Levenshtein.opcodes(lefts, rights).as_list()  # type: ignore[assignment]
    kept = [step for step in steps if step[0] == "equal"]
    return Difference(
        100.0 * Indel.normalized_similarity(lefts, rights),
        sum(end - start for _, start, end, _, _ in kept),
        sum(end - start for tag, start, end, _, _ in steps if tag == "replace"),
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


# The first character that may stand for a word: right after the surrogates.
_FIRST_LETTER = 0xE000
_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)


def _letters(left: array[int], right: array[int]) -> tuple[str, str]:
    """Words as characters, a character a word, which rapidfuzz compares fastest."""
    words = np.concatenate([np.frombuffer(left, np.uint32), np.frombuffer(right, np.uint32)])
    packed = words.astype(np.uint64) << _HALF | np.arange(len(words), dtype=np.uint64)
    packed.sort()
    is_new = np.diff(packed >> _HALF, prepend=packed[:1] >> _HALF) != 0
    letters = np.empty(len(words), np.uint32)
    letters[(packed & _LOW).astype(np.int64)] = np.cumsum(is_new) + _FIRST_LETTER
    text = letters.tobytes().decode("utf-32-le")
    return text[: len(left)], text[len(left) :]
