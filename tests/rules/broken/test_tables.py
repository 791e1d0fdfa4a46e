from __future__ import annotations

import pytest

from credcheck.rules.broken._lines import lines
from credcheck.rules.broken._tables import tables


def rows_of(text: str) -> list[tuple[tuple[str, ...], ...]]:
    return [table.rows for table in tables(lines(text))]


def test_rows_are_read_again_where_cells_are_told_apart() -> None:
    text = "Ward Households Share\nNorth 4,120 2.1%\nSouth End 3,870 1.4%"
    assert rows_of(text) == [
        (
            ("Ward", "Households", "Share"),
            ("North", "4,120", "2.1%"),
            ("South End", "3,870", "1.4%"),
        )
    ]


def test_cells_on_lines_of_their_own_become_rows() -> None:
    text = "Year\nVotes\n2021\n4,120\n2022\n3,870\n2023"
    assert rows_of(text) == [(("Year", "Votes"), ("2021", "4,120"), ("2022", "3,870"), ("2023",))]


def test_bars_that_do_not_match() -> None:
    assert rows_of("| Ward | Charge |\n| North | £310") == [
        (("Ward", "Charge"), ("North", "£310")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "| Ward | Charge |\n| North | 310 |",
        "Ward      Households\nNorth     4,120\nSouth     3,870",
        "Arsenal 2 Chelsea 1\nLeeds 0 Everton 0",
        "2 cups flour\n1 cup sugar\n3 eggs\n4 apples\n5 plums\n6 pears\n7 figs",
        "In 2021 the board had 12 ferries, 4,100 visitors and 3 piers, and in 2022 it had 9.",
    ],
)
def test_whole_tables_and_lists_are_left_alone(text: str) -> None:
    assert rows_of(text) == []
