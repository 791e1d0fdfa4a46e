"""Whether two numbers are about the same thing."""

from __future__ import annotations

import math

import pytest

from credcheck.support.likeness import (
    FEATURES,
    GROUPS,
    features,
    group_of,
    likeness,
    overlap,
    thing_match,
    weights,
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
    assert likeness(KILLED, number("The dam above Sarat burst, injuring 63 people.")) == -math.inf


def test_every_feature_has_a_weight_in_every_group() -> None:
    assert len(features(KILLED, KILLED)) == len(FEATURES)
    assert set(weights()) == {"count", *GROUPS.values()}
    assert all(len(weighed) == len(FEATURES) for _, weighed in weights().values())


@pytest.mark.parametrize(
    ("text", "kind", "group"),
    [
        ("They paid $2 million.", "money", "money"),
        ("It took 12 hours.", "number", "span"),
        ("It rose by 12 percent.", "percent", "percent"),
        ("It came on 3 May.", "date", "day"),
        ("It came in 1964.", "date", "year"),
        ("It killed 41 people.", "number", "count"),
    ],
)
def test_kinds_that_are_learned_together(text: str, kind: str, group: str) -> None:
    measure = number(text, kind).measure
    assert measure is not None
    assert group_of(measure) == group


def test_overlap_counts_relatives_in_part() -> None:
    assert overlap(("harbor",), ("harbor",)) == 1.0
    assert 0 < overlap(("boat",), ("craft",)) < 1
    assert overlap(("harbor",), ()) == overlap(("harbor",), ("tuesday",)) == 0.0


def test_things() -> None:
    assert thing_match("home", "home") == 1.0
    assert 0 < thing_match("person", "miner") < 1
    assert thing_match("", "home") == 0.0
    assert thing_match("home", "boat") == -1.0
