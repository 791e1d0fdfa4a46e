"""What one file shares with others, from its own side."""

from __future__ import annotations

from credcheck.rules.duplicate._sharing import evidence, sharings
from credcheck.types import Alignment, Place, Span


def aligned(left: str, right: str, shares: tuple[float, float]) -> Alignment:
    return Alignment(
        Place(left, Span(0, 10)), Place(right, Span(5, 15)), 96.0, "edited", (), 40, *shares
    )


def test_each_pair_is_seen_from_both_sides() -> None:
    found = list(sharings((aligned("a", "b", (0.5, 0.2)), aligned("a", "b", (0.45, 0.3))), 0.8))
    assert [(s.document, s.other, s.is_copy, s.is_excerpt) for s in found] == [
        ("a", "b", False, True),
        ("b", "a", False, False),
    ]
    assert (found[0].own_share, found[0].other_share) == (0.95, 0.5)
    own, other, _ = next(found[1].places())
    assert (own.document, other.document) == ("b", "a")


def test_nearly_all_of_both_makes_a_copy() -> None:
    assert all(sharing.is_copy for sharing in sharings((aligned("a", "b", (0.9, 0.85)),), 0.8))


def test_evidence_names_the_other_place() -> None:
    found = evidence(Place("b", Span(5, 15)), aligned("a", "b", (0.5, 0.2)))
    assert (found.document, found.span, found.similarity) == ("b", Span(5, 15), 0.96)
    assert found.relation == "near-duplicate"
