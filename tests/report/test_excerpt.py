from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from credcheck.report.excerpt import cells, clipped, excerpt, one_line, place, shown, visible
from credcheck.report.rows import Location, Quote

TEXTS = st.text(alphabet="ab 漢é🚢\u0301\u200b\n", max_size=60)


@given(TEXTS, TEXTS, TEXTS, st.integers(20, 100))
def test_an_excerpt_is_one_line_that_fits(a: str, b: str, c: str, width: int) -> None:
    part = excerpt(Quote(b, a[-32:], c[:32]), width)
    line = part.before + part.marked + part.after
    assert "\n" not in line
    assert cells(line) <= width


def test_carets_stand_under_wide_characters() -> None:
    part = excerpt(Quote("漢字", "説明 ", " end"), 60)
    assert (part.indent, part.width) == (5, 4)


def test_context_is_of_the_same_line_and_whole_words() -> None:
    part = excerpt(Quote("ferry", "above\nThe old ", " left\nbelow"), 60)
    assert (part.before, part.after) == ("The old ", " left")
    cut = excerpt(Quote("x", "tremely long before it and then ", " y"), 60)
    assert cut.before.startswith("…long")


def test_what_cannot_be_seen_is_named() -> None:
    assert visible("a\u200bb") == "a‹U+200B›b"
    assert visible("\n\n\n\n\n") == "⏎×5"
    assert visible("  ") == "␣␣"
    assert shown("plain text") == "plain text"


def test_long_marks_are_cut_in_the_middle() -> None:
    text = clipped("a" * 50 + "b" * 50, 21)
    assert cells(text) == 21
    assert text.startswith("aaa")
    assert text.endswith("bbb")


def test_one_line_is_cut_at_its_end() -> None:
    assert one_line("a  b\nc", 80) == "a b c"
    assert one_line("abcdef", 4) == "abc…"


def test_a_place_names_the_page_of_a_pdf() -> None:
    where = Location(0, 1, 12, 5, 12, 6, Quote("", "", ""))
    assert place(where) == "12:5"
    assert place(Location(0, 1, 12, 5, 12, 6, Quote("", "", ""), page=3)) == "p3 12:5"
