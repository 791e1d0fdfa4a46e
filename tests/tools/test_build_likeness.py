"""The weights that tell which figures are of one thing."""

from __future__ import annotations

import numpy as np
import pytest

from tools.build_likeness import FLAGGED, Example, examples, fit, weigh


def test_fit_finds_the_weights_that_made_the_labels() -> None:
    random = np.random.default_rng(3)
    values = random.normal(size=(4000, 2))
    odds = 2.0 * values[:, 0] - 1.0 * values[:, 1] + 0.5
    labels = (random.random(4000) < 1 / (1 + np.exp(-odds))).astype(float)
    assert fit(values, labels, ridge=0.1) == pytest.approx([2.0, -1.0, 0.5], abs=0.25)


def test_equal_figures_are_of_one_thing_and_differing_ones_of_two() -> None:
    event = {
        "a": "The Merev dam above Sarat burst on Tuesday, killing 41 people and ruining 212 homes.",
        "b": "When the Merev dam burst above Sarat it killed 41 people, rescuers in Karst said. "
        "The dam above Sarat had ruined 318 homes.",
    }
    found = list(examples([event]))
    assert any(example.is_same for example in found)
    assert any(not example.is_same for example in found)


def test_few_differing_figures_reach_the_bound() -> None:
    random = np.random.default_rng(5)
    found = [
        Example("money", (float(same) + random.normal(), random.normal()), bool(same))
        for same in random.integers(0, 2, 2000)
    ]
    weighed = weigh(found, "money")
    scores = [
        float(np.dot(weighed[:-1], example.values) + weighed[-1])
        for example in found
        if not example.is_same
    ]
    assert 0.01 < np.mean([score >= FLAGGED for score in scores]) < 0.03
