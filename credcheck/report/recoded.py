"""A saved report in another unit of offsets, where a format must count in its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from credcheck.report.rows import (
    AlignmentRow,
    BlockRow,
    CellRow,
    ClaimRow,
    EvidenceRow,
    FindingRow,
    FixRow,
    Location,
    PlaceRow,
    PositionEncoding,
    StoryRow,
    ThingRow,
    View,
    label,
)
from credcheck.report.source import Source
from credcheck.types import Edit, Span

SourceOf = Callable[[str], Source]


class RecodeError(ValueError):
    """A report whose offsets cannot be counted otherwise; the message is one line."""


def recoded(view: View, unit: PositionEncoding) -> View:
    """
    The view with every offset and column in `unit`.

    Raises:
        RecodeError: it does not count in code points, or a text is no longer at hand.
    """
    if unit == view.position_encoding:
        return view
    if view.position_encoding != "utf-32":
        raise RecodeError(f"the report counts in {view.position_encoding}; save it in utf-32")

    @cache
    def source_of(name: str) -> Source:
        text = view.text_of(name)
        if text is None:
            raise RecodeError(
                f"{name}: gone or changed since the report, and {unit} needs its text"
            )
        return Source(text, unit)

    return replace(
        view,
        position_encoding=unit,
        findings=tuple(_finding(row, source_of) for row in view.findings),
        alignments=tuple(_alignment(row, source_of) for row in view.alignments),
        claims=tuple(_claim(row, source_of) for row in view.claims),
        stories=tuple(_story(row, source_of) for row in view.stories),
    )


def _location(path: str, location: Location, source_of: SourceOf) -> Location:
    found = source_of(label(path, location.record)).location(Span(location.start, location.end))
    return replace(
        found,
        record=location.record,
        xpath=location.xpath,
        source_line=location.source_line,
        page=location.page,
    )


def _finding(row: FindingRow, source_of: SourceOf) -> FindingRow:
    return replace(
        row,
        location=_location(row.path, row.location, source_of),
        fix=_fix(row.fix, source_of(row.label)) if row.fix else None,
        evidence=tuple(_evidence(evidence, source_of) for evidence in row.evidence),
    )


def _fix(fix: FixRow, source: Source) -> FixRow:
    edits = (source.edit(Edit(Span(edit.start, edit.end), edit.text)) for edit in fix.edits)
    return replace(fix, edits=tuple(edits))


def _evidence(row: EvidenceRow, source_of: SourceOf) -> EvidenceRow:
    if row.path is None or row.location is None:
        return row
    return replace(row, location=_location(row.path, row.location, source_of))


def _place(row: PlaceRow, source_of: SourceOf) -> PlaceRow:
    return replace(row, location=_location(row.path, row.location, source_of))


def _alignment(row: AlignmentRow, source_of: SourceOf) -> AlignmentRow:
    left = source_of(label(row.left.path, row.left.location.record))
    right = source_of(label(row.right.path, row.right.location.record))
    return replace(
        row,
        left=_place(row.left, source_of),
        right=_place(row.right, source_of),
        blocks=tuple(_block(block, left, right) for block in row.blocks),
    )


def _block(block: BlockRow, left: Source, right: Source) -> BlockRow:
    return replace(
        block,
        left=(left.offset(block.left[0]), left.offset(block.left[1])),
        right=(right.offset(block.right[0]), right.offset(block.right[1])),
    )


def _claim(row: ClaimRow, source_of: SourceOf) -> ClaimRow:
    return replace(
        row,
        location=_location(row.path, row.location, source_of),
        evidence=tuple(_evidence(evidence, source_of) for evidence in row.evidence),
    )


def _story(row: StoryRow, source_of: SourceOf) -> StoryRow:
    return replace(row, rows=tuple(_thing(thing, source_of) for thing in row.rows))


def _thing(row: ThingRow, source_of: SourceOf) -> ThingRow:
    cells = (_cell(cell, source_of) if cell else None for cell in row.cells)
    return replace(row, cells=tuple(cells))


def _cell(row: CellRow, source_of: SourceOf) -> CellRow:
    return replace(row, location=_location(row.path, row.location, source_of))
