from __future__ import annotations

import numpy as np
import pytest

from credcheck.language.context import NEAREST, REACH, words_between
from credcheck.language.substitution_model import substitution_model

VECTORS = substitution_model().vectors


def ids_of(text: str) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    return substitution_model().language.vocabulary.tokens(text).ids


def test_surroundings_are_the_mean_of_the_words_nearby() -> None:
    ids = ids_of("the bank raised its interest rate on loans after inflation rose sharply again")
    start, end = 5, 6
    before, after = ids[max(start - REACH, 0) : start - NEAREST], ids[end + NEAREST : end + REACH]
    nearby = np.concatenate([before, after])
    rows = VECTORS.rows[nearby]
    rows = rows[rows < VECTORS.nought]
    expected = VECTORS.inputs[rows].astype(np.float64).mean(axis=0) * VECTORS.scale
    found = VECTORS.surroundings(ids, np.array([start]), np.array([end]))[0]
    assert found.tolist() == pytest.approx(expected.tolist(), abs=1e-4)


def test_words_of_the_subject_fit_better() -> None:
    ids = ids_of("the central bank will raise rates as inflation and borrowing costs climb further")
    around = VECTORS.surroundings(ids, np.array([4]), np.array([5])).repeat(2, axis=0)
    fits, are_heard = VECTORS.fits(around, ids_of("economy curiosity")[:, None])
    assert are_heard.all()
    assert fits[0] > fits[1]


def test_words_without_a_vector_say_nothing() -> None:
    around = np.ones((1, VECTORS.inputs.shape[1]), np.float32)
    fits, are_heard = VECTORS.fits(around, np.full((1, 2), -1, np.int32))
    assert (fits[0], are_heard[0]) == (0, False)


def test_words_between_are_padded() -> None:
    found = words_between(np.array([5, 6, 7], np.int32), np.array([0, 2]), np.array([2, 3]))
    assert found.tolist() == [[5, 6], [7, -1]]
