from __future__ import annotations

from credcheck.report.excerpt import cells
from credcheck.report.sides import sides
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import FERRY, WIRE, report


def test_words_that_differ_stand_in_brackets_side_by_side() -> None:
    row = view(report()).alignments[0]
    lines = list(sides(row, FERRY, WIRE, Style()))
    assert lines[0] == "edited, 94 % alike"
    assert lines[3].split("│")[0].strip() == "ferry left the [pier]"
    assert lines[3].split("│")[1].strip() == "ferry left the [quay]"


def test_two_columns_fit_the_line() -> None:
    row = view(report()).alignments[0]
    for width in (60, 80, 120):
        assert all(cells(line) <= width for line in sides(row, FERRY, WIRE, Style(width=width)))
