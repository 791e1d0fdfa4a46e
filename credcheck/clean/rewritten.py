"""
Turn what an opaque mender made of a text into the smallest edits that do the same.

The one place where a text is compared with what became of it; everything else says itself what it
changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from credcheck.types import Edit, Span


def edits_between(before: str, after: str, start: int = 0, reason: str = "") -> Iterator[Edit]:
    """The edits that turn `before`, which stands at `start`, into `after`."""
    for operation, i, j, k, end in SequenceMatcher(None, before, after, False).get_opcodes():
        if operation != "equal":
            yield Edit(Span(start + i, start + j), after[k:end], reason)
