from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from credcheck.rules.broken._lines import cut_down, folded, lines, sentences
from credcheck.types import Span

TEXTS = st.text(alphabet="ab .!?\n\r\t“”A1:", max_size=120)


@given(TEXTS)
def test_lines_are_the_lines_that_hold_something(text: str) -> None:
    assert [line.text for line in lines(text)] == [
        piece.strip() for piece in text.split("\n") if piece.strip()
    ]


@given(TEXTS)
def test_a_line_knows_its_place(text: str) -> None:
    rows = lines(text)
    assert all(line.span.of(text) == line.text for line in rows)
    assert [line.after for line in rows] == [line.span.start for line in rows[1:]] + (
        [len(text)] if rows else []
    )


@given(TEXTS)
def test_sentences_cover_a_line_without_overlap(text: str) -> None:
    for line in lines(text):
        parts = sentences(text, line.span)
        assert parts[0].start == line.span.start
        assert parts[-1].end == line.span.end
        for left, right in pairwise(parts):
            assert text[left.end : right.start].isspace()


def test_sentences_do_not_end_after_abbreviations() -> None:
    text = "Mr. Finch met Dr. Amory at 5 p.m. on Monday. She left. No. 4 was shut."
    parts = [span.of(text) for span in sentences(text, Span(0, len(text)))]
    assert parts == ["Mr. Finch met Dr. Amory at 5 p.m. on Monday.", "She left.", "No. 4 was shut."]


def test_a_heading_is_no_prose() -> None:
    heading, prose, item = lines(
        "What the board said\n\nThe board said that the pier would stay shut until May.\n\n- a pier"
    )
    assert (heading.is_heading, heading.is_prose) == (True, False)
    assert (prose.is_heading, prose.is_prose) == (False, True)
    assert (item.is_item, item.is_heading) == (True, False)


def test_what_is_furniture_is_cut_from_the_ends() -> None:
    text = "Share. The pier is shut. Read more"
    line = lines(text)[0]
    rest = cut_down(text, line, (Span(0, 6), Span(25, 34)))
    assert rest is not None
    assert rest.text == "The pier is shut."
    assert cut_down(text, line, (line.span,)) is None


def test_folding_forgets_case_quotes_and_space() -> None:
    assert folded("“The  Pier’s”\tend") == folded('"the pier\'s" END')
