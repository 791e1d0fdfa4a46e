"""
Turn what an opaque mender made of a text into the smallest edits that do the same.

The one place where a text is compared with what became of it; everything else says itself what it
changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from credcheck.types import Edit, Span


def edits_between(before: str, after: str, start: int = 0, reason: str = "") -> Iterator[Edit]:
    """
    The edits that turn `before`, which stands at `start`, into `after`.

    Differences that touch are one edit. Time grows with the product of both lengths (over 64), so
    give it a line or less.
    """
    pending: tuple[int, int, int, int] | None = None
    for operation in Levenshtein.opcodes(before, after):
        if operation.tag == "equal":
            if pending:
                yield _edit(after, pending, start, reason)
            pending = None
        else:
            opened = pending or (operation.src_start, 0, operation.dest_start, 0)
            pending = (opened[0], operation.src_end, opened[2], operation.dest_end)
    if pending:
        yield _edit(after, pending, start, reason)


def _edit(after: str, places: tuple[int, int, int, int], start: int, reason: str) -> Edit:
    from_start, from_end, to_start, to_end = places
    return Edit(Span(start + from_start, start + from_end), after[to_start:to_end], reason)
