"""Word-level differences of two aligned stretches, in raw coordinates, for any format to draw."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import Indel, Levenshtein

from credcheck.align.exact import Region
from credcheck.types import Blocks, Operation, Passage

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable

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
    edges = zip(
        _edges(left, region.left_start, [step[1:3] for step in steps]),
        _edges(right, region.right_start, [step[3:5] for step in steps]),
        strict=True,
    )
    return Difference(
        100.0 * Indel.normalized_similarity(lefts, rights),
        sum(step[2] - step[1] for step in steps if step[0] == "equal"),
        sum(step[2] - step[1] for step in steps if step[0] == "replace"),
        _core(region, steps),
        Blocks(
            tuple(_OPERATIONS[step[0]] for step in steps),
            tuple(chain.from_iterable(left + right for left, right in edges)),
        ),
    )


def _core(region: Region, steps: list[Step]) -> Region:
    kept = [s for s in steps if s[0] == "equal" and s[2] - s[1] >= CORE_WORDS_MIN]
    if not kept:
        return region
    (_, left_start, _, right_start, _), (_, _, left_end, _, right_end) = kept[0], kept[-1]
    return Region(
        region.left_start + left_start,
        region.left_start + left_end,
        region.right_start + right_start,
        region.right_start + right_end,
        region.evidence,
    )


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


def _edges(passage: Passage, first: int, words: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where stretches of words, counted from word `first` on, start and end in the raw text."""
    starts, ends = passage.starts, passage.ends
    found = []
    for start, end in words:
        if start < end:
            found.append((starts[first + start], ends[first + end - 1]))
        else:
            place = ends[first + start - 1] if first + start else starts[0]
            found.append((place, place))
    return found
