"""The way back from a mended text to the text as read."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.types import Block, Blocks, Document, Edit, Layer, Prose, Source, Span

TEXT = st.text(alphabet="abcd \n", max_size=24)


@st.composite
def edits_over(draw: st.DrawFn, text: str) -> list[Edit]:
    """Edits anywhere, overlapping at will."""
    place = st.integers(0, len(text))
    made = []
    for _ in range(draw(st.integers(0, 5))):
        start, end = sorted((draw(place), draw(place)))
        made.append(Edit(Span(start, end), draw(st.text(alphabet="XYZ", max_size=3))))
    return made


@st.composite
def documents(draw: st.DrawFn) -> Document:
    raw = draw(TEXT)
    document = Document("a", Source("a.txt"), raw, raw)
    for number in range(draw(st.integers(0, 4))):
        edits = draw(edits_over(document.text))
        document = document.mended(Layer.of(f"pass {number}", edits))
    return document


def origins(document: Document) -> list[int | None]:
    """For each character of the text the place in `raw` it came from unchanged: the slow way."""
    places: list[int | None] = list(range(len(document.raw)))
    for layer in document.layers:
        after: list[int | None] = []
        position = 0
        for edit in layer.edits:
            after += places[position : edit.span.start]
            after += [None] * len(edit.text or "")
            position = edit.span.end
        places = after + places[position:]
    return places


def test_span_refuses_crossed_ends() -> None:
    with pytest.raises(ValueError, match=r"3\.\.2"):
        Span(3, 2)
    with pytest.raises(ValueError, match="-1"):
        Span(-1, 2)


def test_an_empty_span_is_a_place() -> None:
    assert bool(Span(4, 4))
    assert len(Span(4, 4)) == 0


@given(st.data(), TEXT)
def test_a_layer_does_what_its_edits_say(data: st.DataObject, text: str) -> None:
    layer = Layer.of("x", data.draw(edits_over(text)))
    slow = list(text)
    for edit in reversed(layer.edits):
        slow[edit.span.start : edit.span.end] = edit.text or ""
    assert layer.apply(text) == "".join(slow)


@given(st.data(), TEXT)
def test_edits_made_are_sorted_and_disjoint(data: st.DataObject, text: str) -> None:
    made = Layer.of("x", data.draw(edits_over(text))).edits
    for left, right in pairwise(made):
        assert left.span.end <= right.span.start
        assert left.span != right.span


@given(documents())
def test_layers_applied_to_raw_give_text(document: Document) -> None:
    text = document.raw
    for layer in document.layers:
        text = layer.apply(text)
    assert text == document.text


@given(documents())
def test_an_untouched_character_comes_home_to_itself(document: Document) -> None:
    for place, origin in enumerate(origins(document)):
        if origin is not None:
            assert document.locate(Span(place, place + 1)) == Span(origin, origin + 1)


@given(documents())
def test_the_whole_text_comes_home_within_raw(document: Document) -> None:
    home = document.locate(Span(0, len(document.text)))
    assert Span(0, len(document.raw)).contains(home)


@given(documents(), st.data())
def test_locate_is_monotone(document: Document, data: st.DataObject) -> None:
    place = st.integers(0, len(document.text))
    a, b, c, d = sorted(data.draw(place) for _ in range(4))
    left, right = document.locate(Span(a, b)), document.locate(Span(c, d))
    assert left.start <= right.start or a == b
    assert left.end <= right.end or c == d
    wide = document.locate(Span(a, d))
    if a < b and c < d:
        assert wide.start <= left.start
        assert wide.end >= right.end


@given(documents())
def test_a_located_span_covers_its_untouched_characters(document: Document) -> None:
    places = origins(document)
    for start in range(len(places)):
        for end in range(start + 1, len(places) + 1):
            home = document.locate(Span(start, end))
            kept = [origin for origin in places[start:end] if origin is not None]
            assert all(home.start <= origin < home.end for origin in kept)


@given(st.data(), TEXT)
def test_carry_leads_an_untouched_character_to_itself(data: st.DataObject, text: str) -> None:
    layer = Layer.of("x", data.draw(edits_over(text)))
    after = layer.apply(text)
    for place in range(len(text)):
        span = Span(place, place + 1)
        if not any(edit.span.overlaps(span) for edit in layer.edits):
            carried = layer.carry(span)
            assert carried.of(after) == text[place]
            assert layer.locate(carried) == span


@given(documents())
def test_values_travel_to_another_process(document: Document) -> None:
    assert pickle.loads(pickle.dumps(document)) == document


def test_raw_never_changes_and_nothing_found_is_the_same_document() -> None:
    document = Document("a", Source("a.txt"), "ab", "ab")
    assert document.mended(Layer.of("x", ())) is document
    mended = document.mended(Layer.of("x", [Edit(Span(0, 1), "")]))
    assert (mended.raw, mended.text) == ("ab", "b")


def test_only_safe_edits_with_a_text_are_made() -> None:
    noted = Edit(Span(0, 1), None), Edit(Span(1, 2), "x", applicability="unsafe")
    layer = Layer.of("x", noted)
    assert layer.edits == ()
    assert layer.noted == noted


def test_furniture_is_found_by_place() -> None:
    document = Document("a", Source("a.txt"), "abcdef", "abcdef")
    prose = Prose(document, None, (Span(1, 2), Span(4, 6)))
    touched = [prose.is_furniture(Span(place, place + 1)) for place in range(6)]
    assert touched == [False, True, False, False, True, True]


BLOCKS = Blocks(("keep", "insert", "keep"), (0, 4, 2, 6, 4, 4, 7, 9, 5, 8, 10, 13))


def test_blocks_are_built_from_their_edges() -> None:
    assert list(BLOCKS) == [
        Block("keep", Span(0, 4), Span(2, 6)),
        Block("insert", Span(4, 4), Span(7, 9)),
        Block("keep", Span(5, 8), Span(10, 13)),
    ]
    assert BLOCKS[-1] == list(BLOCKS)[-1]
    assert BLOCKS[1:] == tuple(BLOCKS)[1:]
    with pytest.raises(IndexError):
        BLOCKS[3]


def test_blocks_travel_and_compare() -> None:
    assert pickle.loads(pickle.dumps(BLOCKS)) == BLOCKS
    assert len({BLOCKS, Blocks(BLOCKS.operations, BLOCKS.edges)}) == 1
