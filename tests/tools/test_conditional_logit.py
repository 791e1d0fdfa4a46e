from __future__ import annotations

import numpy as np
import pytest

from tools.conditional_logit import OUTSIDE, SOME_ROW, Choices, fit


def choices(answers: list[int]) -> Choices:
    """Spans of two rows each; the feature of the first row is one, of the second nought."""
    spans = len(answers)
    features = np.tile(np.array([[1.0, 1.0], [0.0, 1.0]], np.float32), (spans, 1))
    heads = np.arange(spans) * 2
    picked = [place * 2 + answer if answer >= 0 else answer for place, answer in enumerate(answers)]
    return Choices(features, heads, np.array(picked), np.ones(spans))


def test_the_odds_are_those_of_the_answers() -> None:
    found = fit(choices([0] * 60 + [1] * 20 + [OUTSIDE] * 20), ridge=1e-6)
    assert found.tolist() == pytest.approx([np.log(3), 0], abs=1e-2)


def test_some_row_speaks_for_all_rows() -> None:
    found = fit(choices([SOME_ROW] * 50 + [OUTSIDE] * 50), ridge=1e-3)
    assert np.log(np.exp(found[0] + found[1]) + np.exp(found[1])) == pytest.approx(0, abs=1e-2)


def test_wild_scores_do_not_break_the_fit() -> None:
    wild = choices([0] * 99 + [OUTSIDE])
    scaled = Choices(wild.features * 50, wild.heads, wild.answers, wild.weights)
    assert np.isfinite(fit(scaled)).all()
