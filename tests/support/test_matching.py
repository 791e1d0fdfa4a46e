"""Whether two numbers are about the same thing."""

from __future__ import annotations

import math

import pytest

from credcheck.support.matching import (
    FEATURES,
    agrees,
    features,
    is_comparable,
    likeness,
    overlap,
    probability,
    slip,
    thing_match,
)
from credcheck.types import Claim
from tests.support.texts import claims_of


def number(text: str, kind: str = "number") -> Claim:
    return next(c for c in claims_of(text) if c.measure and c.kind == kind)


KILLED = number("The dam above Sarat burst, killing 41 people.")


def test_the_same_thing_is_likelier_than_another() -> None:
    same = number("When the dam above Sarat burst 47 people died.")
    other = number("The dam above Sarat was built by 47 engineers.")
    assert likeness(KILLED, same) > likeness(KILLED, other) + 1
    assert likeness(KILLED, number("A ship with 47 crates left Ombar.")) < 0
    assert likeness(KILLED, same) == pytest.approx(likeness(same, KILLED), abs=0.5)


def test_two_states_are_never_one_count() -> None:
    hurt = number("The dam above Sarat burst, injuring 63 people.")
    assert likeness(KILLED, hurt) == -math.inf
    assert probability(-math.inf) == 0.0


def test_features_have_names() -> None:
    assert len(features(KILLED, KILLED)) == len(FEATURES)


def test_agrees_takes_numbers_and_dates() -> None:
    assert agrees(KILLED, number("Forty-one people died.")) == "same"
    assert agrees(KILLED, number("It broke in 2020.", "date")) == "other"
    assert agrees(number("on 3 May", "date"), number("on 5 May", "date")) == "differ"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("By Monday evening 14 people had died.", "By Wednesday 19 people had died."),
        ("The toll rose to 19 dead.", "So far 14 are dead."),
        ("In 2023 sales were $4m.", "In 2024 sales were $5m."),
        ("Sarat 14 24\nKarst 15 20", "Sarat 19 24\nKarst 15 20"),
        ("They paid $2 each.", "They paid $5,000 each."),
    ],
)
def test_what_may_differ_without_being_a_difference(one: str, two: str) -> None:
    kind = "money" if "$" in one else "number"
    assert not is_comparable(number(one, kind), number(two, kind))


def test_slips_of_digits_weigh() -> None:
    swapped, far = number("killing 14 people"), number("killing 180 people")
    assert slip(KILLED, swapped) > 0 > slip(KILLED, far)


def test_overlap_counts_relatives_in_part() -> None:
    assert overlap(("harbor",), ("harbor",)) == 1.0
    assert 0 < overlap(("safeti",), ("secur",)) < 1
    assert overlap(("harbor",), ()) == overlap(("harbor",), ("tuesday",)) == 0.0


def test_things() -> None:
    assert thing_match("home", "home") == 1.0
    assert 0 < thing_match("person", "miner") < 1
    assert thing_match("", "home") == 0.0
    assert thing_match("home", "boat") == -1.0
