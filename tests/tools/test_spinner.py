from __future__ import annotations

import random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tools.spinner import Offers, spin

OFFERS: Offers = {
    (3,): ([(30,), (31, 32)], [1.0, 1.0]),
    (4, 5): ([(40,)], [1.0]),
}


@given(st.lists(st.integers(1, 8), max_size=60), st.floats(0, 1), st.integers(0, 99))
def test_undoing_the_swaps_gives_the_text_back(text: list[int], rate: float, seed: int) -> None:
    ids = np.array(text, np.int32)
    spun = spin(ids, np.zeros(len(ids), np.bool_), OFFERS, rate, random.Random(seed))
    back: list[int] = []
    place = 0
    for swap in spun.swaps:
        back += [*spun.ids[place : swap.start].tolist(), *swap.original]
        place = swap.end
    assert [*back, *spun.ids[place:].tolist()] == text
    assert len(spun.are_capital) == len(spun.ids)


def test_the_same_seed_gives_the_same_text() -> None:
    ids, capitals = np.full(50, 3, np.int32), np.zeros(50, np.bool_)
    first, second = (spin(ids, capitals, OFFERS, 0.5, random.Random(1)) for _ in range(2))
    assert first.swaps == second.swaps
    assert len(first.swaps) > 10


def test_a_blind_spinner_weighs_no_offers() -> None:
    ids, capitals = np.full(300, 3, np.int32), np.zeros(300, np.bool_)
    offers: Offers = {(3,): ([(30,), (31,)], [1.0, 1e-12])}
    weighing = spin(ids, capitals, offers, 1, random.Random(1))
    blind = spin(ids, capitals, offers, 1, random.Random(1), is_blind=True)
    assert set(weighing.ids.tolist()) == {30}
    assert set(blind.ids.tolist()) == {30, 31}
