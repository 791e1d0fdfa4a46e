from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from credcheck.report.rows import PositionEncoding
from credcheck.report.source import Source, length
from credcheck.types import Edit, PageBlock, Span

TEXTS = st.text(alphabet="ab é🚢\r\n\u2028\x0c", max_size=40)
CODECS = {"utf-32": "utf-32-le", "utf-16": "utf-16-le", "utf-8": "utf-8"}
BYTES = {"utf-32": 4, "utf-16": 2, "utf-8": 1}


def slow_length(text: str, encoding: PositionEncoding) -> int:
    return len(text.encode(CODECS[encoding])) // BYTES[encoding]


def slow_place(text: str, offset: int, encoding: PositionEncoding) -> tuple[int, int]:
    """One character at a time; between CR and LF the line has not ended yet."""
    line, start, position = 1, 0, 0
    while position < offset:
        if text.startswith("\r\n", position):
            position += 2
            if position > offset:
                break
            line, start = line + 1, position
        elif text[position] in "\r\n":
            position += 1
            line, start = line + 1, position
        else:
            position += 1
    return line, 1 + slow_length(text[start:offset], encoding)


@given(TEXTS, st.data(), st.sampled_from(["utf-32", "utf-16", "utf-8"]))
def test_places_are_those_of_a_walk_through_the_text(
    text: str, data: st.DataObject, encoding: PositionEncoding
) -> None:
    offset = data.draw(st.integers(0, len(text)))
    source = Source(text, encoding)
    assert source.place(offset) == slow_place(text, offset, encoding)
    assert source.offset(offset) == slow_length(text[:offset], encoding)


def test_the_emoji_line_has_three_answers() -> None:
    text = "a 🚢 b"
    span = Span(4, 5)
    places = {unit: Source(text, unit).location(span) for unit in ("utf-32", "utf-16", "utf-8")}
    assert [places[unit].column for unit in ("utf-32", "utf-16", "utf-8")] == [5, 6, 8]
    assert {place.quote.exact for place in places.values()} == {"b"}


def test_a_lone_surrogate_is_counted_and_not_fatal() -> None:
    assert length("\ud800", "utf-8") == 3


def test_the_quote_holds_32_characters_on_either_side() -> None:
    quote = Source("x" * 50 + "word" + "y" * 50).quote(Span(50, 54))
    assert (len(quote.prefix), quote.exact, len(quote.suffix)) == (32, "word", 32)


def test_an_edit_knows_its_lines() -> None:
    edit = Source("one\ntwo").edit(Edit(Span(3, 4), " "))
    assert (edit.line, edit.column, edit.end_line, edit.end_column) == (1, 4, 2, 1)


def test_a_page_says_which_element_and_a_record_which_record() -> None:
    blocks = (PageBlock(Span(0, 3), "/p[1]", 7), PageBlock(Span(4, 8), "/p[2]", 9))
    inside = Source("one\ntwo!", blocks=blocks).location(Span(5, 6))
    assert (inside.xpath, inside.file_lines) == ("/p[2]", (9, 9))
    sheets = (PageBlock(Span(0, 3), page=1), PageBlock(Span(4, 8), page=2))
    printed = Source("one\ntwo!", blocks=sheets).location(Span(5, 6))
    assert (printed.page, printed.xpath, printed.file_lines) == (2, None, None)
    location = Source("one", record=4).location(Span(0, 1))
    assert location.record == 4
    assert not location.is_in_file
