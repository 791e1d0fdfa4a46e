from __future__ import annotations

from dataclasses import replace

import pytest

from credcheck.report.baseline import marked, matched, parsed, written
from credcheck.report.view import view
from tests.report.made import report

ROWS = view(report()).shown()


def test_what_is_written_is_known_again() -> None:
    known = parsed(written(ROWS))
    assert matched(ROWS, known) == set(range(len(ROWS)))
    assert all(row.status == "baseline" for row in marked(ROWS, known))


def test_the_file_is_sorted_and_one_line_a_finding() -> None:
    lines = written(reversed(ROWS)).splitlines()
    assert lines[1:] == sorted(lines[1:])
    assert len(lines) == len(ROWS) + 1


def test_a_renamed_file_is_still_known_but_each_line_knows_one() -> None:
    known = parsed(written(ROWS[:1]))
    renamed = replace(ROWS[0], path="new.txt")
    assert matched((renamed,), known) == {0}
    assert matched((renamed, ROWS[0]), known) == {1}


def test_without_a_baseline_nothing_is_known() -> None:
    assert marked(ROWS, ()) is ROWS


def test_a_strange_line_is_named() -> None:
    with pytest.raises(ValueError, match="line 2: not a line of a baseline"):
        parsed("# a comment\nwhat is this\n")
