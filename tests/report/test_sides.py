from __future__ import annotations

import pytest

from credcheck.report.excerpt import cells
from credcheck.report.rows import AlignmentRow, BlockRow, Location, PlaceRow, Quote
from credcheck.report.sides import sides, with_marks
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import FERRY, WIRE, report


def test_words_that_differ_stand_in_brackets_side_by_side() -> None:
    row = view(report()).alignments[0]
    lines = list(sides(row, FERRY, WIRE, Style()))
    assert lines[0] == "edited, 94 % alike"
    assert lines[3].split("│")[0].strip() == "3 ferry left the [pier]"
    assert lines[3].split("│")[1].strip() == "1 ferry left the [quay]"


def test_two_columns_fit_the_line() -> None:
    row = view(report()).alignments[0]
    for width in (20, 33, 60, 80, 120, 300):
        assert all(cells(line) <= width for line in sides(row, FERRY, WIRE, Style(width=width)))


def test_every_paragraph_and_line_bears_its_number() -> None:
    left, right = "one two\nthree\n\nfour", "one two three four"
    blocks = tuple(
        BlockRow("keep", (left.index(word), left.index(word) + len(word)), at)
        for word, at in (("one two", (0, 7)), ("three", (8, 13)), ("four", (14, 18)))
    )
    one, other = (
        PlaceRow(name, Location(0, len(said), 1, 1, said.count("\n") + 1, 1, Quote(said, "", "")))
        for name, said in (("a", left), ("b", right))
    )
    row = AlignmentRow(one, other, 99.0, "edited", blocks)
    lines = [line.rstrip(" │") for line in sides(row, left, right, Style())]
    columns = [[half.rstrip() for half in line.split(" │ ")] for line in lines[3:]]
    assert columns == [["1 one two three", "1 one two three four"], ["4 four"]]


def test_a_word_wider_than_its_column_is_broken() -> None:
    address = "https://example.org/" + "x" * 90
    place = PlaceRow("a", Location(0, 110, 1, 1, 1, 1, Quote(address, "", "")))
    row = AlignmentRow(place, place, 100.0, "verbatim", (BlockRow("keep", (0, 110), (0, 110)),))
    lines = list(sides(row, address, address, Style(width=60)))
    assert all(cells(line) <= 60 for line in lines)
    assert "".join(line.split(" │ ")[0].strip("1 ") for line in lines[3:]) == address


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("by the end of June. Engineers", "June", "June."),
        ("he said “We will” and left", "We will", "“We will”"),
        ("the (old) hall", "old", "(old)"),
        ("a well-known man", "known", "known"),
        ("the board", "", ""),
    ],
)
def test_words_keep_the_marks_beside_them(text: str, words: str, shown: str) -> None:
    start = text.index(words)
    first, last = with_marks(text, (start, start + len(words)))
    assert text[first:last] == shown
