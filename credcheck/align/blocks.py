"""Word-level differences of two aligned stretches, in raw coordinates, for any format to draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import Indel, Levenshtein

from credcheck.align.exact import Region
from credcheck.types import Block, Operation, Passage, Span

if TYPE_CHECKING:
    from array import array

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
    blocks: tuple[Block, ...]


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
    steps: list[tuple[str, int, int, int, int]] = Levenshtein.opcodes(lefts, rights).as_list()  # type: ignore[assignment]
    return Difference(
        100.0 * Indel.normalized_similarity(lefts, rights),
        sum(end - start for operation, start, end, _, _ in steps if operation == "equal"),
        sum(end - start for operation, start, end, _, _ in steps if operation == "replace"),
        _core(region, steps),
        tuple(
            Block(
                _OPERATIONS[operation],
                _span(left, region.left_start + left_start, region.left_start + left_end),
                _span(right, region.right_start + right_start, region.right_start + right_end),
            )
            for operation, left_start, left_end, right_start, right_end in steps
        ),
    )


def _core(region: Region, steps: list[tuple[str, int, int, int, int]]) -> Region:
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


def _letters(left: array[int], right: array[int]) -> tuple[str, str]:
    """Words as characters, a character a word, which rapidfuzz compares fastest."""
    words = np.concatenate([np.frombuffer(left, np.uint32), np.frombuffer(right, np.uint32)])
    _, inverse = np.unique(words, return_inverse=True)
    text = (inverse.astype(np.uint32) + np.uint32(_FIRST_LETTER)).tobytes().decode("utf-32-le")
    return text[: len(left)], text[len(left) :]


def _span(passage: Passage, start: int, end: int) -> Span:
    if start < end:
        return Span(passage.starts[start], passage.ends[end - 1])
    place = passage.ends[start - 1] if start else passage.starts[0]
    return Span(place, place)
