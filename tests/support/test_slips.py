"""What two values have in common that one may be a slip for the other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.support.slips import FEATURES, are_swapped, digits, is_anagram, slips
from credcheck.types import Claim
from tests.support.test_likeness import KILLED
from tests.support.texts import claims_of


def named(left: Claim, right: Claim) -> dict[str, float]:
    return {name: value for name, value in zip(FEATURES, slips(left, right), strict=True) if value}


def valued(value: float) -> Claim:
    assert KILLED.measure
    return replace(KILLED, measure=replace(KILLED.measure, value=value))


def moment(text: str) -> Claim:
    return next(claim for claim in claims_of(text) if claim.measure)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (41, 14, {"digits swapped"}),
        (8400, 4800, {"digits swapped"}),
        (4100, 4700, {"one digit"}),
        (1.2, 1.7, {"one digit"}),
        (18000, 8000, {"digit left out"}),
        (6, 7, {"next number"}),
        (41, 63, set()),
        (4, 7, set()),
    ],
)
def test_numbers(one: float, two: float, expected: set[str]) -> None:
    assert named(valued(one), valued(two)).keys() - {"octaves"} == expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("on 12 April", "on 21 April", {"moment swapped"}),
        ("on 14 May", "on 17 May", {"moment one digit"}),
        ("on 1 February", "on 1 January", {"moment one digit", "moment apart"}),
        ("at 8.05 a.m.", "at 8.35 a.m.", {"moment one digit", "moment apart"}),
        ("in 1931", "in 1913", {"year swapped", "near year"}),
        ("in 1931", "in 1933", {"near year"}),
        ("in 1931", "in 1951", {"far year"}),
        ("on Monday", "on Friday", set()),
    ],
)
def test_moments(one: str, two: str, expected: set[str]) -> None:
    assert named(moment(f"It opened {one}."), moment(f"It opened {two}.")).keys() == expected


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_slips_are_the_same_from_both_sides(one: int, two: int) -> None:
    assert slips(valued(one), valued(two)) == slips(valued(two), valued(one))


@given(st.integers(10, 10**9))
def test_a_number_turned_round_has_its_digits(number: int) -> None:
    turned = int(str(number)[::-1])
    own, other = valued(number).measure, valued(turned).measure
    assert own
    assert other
    assert are_swapped(own, other) == is_anagram(digits(number), digits(turned))


def test_quotations_have_no_values() -> None:
    quote = next(c for c in claims_of('"We had asked for help," he said.') if c.kind == "quote")
    with pytest.raises(ValueError, match="slip"):
        slips(quote, KILLED)
