"""What numbers say, and when two of them agree."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.support.agreement import Quantity
from credcheck.support.quantities import quantities
from credcheck.types import Span


def only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("4 ,200 people", "count", 4200),
        ("Rs 1,20,000 crore", "money", 1.2e12),
        ("3.5 lakh voters", "count", 350_000),
        ("two crore people", "count", 2e7),
        ("a dozen boats", "count", 12),
        ("half a dozen boats", "count", 6),
        ("half a million people", "count", 500_000),
        ("twenty-five soldiers", "count", 25),
        ("70 % of homes", "percent", 70),
        ("five per cent", "percent", 5),
        ("a third of voters", "percent", 100 / 3),
        ("one in five pupils", "percent", 20),
        ("25 basis points", "points", 0.25),
        ("$208.4 billion", "money", 208.4e9),
        ("1.2 million dollars", "money", 1.2e6),
        ("a £20,000 fine", "money", 20_000),
        ("12 months", "duration", 365.25),
        ("a two-week trip", "duration", 14),
        ("a 34-year-old man", "age", 34),
        ("Mary Smith, 34, said", "age", 34),
        ("the captain, 51, said", "age", 51),
        ("their mean age was 64", "age", 64),
        ("The court ruled five to four", "score", 5004),
        ("laid over 40 km", "length", 40_000),
        ("120 mph winds", "speed", 193.1208),
        ("her fifth title", "ordinal", 5),
        ("the 21st win", "ordinal", 21),
        ("won 3-1 at home", "score", 3001),
        ("Flight 302 crashed", "label", 302),
    ],
)
def test_reads(text: str, kind: str, value: float) -> None:
    found = only(text)
    assert found.kind == kind
    assert found.value == pytest.approx(value)


def test_the_first_side_has_the_unit_of_the_second() -> None:
    sides = quantities("The canvas, 74 by 98 centimetres, was sold.")
    assert [(side.kind, side.value) for side in sides] == [("length", 0.74), ("length", 0.98)]


def test_over_a_stretch_is_no_more_than_it() -> None:
    assert only("paid back over 25 years").high == only("25 years").high
    assert only("jailed for over 25 years").high > only("25 years").high


@pytest.mark.parametrize(
    "text",
    ["the first half of the year", "one of them", "the first day", "no numbers", "v1.2.3x", "B2B"],
)
def test_leaves_alone(text: str) -> None:
    assert quantities(text) == ()


def test_what_is_taken_is_not_read_again() -> None:
    assert quantities("on 14 May 2020", [Span(3, 14)]) == ()


@given(st.integers(2, 10**9))
def test_digits_with_commas_keep_their_value(number: int) -> None:
    assert only(f"{number:,} people").value == number


@given(st.text(alphabet="0123456789,.- $%abk millionhundred", max_size=60))
def test_spans_are_apart_and_inside(text: str) -> None:
    spans = [found.span for found in quantities(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Cattle fell $3.25 to $209.40.", [3.25, 209.4]),
        ("It takes 10 to 12 days.", [10]),
    ],
)
def test_ends_of_a_range_are_near(text: str, values: list[float]) -> None:
    assert [found.value for found in quantities(text)] == values
