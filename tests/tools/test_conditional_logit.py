from __future__ import annotations

import numpy as np
import pytest

from tools.conditional_logit import OUTSIDE, SOME_ROW, Choices, adapt, fit


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


class TestAdapting:
    """Two rows a span; the first has the first feature, the second the second."""

    FEATURES = np.tile(np.eye(2, dtype=np.float32), (40, 1))
    HEADS = np.arange(0, 80, 2)

    def right(self, first: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        return np.array([True, False] * first + [False, True] * (40 - first))

    def test_what_ranks_follows_the_answers(self) -> None:
        found = adapt(self.FEATURES, self.HEADS, self.right(30), np.zeros(2), 1e-6)
        assert found[0] - found[1] == pytest.approx(np.log(3), abs=1e-2)

    def test_little_moves_where_moving_is_dear(self) -> None:
        begun = np.array([0.5, -0.5])
        found = adapt(self.FEATURES, self.HEADS, self.right(5), begun, 1e6)
        assert found.tolist() == pytest.approx(begun.tolist(), abs=1e-3)

    def test_of_several_right_rows_one_is_enough(self) -> None:
        both = np.ones(80, np.bool_)
        begun = np.array([1.0, 0.0])
        assert adapt(self.FEATURES, self.HEADS, both, begun, 1.0) == pytest.approx(begun)
