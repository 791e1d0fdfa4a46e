"""Reports on one event find each other."""

from __future__ import annotations

from credcheck.support.neighbours import neighbours
from tests.support.texts import FAR, OTHER, WIRE, claims_of


def test_reports_on_one_event_are_near_and_others_are_not() -> None:
    found = neighbours([claims_of(text) for text in (WIRE, FAR, OTHER)])
    assert found == ((2,), (), (0,))


def test_nothing_is_near_an_empty_document() -> None:
    assert neighbours([claims_of(WIRE), ()]) == ((), ())
