"""What is compared of a document, and where it stands in the text as read."""

from __future__ import annotations

import pickle
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.align import passages as cutting
from credcheck.align.passages import located, narrowed, passages, passages_of
from credcheck.settings import Settings
from credcheck.types import Edit, Layer, Prose, Span
from tests.align.texts import HARBOUR, document, passage

EDITS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 4), st.text("ab ", max_size=3)), max_size=5
)


@given(st.text("ab ", min_size=36, max_size=36), st.lists(EDITS, max_size=3))
def test_words_go_home_as_the_document_sends_them(
    text: str, passes: list[list[tuple[int, int, str]]]
) -> None:
    read = document(text)
    for edits in passes:
        size = len(read.text)
        inside = [Edit(Span(a, min(a + n, size)), t) for a, n, t in edits if a <= size]
        read = read.mended(Layer.of("X", inside))
    starts = np.arange(max(0, len(read.text) - 1))
    found = located(read, starts, starts + 1)
    expected = [read.locate(Span(place, place + 1)) for place in starts.tolist()]
    assert found[0].tolist() == [span.start for span in expected]
    assert found[1].tolist() == [span.end for span in expected]


def test_each_word_stands_where_it_is_said_to_stand() -> None:
    found = passage(HARBOUR)
    words = [HARBOUR[a:b] for a, b in zip(found.starts, found.ends, strict=True)]
    assert words[:4] == ["The", "harbour", "board", "voted"]
    assert len(words) == len(found.words) == len(found.stems)
    assert found.span.of(HARBOUR) == HARBOUR


def test_offsets_lie_over_the_raw_text() -> None:
    read = replace(document("Th&eacute; gate &amp; the wall"), text="Thé gate & the wall")
    layer = Layer.of("X", [Edit(Span(2, 10), "é"), Edit(Span(16, 21), "&")])
    (found,) = passages(Prose(replace(read, layers=(layer,)), Settings()))
    words = [read.raw[a:b] for a, b in zip(found.starts, found.ends, strict=True)]
    assert words == ["Th&eacute;", "gate", "the", "wall"]


def test_furniture_is_left_out() -> None:
    text = "The gate was shut early. Sign up for our letter today. Nobody came to open it."
    start, end = text.index("Sign"), text.index(" Nobody")
    found = passage(text, furniture=(Span(start, end),))
    words = [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)]
    assert words == ["The", "gate", "was", "shut", "early", "Nobody", "came", "to", "open", "it"]
    assert list(found.sentences) == [0, 5]
    assert [text[:stop][-6:] for stop in found.stops] == ["early.", "en it."]


PIECES = st.sampled_from(
    [
        *("The gate is shut", "Yes", "No", " ", ". ", "! ", "\n", "\n\n", '."', ".) he", "Dr"),
        *("Ann RoePanel balks at the plan Vote put off MORE", " By signing up you agree"),
        *("港口。", "\U0001f600"),
    ]
)
PROSES = st.lists(
    st.tuples(st.lists(PIECES, max_size=9).map("".join), st.integers(0, 9), st.integers(1, 9)),
    max_size=6,
)


@given(PROSES, st.integers(1, 80))
def test_a_lot_of_documents_is_cut_as_they_are_one_by_one(
    texts: list[tuple[str, int, int]], at_once: int
) -> None:
    proses = []
    for number, (text, start, size) in enumerate(texts):
        furniture = (Span(start, start + size),) if start + size <= len(text) else ()
        layer = Layer.of("X", [Edit(Span(start, start), "of")] if start % 2 else [])
        read = document(text, str(number)).mended(layer)
        proses.append(Prose(read, Settings(), furniture))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "_CHARACTERS_AT_ONCE", at_once)
        assert passages_of(proses) == [passages(prose) for prose in proses]


def test_nothing_is_left_of_a_text_without_words() -> None:
    for text in ("", " \n", "..."):
        assert passages(Prose(document(text), Settings())) == ()
    every = (Span(0, 8),)
    assert passages(Prose(document("the gate"), Settings(), every)) == ()


def test_a_passage_is_small_and_travels() -> None:
    found = passage(HARBOUR * 10)
    assert pickle.loads(pickle.dumps(found)) == found
    assert len(pickle.dumps(found)) < 24 * len(found.words)


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 60)), max_size=3))
def test_what_is_taken_out_later_is_as_if_it_had_never_been_in(
    places: list[tuple[int, int]],
) -> None:
    spans: list[Span] = []
    for start, size in sorted(places):
        if start < len(HARBOUR) and (not spans or start >= spans[-1].end):
            spans.append(Span(start, min(start + size, len(HARBOUR))))
    found = narrowed(passage(HARBOUR), spans)
    assert found == passage(HARBOUR, furniture=tuple(spans))


def test_nothing_is_left_of_what_is_all_furniture() -> None:
    assert narrowed(passage(HARBOUR), [Span(0, len(HARBOUR))]) is None
