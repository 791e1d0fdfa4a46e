"""The story side by side: what each source gives for the same thing, differing values first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from credcheck.report.page import text as escaped
from credcheck.report.rows import ClaimRow, EvidenceRow, label
from credcheck.support.story_tables import Cell, StoryTable, story_tables
from credcheck.types import Claim, Evidence, Judgement, Span


def stories(claims: Sequence[ClaimRow]) -> Iterator[str]:
    """One table an event that at least two files report."""
    words = {(row_label(row), row.location.start): row.location.quote.exact for row in claims}
    for table in story_tables(_judgement(row) for row in claims):
        yield from _table(table, words)


def _table(table: StoryTable, words: dict[tuple[str, int], str]) -> Iterator[str]:
    yield "<div class=scroll><table class=story><thead><tr><th>about</th>"
    yield from (f"<th>{escaped(name)}</th>" for name in table.documents)
    yield "</tr></thead><tbody>\n"
    for row in table.rows:
        about = " ".join(row.about[:4]) or row.kind
        yield f'<tr class="{"differs" if row.is_disputed else "agrees"}">'
        yield f"<th>{escaped(row.kind)}<br><span class=dim>{escaped(about)}</span></th>"
        yield from (_cell(cell, words) for cell in row.cells)
        yield "</tr>\n"
    yield "</tbody></table></div>\n"


def _cell(cell: Cell | None, words: dict[tuple[str, int], str]) -> str:
    if cell is None:
        return "<td class=dim>–</td>"
    shown = words.get((cell.place.document, cell.place.span.start), cell.value)
    return f'<td class="{cell.status}">{escaped(shown)}</td>'


def row_label(row: ClaimRow) -> str:
    """The file of a claim as a person reads it."""
    return label(row.path, row.location.record)


def _judgement(row: ClaimRow) -> Judgement:
    span = Span(row.location.start, row.location.end)
    claim = Claim(row_label(row), span, row.kind, row.value, span)
    evidence = tuple(_evidence(e) for e in row.evidence)
    return Judgement(claim, row.status, row.sources, evidence)


def _evidence(row: EvidenceRow) -> Evidence:
    if row.path is None or row.location is None:
        return Evidence(row.kind, row.relation, row.detail)
    place = Span(row.location.start, row.location.end)
    document = label(row.path, row.location.record)
    return Evidence(row.kind, row.relation, row.detail, document, place, row.similarity)
