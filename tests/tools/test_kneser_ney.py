from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.kneser_ney import Counts, Estimate, count, estimate, pack

WORDS, PARAGRAPH = 6, 1


def counts_of(ids: list[int]) -> tuple[Counts, Counts]:
    """Each half of the text is a document; every n-gram that occurs in both is shared."""
    stream = np.array(ids)
    documents = (np.arange(len(ids)) * 2 // len(ids)).astype(np.int32)
    ones = np.ones(len(ids), np.float32)
    bigrams = count(pack(stream[:-1], stream[1:]), ones[1:], documents[1:])
    trigrams = count(pack(stream[:-2], stream[1:-1], stream[2:]), ones[2:], documents[2:])
    return bigrams, trigrams


def probability(model: Estimate, *words: int) -> float:
    """The model as its definition has it: the longest n-gram that is kept, or back off."""
    if len(words) == 1:
        return float(10 ** model.unigrams.log_probabilities[words[0]])
    order = (model.bigrams, model.trigrams)[len(words) - 2]
    place = _place(order.keys, words)
    if place is not None:
        return float(10 ** order.log_probabilities[place])
    contexts = (model.unigrams, model.bigrams)[len(words) - 2]
    context = _place(contexts.keys, words[:-1])
    weight = 0.0 if context is None else contexts.log_backoffs[context]
    return float(10**weight) * probability(model, *words[1:])


def _place(keys: np.ndarray, words: tuple[int, ...]) -> int | None:
    key = pack(*(np.array([word]) for word in words))[0]
    found = np.flatnonzero(keys == key)
    return int(found[0]) if len(found) else None


@given(st.lists(st.integers(0, WORDS - 1), min_size=20, max_size=120), st.integers(3, 40))
@settings(max_examples=40, deadline=None)
def test_the_probabilities_after_any_context_add_up_to_one(ids: list[int], size: int) -> None:
    bigrams, trigrams = counts_of(ids)
    model = estimate(bigrams, trigrams, WORDS, PARAGRAPH, (3 * size, size))
    for left, right in itertools.product(range(WORDS), repeat=2):
        total = sum(probability(model, left, right, word) for word in range(WORDS))
        assert total == pytest.approx(1, abs=2e-3)


def test_only_shared_ngrams_are_kept() -> None:
    bigrams, trigrams = counts_of([0, 2, 3, 0, 4, 5, 0, 2, 3, 0, 5, 4])
    model = estimate(bigrams, trigrams, WORDS, PARAGRAPH, (100, 100))
    assert _place(model.trigrams.keys, (0, 2, 3)) is not None
    assert _place(model.trigrams.keys, (0, 4, 5)) is None


def test_the_first_pass_counts_weights_and_documents() -> None:
    keys = np.array([7, 9, 7, 7], np.uint64)
    found = count(keys, np.array([1, 1, 4, 4], np.float32), np.array([0, 0, 0, 2], np.int32))
    assert found.keys.tolist() == [7, 9]
    assert found.weighted.tolist() == [9, 1]
    assert found.plain.tolist() == [3, 1]
    assert found.is_shared.tolist() == [True, False]
