"""Reports on one event find each other."""

from __future__ import annotations

from credcheck.support.neighbours import neighbours
from tests.support.texts import FAR, OTHER, WIRE, claims_of


def test_reports_on_one_event_are_near_and_others_are_not() -> None:
    found = neighbours([claims_of(text) for text in (WIRE, FAR, OTHER)])
    assert found == ((2,), (), (0,))


def test_nothing_is_near_an_empty_document() -> None:
    assert neighbours([claims_of(WIRE), ()]) == ((), ())


def test_few_reports_that_hang_together_are_all_near() -> None:
    first = "The Merev dam above Sarat burst on Tuesday, said Teodor Vask of Norvia in Karst."
    shared = "The Merev dam above Sarat burst, and the Ulm flooded Karst and Lesk."
    second = "The Ulm flooded Karst and Lesk, said Ingrid Vold, a hydrologist from Telmar."
    texts = [claims_of(text) for text in (first, shared, second)]
    assert neighbours(texts) == ((1, 2), (0, 2), (0, 1))
    assert neighbours(texts[::2]) == ((), ())


def test_what_is_near_to_mostly_the_same_is_near() -> None:
    shared = "The Merev dam above Sarat burst, and the Ulm flooded Karst and Lesk."
    first = "The Merev dam above Sarat burst on Tuesday, said Teodor Vask of Norvia in Karst."
    second = "The Ulm flooded Karst and Lesk, said Ingrid Vold, a hydrologist from Telmar."
    texts = (first, shared, second, FAR)
    assert neighbours([claims_of(text) for text in (first, second, FAR)]) == ((), (), ())
    assert neighbours([claims_of(text) for text in texts]) == ((1, 2), (0, 2), (0, 1), ())
