"""Which files share how much."""

from __future__ import annotations

from dataclasses import replace

from credcheck.report.sharing import SharedRow, sharing
from credcheck.report.view import view
from tests.report.made import report


def test_the_shares_are_of_the_words_that_stand_opposite_one_another() -> None:
    rows = view(report())
    assert sharing(rows.files, rows.alignments) == (
        SharedRow("ferry.txt", "wire.txt", 4 / 20, 4 / 10, 1, "edited"),
    )


def test_a_file_that_is_only_compared_with_has_no_share() -> None:
    rows = view(report())
    (found,) = sharing(rows.files[:1], rows.alignments)
    assert (found.right, found.right_share) == ("wire.txt", None)


def test_passages_are_counted_and_most_of_the_words_name_the_kind() -> None:
    rows = view(report())
    (row,) = rows.alignments
    short = replace(row, kind="verbatim", blocks=row.blocks[:1])
    (found,) = sharing(rows.files, (short, row, row))
    assert (found.passages, found.kind) == (3, "edited")
