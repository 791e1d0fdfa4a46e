from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.language import token_odds
from credcheck.language.token_odds import TokenOdds, means

STARTS, ENDS = np.array([0, 1, 3]), np.array([1, 3, 5])
TAGGER = np.array([-4, -2, 0, 2, 4], np.float32)
RATIOS = np.array([0.5, 1.0, -1.0], np.float32)


@given(st.lists(st.floats(-9, 9, width=32), min_size=1, max_size=30), st.data())
def test_means_are_those_of_the_slices(values: list[float], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(values) - 1))
    end = data.draw(st.integers(start + 1, len(values)))
    (found,) = means(np.array(values, np.float32), np.array([start]), np.array([end]))
    assert found == pytest.approx(np.mean(values[start:end]), abs=1e-4)


def test_without_an_encoder_the_tagger_and_the_evidence_count() -> None:
    found = TokenOdds(TAGGER).of_spans(STARTS, ENDS, RATIOS)
    of_tokens = np.array([-4, -1, 3])
    expected = token_odds.TAGGER_WEIGHT * of_tokens + token_odds.RATIO_WEIGHT * RATIOS
    assert found == pytest.approx(expected + token_odds.BIAS, abs=1e-5)


def test_an_encoder_that_takes_a_word_for_swapped_raises_its_odds() -> None:
    said = [TokenOdds(TAGGER, np.full(5, odds, np.float32)) for odds in (-3.0, 0.0, 3.0)]
    low, middle, high = (one.of_spans(STARTS, ENDS, RATIOS) for one in said)
    assert (low < middle).all()
    assert (middle < high).all()
