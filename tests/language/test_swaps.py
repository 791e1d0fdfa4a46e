from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from credcheck.language.swaps import Swap, pooled, without_overlaps


def swap(start: int, end: int, ratio: float = 1.0, key: int = 1, pair: int = 5) -> Swap:
    scores = np.array([2, 1], np.float32)
    return Swap(start, end, key, pair, np.array([pair, 9]), scores, ratio, odds=ratio)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 4), st.floats(0, 5)), max_size=20))
def test_what_is_kept_does_not_overlap(given: list[tuple[int, int, float]]) -> None:
    kept = without_overlaps([swap(start, start + size, ratio) for start, size, ratio in given])
    assert all(left.end <= right.start for left, right in pairwise(kept))
    if given:
        assert max(ratio for *_, ratio in given) == max(found.ratio for found in kept)


def test_repeats_of_the_same_swap_share_their_evidence() -> None:
    first, second, other = pooled([swap(0, 1, 2), swap(5, 6, 1), swap(9, 10, 1, key=2)])
    assert (first.ratio, second.ratio, other.ratio) == (2.5, 2, 1)
    assert (first.odds, second.odds, other.odds) == (2.5, 2, 1)
    assert (first.occurrences, other.occurrences) == (2, 1)


def test_evidence_of_repeats_is_bounded() -> None:
    assert pooled([swap(place, place + 1, 3) for place in range(50)])[0].ratio == 5
