"""Items that share keys, against counting them pair by pair."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.engines import shared_keys
from credcheck.engines.shared_keys import pairs_sharing

ITEMS = st.lists(st.frozensets(st.integers(0, 9), max_size=6), max_size=10)


@given(ITEMS, st.integers(1, 3))
def test_pairs_are_those_that_counting_finds(items: list[frozenset[int]], at_once: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shared_keys, "_PAIRS_AT_ONCE", at_once)
        keys = [np.array([*item, *sorted(item)], np.uint64) for item in items]
        found = list(pairs_sharing(keys, weight_min=1.0, key_max_items=4))
    holders = {key: sum(key in item for item in items) for key in range(10)}
    weights = {
        (a, b): sum(Fraction(1, holders[k] - 1) for k in items[a] & items[b] if holders[k] <= 4)
        for a, b in combinations(range(len(items)), 2)
    }
    assert found == [pair for pair, weight in weights.items() if weight >= 1]


def test_a_key_of_too_many_says_nothing() -> None:
    keys = [np.array([7, 8, 9], np.uint64)] * 4
    assert list(pairs_sharing(keys, 0.5, 3)) == []
    assert len(list(pairs_sharing(keys, 0.5, 4))) == 6
