"""Every edit of the chain, led home to the text as read."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from credcheck.clean import clean
from credcheck.clean.trace import traces
from credcheck.types import Document, Edit, Layer, Source, Span
from tests.clean.test_clean import damaged
from tests.clean.test_clean import document as read
from tests.test_types import documents


def repaired(document: Document) -> str:
    """The text as read, with every distinct repair made in place."""
    repairs = {trace.repair for trace in traces(document) if trace.applied and trace.repair}
    layer = Layer.of("", repairs)
    assert len(layer.edits) == len(repairs), "repairs overlap"
    return layer.apply(document.raw)


@given(documents())
@settings(max_examples=300)
def test_repairs_of_raw_give_the_clean_text(document: Document) -> None:
    assert repaired(document) == document.text


@given(st.integers(min_value=0))
@settings(max_examples=60, deadline=None)
def test_repairs_of_damaged_prose_give_the_clean_text(seed: int) -> None:
    document = clean(read(damaged(seed)))
    assert repaired(document) == document.text


@given(documents())
def test_an_edit_lies_in_its_repair(document: Document) -> None:
    for trace in traces(document):
        if trace.repair:
            assert trace.repair.span.contains(trace.span)


def test_a_trace_says_what_its_pass_saw() -> None:
    document = clean(read("The caf&Atilde;&copy; closed ,then opened."))
    found = [(t.code, t.span.of(document.raw), t.before, t.after) for t in traces(document)]
    assert document.text == "The café closed, then opened."
    assert ("BRK201", "&Atilde;", "&Atilde;", "Ã") in found
    assert ("BRK101", "&Atilde;&copy;", "Ã©", "é") in found
    assert ("BRK303", " ,", " ,", ", ") in found


def test_what_is_only_noted_has_no_repair_unless_it_can_be_written() -> None:
    raw = "abc"
    layer = Layer.of("x", [Edit(Span(0, 1), None), Edit(Span(1, 2), "y", applicability="unsafe")])
    document = Document("a", Source("a.txt"), raw, raw).mended(layer)
    first, second = traces(document)
    assert (first.applied, first.repair) == (False, None)
    assert second.repair == Edit(Span(1, 2), "y", "", "unsafe")
