"""Word-level differences of two aligned stretches, in raw coordinates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, Levenshtein

from credcheck.types import Block, Operation, Passage, Span

if TYPE_CHECKING:
    from credcheck.align.exact import Region

_OPERATIONS: dict[str, Operation] = {
    "equal": "keep",
    "replace": "replace",
    "insert": "insert",
    "delete": "delete",
}


def letters(passage: Passage, start: int, end: int) -> list[int]:
    """The words numbered `start` up to `end`, each as one number, for rapidfuzz to compare."""
    return passage.words[start:end].tolist()


def score(left: Passage, right: Passage, region: Region) -> float:
    """Return how alike the words of a region are, 0..100: rapidfuzz's ratio over words."""
    return 100.0 * Indel.normalized_similarity(*_both(left, right, region))


def blocks(left: Passage, right: Passage, region: Region) -> tuple[Block, ...]:
    """
    Return the steps that lead from the left words of a region to the right ones, in order.

    The fewest insertions, deletions and replacements of words (Levenshtein). The side of an
    insertion or deletion that holds nothing is the empty span where the words would stand.
    """
    steps = Levenshtein.opcodes(*_both(left, right, region))
    return tuple(
        Block(
            _OPERATIONS[step.tag],
            _span(left, region.left_start + step.src_start, region.left_start + step.src_end),
            _span(right, region.right_start + step.dest_start, region.right_start + step.dest_end),
        )
        for step in steps
    )


def _both(left: Passage, right: Passage, region: Region) -> tuple[list[int], list[int]]:
    return (
        letters(left, region.left_start, region.left_end),
        letters(right, region.right_start, region.right_end),
    )


def _span(passage: Passage, start: int, end: int) -> Span:
    if start < end:
        return Span(passage.starts[start], passage.ends[end - 1])
    place = passage.ends[start - 1] if start else passage.starts[0]
    return Span(place, place)


def marked(spans: Iterable[Block], side: str, within: Span) -> Iterator[tuple[Span, bool]]:
    """
    Cut one side of an alignment into stretches that are kept and stretches that differ.

    `side` is "left" or "right"; yields (span, differs) in order, together exactly `within`, so
    that a format only has to mark the second kind.
    """
    position = within.start
    for block in spans:
        here: Span = getattr(block, side)
        if block.operation == "keep" or not len(here):
            continue
        if here.start > position:
            yield Span(position, here.start), False
        yield here, True
        position = here.end
    if position < within.end:
        yield Span(position, within.end), False
