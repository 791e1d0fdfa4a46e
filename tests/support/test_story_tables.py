"""What each source gives, side by side."""

from __future__ import annotations

from credcheck.support.story_tables import story_tables
from tests.support.texts import FAR, OTHER, WIRE, judged

TEXTS = {"wire": WIRE, "far": FAR, "other": OTHER}


def test_rows_hold_what_each_source_gives_and_disputes_come_first() -> None:
    (table,) = story_tables(judged(TEXTS))
    assert table.documents == ("other", "wire")
    values = [[cell.value if cell else None for cell in row.cells] for row in table.rows]
    assert ["47", "41"] in values
    assert ["1200", "1200"] in values
    disputed = [row.is_disputed for row in table.rows]
    assert disputed == sorted(disputed, reverse=True)


def test_cells_point_into_their_document() -> None:
    (table,) = story_tables(judged(TEXTS))
    for row in table.rows:
        for document, cell in zip(table.documents, row.cells, strict=True):
            assert cell is None or cell.place.document == document


def test_no_table_without_two_sources() -> None:
    assert story_tables(judged({"far": FAR})) == ()
