"""How exactly a number is said."""

from __future__ import annotations

import pytest

from credcheck.support.hedges import Hedge, allowed, grain_of, hedge_at


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("killing ", " people", "exact"),
        ("killing about ", " people", "about"),
        ("killing at least ", " people", "least"),
        ("killing ", " or more", "least"),
        ("up to ", " people", "most"),
        ("killing ", " or so", "about"),
    ],
)
def test_hedge_at(before: str, after: str, wanted: Hedge) -> None:
    text = f"{before}41{after}"
    assert hedge_at(text, len(before), len(before) + 2) == wanted


@pytest.mark.parametrize(
    ("value", "grain"), [(4200.0, 100.0), (41.0, 1.0), (90.0, 1.0), (3.5, 1.0)]
)
def test_grain_of(value: float, grain: float) -> None:
    assert grain_of(value) == grain


def test_what_a_wording_allows_holds_the_value() -> None:
    hedges: list[Hedge] = ["exact", "about", "least", "most"]
    for hedge in hedges:
        low, high = allowed(hedge, 5000.0, 5000.0, 1000.0)
        assert low <= 5000.0 <= high
    assert allowed("exact", 41.0, 41.0, 1.0) == (41.0, 41.0)
