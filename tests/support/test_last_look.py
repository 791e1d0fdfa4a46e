"""The last look at two figures that differ."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from credcheck.support.last_look import FEATURES, Seen, Setting, likelihood, values, weights
from credcheck.types import Claim, Measure
from tests.support.test_likeness import KILLED, number
from tests.support.texts import claims_of

SEEN = Seen(1.0, 0.5, 0.4, 0.3)
SHORT = (Setting({}, {}, 90), Setting({}, {}, 90))
LONG = (Setting({}, {}, 900), Setting({}, {}, 900))


def odds(
    left: Claim,
    right: Claim,
    seen: Seen = SEEN,
    settings: tuple[Setting, Setting] = SHORT,
) -> float:
    return likelihood(values(left, right, seen, settings))


def test_each_feature_has_a_weight() -> None:
    found = values(KILLED, number("killing 47 people"), SEEN, SHORT)
    assert len(found) == len(FEATURES) == len(weights()[1])


def test_slips_of_digits_weigh() -> None:
    swapped, far = number("killing 14 people"), number("killing 180 people")
    assert odds(KILLED, swapped) > odds(KILLED, number("killing 78 people")) > odds(KILLED, far)


def test_figures_of_long_reports_are_rather_of_two_things() -> None:
    other = number("killing 47 people")
    assert odds(KILLED, other, settings=LONG) < odds(KILLED, other, settings=SHORT)


def test_a_value_that_stands_elsewhere_too_is_less_of_a_difference() -> None:
    other = number("killing 47 people")
    assert odds(KILLED, other, replace(SEEN, given=-1.0)) < odds(KILLED, other)
    assert odds(KILLED, other, replace(SEEN, given=-9.0)) == odds(KILLED, other)


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("The third debate is in Sarat.", "The fourth debate is in Sarat.", "number"),
        ("Flight 302 left Sarat.", "Flight 418 left Sarat.", "number"),
        ("It opens in Sarat on Friday.", "It opens in Sarat on Monday.", "date"),
    ],
)
def test_names_and_places_in_a_row_weigh_less_in_long_reports(
    one: str, two: str, kind: str
) -> None:
    left, right = number(one, kind), number(two, kind)
    plain = odds(KILLED, number("killing 47 people"), settings=LONG)
    assert odds(left, right, settings=LONG) < plain


def test_years_gone_wrong_are_near() -> None:
    texts = (f"The Kell bridge was built in {year}." for year in (1931, 1932, 1913, 1950))
    years = [next(c for c in claims_of(text) if c.measure) for text in texts]
    first, near, swapped, far = years
    assert odds(first, swapped) > odds(first, near) > odds(first, far)


def test_a_rate_is_hardly_a_number() -> None:
    other = number("A fire killed 47 people.")
    assert odds(KILLED, other) > odds(KILLED, replace(other, measure=_with_sense(other, "rate")))


def _with_sense(claim: Claim, sense: str) -> Measure:
    assert claim.measure
    return replace(claim.measure, senses=(*claim.measure.senses, sense))


def test_setting_counts_what_stands_alike() -> None:
    text = "It killed 41 people and hurt 63 people. Two people and $4 million are missing."
    setting = Setting.of(claims_of(text), text)
    assert setting.kinds["count"] == 3
    assert max(setting.slots.values()) == 3
    assert setting.words == 15


def test_quotations_have_no_features() -> None:
    quote = next(c for c in claims_of('"We had asked for help," he said.') if c.kind == "quote")
    with pytest.raises(ValueError, match="numbers"):
        values(quote, KILLED, SEEN, SHORT)
    assert math.isinf(SEEN.given)
