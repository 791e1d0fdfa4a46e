"""Rows of tables are told from sentences."""

from __future__ import annotations

from credcheck.support.rows import is_row, rows


def test_rows_with_company() -> None:
    text = (
        "Year Visitors\n2019 1,000 Opened\n2020 3,500 Closed in May\nIn 2020 3,500 people came.\n"
    )
    assert [span.of(text) for span in rows(text)] == [
        "2019 1,000 Opened",
        "2020 3,500 Closed in May",
    ]


def test_a_row_alone_is_no_table() -> None:
    assert rows("Valmora 3 Osterby 1\nThe final was played on Saturday.\nIt was cold.") == ()


def test_cells_make_a_row() -> None:
    assert is_row("| Sarat | 24 | 540 |")
    assert not is_row("| Village | Dead | Homes |")
    assert not is_row("The 24 men and 30 women of Sarat came home.")
