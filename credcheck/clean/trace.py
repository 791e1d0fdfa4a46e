"""
Lead every edit of every cleaning pass home to the text as read.

Passes work on one another's output, so the edits of two passes may fall on the same characters of
the original: a mojibake line that held an entity. Those edits cannot be made one by one in the
original; they form one region, which is replaced by what the whole chain made of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from credcheck.types import Document, Edit, Span


@dataclass(frozen=True, slots=True)
class Trace:
    """
    One edit of one pass, in raw coordinates.

    `code` is the fixer's, `span` what was found, `before` and `after` its wording in that pass;
    `repair` replaces a region of the raw text that holds the span and is None if the edit was only
    noted and cannot be written in raw coordinates.
    """

    code: str
    span: Span
    before: str
    after: str | None
    reason: str
    applied: bool
    repair: Edit | None


def traces(document: Document) -> Iterator[Trace]:
    """Every edit made or noted, in the order the passes ran."""
    regions = _regions(document)
    text = document.raw
    for number, layer in enumerate(document.layers):
        for edit in layer.edits:
            span = _home(document, number, edit.span)
            repair = _repair(document, regions, span)
            before = edit.span.of(text)
            yield Trace(layer.reason, span, before, edit.text, edit.reason, True, repair)
        for edit in layer.noted:
            yield _noted(document, number, edit, text)
        text = layer.apply(text)


def _noted(document: Document, number: int, edit: Edit, text: str) -> Trace:
    span = _home(document, number, edit.span)
    before = edit.span.of(text)
    is_plain = span.of(document.raw) == before and edit.text is not None
    repair = Edit(span, edit.text, edit.reason, edit.applicability) if is_plain else None
    code = document.layers[number].reason
    return Trace(code, span, before, edit.text, edit.reason, False, repair)


def _home(document: Document, number: int, span: Span) -> Span:
    """A span over the input of pass `number`, in raw coordinates."""
    for layer in reversed(document.layers[:number]):
        span = layer.locate(span)
    return span


def _regions(document: Document) -> list[tuple[Span, Span]]:
    """Disjoint pairs (raw span, clean span) that hold every edit made, in order."""
    pairs: list[tuple[Span, Span]] = []
    for number, layer in enumerate(document.layers):
        for edit, start, end in zip(layer.edits, layer.starts_out, layer.ends_out, strict=True):
            clean = Span(start, end)
            for later in document.layers[number + 1 :]:
                clean = later.carry(clean)
            pairs.append((_home(document, number, edit.span), clean))
    pairs.sort()
    merged: list[tuple[Span, Span]] = []
    for raw, clean in pairs:
        if merged and _touch(merged[-1], (raw, clean)):
            merged[-1] = (_hull(merged[-1][0], raw), _hull(merged[-1][1], clean))
        else:
            merged.append((raw, clean))
    return merged


def _touch(left: tuple[Span, Span], right: tuple[Span, Span]) -> bool:
    return right[0].start <= left[0].end or right[1].start < left[1].end


def _hull(left: Span, right: Span) -> Span:
    return Span(min(left.start, right.start), max(left.end, right.end))


def _repair(document: Document, regions: list[tuple[Span, Span]], span: Span) -> Edit | None:
    """The edit of the region that holds `span`."""
    low, high = 0, len(regions)
    while low < high:
        middle = (low + high) // 2
        if regions[middle][0].end < span.start:
            low = middle + 1
        else:
            high = middle
    if low == len(regions):
        return None
    raw, clean = regions[low]
    return Edit(raw, clean.of(document.text))
