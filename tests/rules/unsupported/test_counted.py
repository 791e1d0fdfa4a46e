"""Counts against a norm."""

from __future__ import annotations

from credcheck.rules.unsupported._counted import counted
from credcheck.settings import Settings
from credcheck.types import Document, Prose, Source, Span

TEXT = "word " * 100


def prose(furniture: tuple[Span, ...] = ()) -> Prose:
    return Prose(Document("a", Source("a"), TEXT, TEXT), Settings(), furniture)


def test_one_match_with_every_place_as_evidence() -> None:
    found = [Span(0, 4), Span(5, 9), Span(10, 14)]
    (match,) = counted(prose(), found, 3, 20, "norm")
    assert match.span == found[0]
    assert match.words == ("3", "100")
    assert [e.span for e in match.evidence[1:]] == found


def test_silent_below_the_norm_and_in_furniture() -> None:
    found = [Span(0, 4), Span(5, 9)]
    assert not list(counted(prose(), found, 3, 1, "norm"))
    assert not list(counted(prose(), found, 2, 30, "norm"))
    assert not list(counted(prose((Span(0, 9),)), found, 2, 1, "norm"))
