"""From a text and what became of it to the edits between."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from credcheck.clean.rewritten import edits_between
from credcheck.types import Edit, Layer, Span

TEXT = st.text(alphabet="abc é’", max_size=20)


@given(TEXT, TEXT)
def test_the_edits_lead_from_one_to_the_other(before: str, after: str) -> None:
    assert Layer.of("x", edits_between(before, after)).apply(before) == after


@given(TEXT, TEXT)
def test_edits_do_not_touch(before: str, after: str) -> None:
    spans = [edit.span for edit in edits_between(before, after)]
    assert all(a.end < b.start for a, b in pairwise(spans))


def test_places_are_those_of_the_whole_text() -> None:
    assert list(edits_between("cafÃ©s", "cafés", start=10)) == [Edit(Span(13, 15), "é")]
    assert list(edits_between("same", "same")) == []
