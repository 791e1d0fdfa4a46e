"""Numbers in words."""

from __future__ import annotations

import pytest

from credcheck.support.number_words import CURRENCIES, UNITS, spelled


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("three hundred and forty-two", 342),
        ("one hundred and twenty thousand", 120_000),
        ("two and a half", 2.5),
        ("two crore", 2e7),
        ("nineteen", 19),
        ("one million two hundred thousand", 1_200_000),
    ],
)
def test_words_are_worth_their_number(words: str, value: float) -> None:
    assert spelled(words) == value


def test_units_of_one_kind_share_a_scale() -> None:
    assert UNITS["km"][1] == 1000 * UNITS["metres"][1]
    assert UNITS["weeks"] == ("duration", 7.0)
    assert CURRENCIES["us$"] == CURRENCIES["dollars"] == "$"
