"""Lines at the head and the foot of a document."""

from __future__ import annotations

from credcheck.rules.broken._edges import FOOT_LINES, HEAD_LINES, edge_lines
from credcheck.types import Document, Finding, Source, Span

BODY = [f"Paragraph {n} of the report on the harbour says more." for n in range(30)]


def document(*lines: str) -> Document:
    text = "\n\n".join(lines)
    return Document("a", Source("a"), text, text)


def test_the_lines_at_both_ends_are_taken_and_none_between() -> None:
    found = [line.text for _, line in edge_lines(document(*BODY), ())]
    assert found == [*BODY[:HEAD_LINES], *BODY[-FOOT_LINES:]]


def test_bylines_dates_and_repeated_lines_are_left_out() -> None:
    lines = document("By Edda Marlow", "3 June 2024", "The gate is shut.", "The gate is shut.")
    assert [line.text for _, line in edge_lines(lines, ())] == ["The gate is shut."]


def test_what_a_finding_calls_furniture_is_left_out() -> None:
    page = document("Share this", "The gate is shut.")
    known = Finding("BRK505", "a", Span(0, 10), "", "warning")
    assert [line.span for _, line in edge_lines(page, [known])] == [Span(12, 29)]


def test_the_same_words_have_the_same_key_in_whatever_case() -> None:
    texts = "The Gate is shut.", "the gate is shut."
    one, other = ([key for key, _ in edge_lines(document(text), ())] for text in texts)
    assert one == other
