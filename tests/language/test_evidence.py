from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.language.evidence import weigh


@given(st.lists(st.lists(st.floats(-9, 9), min_size=1, max_size=5), min_size=1, max_size=6))
def test_the_ratio_is_the_log_of_the_sum_over_candidates(scores: list[list[float]]) -> None:
    flat = np.array([score for span in scores for score in span], np.float32)
    of_span = np.repeat(np.arange(len(scores)), [len(span) for span in scores])
    offsets = np.arange(len(scores), dtype=np.float32)
    found = weigh(flat, of_span, offsets)
    for place, span in enumerate(scores):
        expected = np.log(np.exp(np.array(span)).sum()) + place
        assert found.ratios[place] == pytest.approx(expected, abs=1e-3)
        assert flat[found.best[place]] == pytest.approx(max(span), abs=1e-6)


def test_many_fair_candidates_count_as_one_good_one() -> None:
    many = weigh(np.zeros(20, np.float32), np.zeros(20, np.int64), np.zeros(1, np.float32))
    assert many.ratios[0] == pytest.approx(np.log(20), abs=1e-5)
