"""
Fit a conditional logit with an outside option, by damped Newton steps, or adapt one without it.

Each span has rows (candidates) and the outside option "as written", whose score is nought. A span's
answer is a row, the outside option, or "some row, but which is not known".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Reals = NDArray[np.float64]
    Places = NDArray[np.int64]

OUTSIDE, SOME_ROW = -1, -2
_STEPS = 25
_TOLERANCE = 1e-4
_MOST_EXPONENT = 30.0
_LEAST_EXPONENT = -60.0
_MOST_CHANGE = 6.0
# Adapting takes some 20 steps; a feature that never varies must cost something, or it has no value.
_MOST_ADAPTING_STEPS = 200
_LEAST_VARIANCE = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """Rows of features, grouped by span in ascending order, and the answer of each span."""

    features: NDArray[np.float32]
    heads: Places  # The first row of each span.
    answers: Places  # A row number, OUTSIDE or SOME_ROW.
    weights: Reals

    @property
    def of_row(self) -> Places:
        """The span of each row."""
        sizes = np.diff(np.append(self.heads, len(self.features)))
        return np.repeat(np.arange(len(self.heads)), sizes)


def fit(choices: Choices, ridge: float = 1.0) -> Reals:
    """Return the coefficients that make the answers likeliest, less `ridge` times their squares."""
    size = choices.features.shape[1]
    coefficients = np.zeros(size)
    of_row = choices.of_row
    features = np.ascontiguousarray(choices.features, np.float64)
    for _ in range(_STEPS):
        slope, curvature = _derivatives(choices, features, of_row, coefficients)
        slope -= ridge * coefficients
        step = np.linalg.solve(curvature + ridge * np.eye(size), slope)
        # A full step may leap over the summit while scores are still far from settled.
        coefficients += step / max(1.0, np.abs(features @ step).max() / _MOST_CHANGE)
        if np.abs(step).max() < _TOLERANCE:
            break
    return coefficients


def adapt(
    features: NDArray[np.float32],
    heads: Places,
    are_right: NDArray[np.bool_],
    begun: Reals,
    strength: float,
) -> Reals:
    """
    Return coefficients that make the right rows likely within their spans, drawn towards `begun`.

    Every span has a right row, and there is no outside option. `strength` is what a coefficient
    costs that moves the score of a typical row by one: maximum a posteriori adaptation of what was
    learned from much to what little is closer to use (Chelba and Acero 2006).
    """
    rows = np.ascontiguousarray(features, np.float64)
    of_row = np.repeat(np.arange(len(heads)), np.diff(np.append(heads, len(rows))))
    costs = strength * np.maximum(rows.var(axis=0), _LEAST_VARIANCE)
    coefficients = begun.copy()
    for _ in range(_MOST_ADAPTING_STEPS):
        scores = rows @ coefficients
        terms = np.exp(scores - np.maximum.reduceat(scores, heads)[of_row])
        shares = terms / np.add.reduceat(terms, heads)[of_row]
        wanted = terms * are_right
        wanted /= np.add.reduceat(wanted, heads)[of_row]
        slope = rows.T @ (wanted - shares) - costs * (coefficients - begun)
        means = np.add.reduceat(rows * shares[:, None], heads, axis=0)
        curvature = (rows * shares[:, None]).T @ rows - means.T @ means + np.diag(costs)
        step = np.linalg.solve(curvature, slope)
        coefficients += step
        if np.abs(step).max() < _TOLERANCE:
            break
    return coefficients


def _derivatives(
    choices: Choices, features: Reals, of_row: Places, coefficients: Reals
) -> tuple[Reals, Reals]:
    terms = np.exp(np.clip(features @ coefficients, _LEAST_EXPONENT, _MOST_EXPONENT))
    sums = np.add.reduceat(terms, choices.heads)
    shares = terms / (1 + sums)[of_row]
    wanted = np.zeros(len(terms))
    wanted[choices.answers[choices.answers >= 0]] = 1
    some = (choices.answers == SOME_ROW)[of_row]
    wanted[some] = (terms / sums[of_row])[some]
    weights = choices.weights[of_row]
    slope = features.T @ (weights * (wanted - shares))
    means = np.add.reduceat(features * shares[:, None], choices.heads, axis=0)
    curvature = (features * (weights * shares)[:, None]).T @ features
    curvature -= (means * choices.weights[:, None]).T @ means
    return slope, curvature
