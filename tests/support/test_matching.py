"""Whether two numbers agree."""

from __future__ import annotations

import math

from credcheck.support.matching import agrees, is_telling, probability
from tests.support.test_likeness import KILLED, number


def test_agrees_takes_numbers_and_dates() -> None:
    assert agrees(KILLED, number("Forty-one people died.")) == "same"
    assert agrees(KILLED, number("It broke in 2020.", "date")) == "other"
    assert agrees(number("on 3 May", "date"), number("on 5 May", "date")) == "differ"


def test_probability() -> None:
    assert probability(0.0) == 0.5
    assert probability(-math.inf) == 0.0


def test_small_and_round_counts_may_be_equal_by_chance() -> None:
    assert is_telling(number("killing 41 people"))
    assert not is_telling(number("killing 9 people"))
    assert not is_telling(number("killing 400 people"))
    assert not is_telling(number("It won 50 percent.", "percent"))
