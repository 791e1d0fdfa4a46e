"""Whether two numbers agree, and whether a difference looks like a slip."""

from __future__ import annotations

import math

import pytest

from credcheck.support.matching import agrees, is_telling, prior, probability, slip
from tests.support.test_likeness import KILLED, number
from tests.support.texts import claims_of


def test_agrees_takes_numbers_and_dates() -> None:
    assert agrees(KILLED, number("Forty-one people died.")) == "same"
    assert agrees(KILLED, number("It broke in 2020.", "date")) == "other"
    assert agrees(number("on 3 May", "date"), number("on 5 May", "date")) == "differ"


def test_slips_of_digits_weigh() -> None:
    swapped, far = number("killing 14 people"), number("killing 180 people")
    assert slip(KILLED, swapped) > 0 > slip(KILLED, far)


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("The third debate is in Sarat.", "The fourth debate is in Sarat.", "number"),
        ("Flight 302 left Sarat.", "Flight 418 left Sarat.", "number"),
        ("It opens in Sarat on Friday.", "It opens in Sarat on Monday.", "date"),
    ],
)
def test_names_and_places_in_a_row_weigh_less(one: str, two: str, kind: str) -> None:
    left, right = number(one, kind), number(two, kind)
    assert prior(left, right) < slip(left, right)


def test_probability() -> None:
    assert probability(0.0) == 0.5
    assert probability(-math.inf) == 0.0


def test_small_and_round_counts_may_be_equal_by_chance() -> None:
    assert is_telling(number("killing 41 people"))
    assert not is_telling(number("killing 9 people"))
    assert not is_telling(number("killing 400 people"))
    assert not is_telling(number("It won 50 percent.", "percent"))


def test_what_speaks_against_one_thing_takes_off() -> None:
    whole = number("The plant employs 310 people.")
    part = number("The plant employs 350 people more.")
    assert prior(whole, part) < slip(whole, part)


def test_years_gone_wrong_are_near() -> None:
    texts = (f"The Kell bridge was built in {year}." for year in (1931, 1932, 1913, 1950))
    years = [next(c for c in claims_of(text) if c.measure) for text in texts]
    first, near, swapped, far = years
    assert slip(first, near) == slip(first, swapped) > 0 > slip(first, far)
