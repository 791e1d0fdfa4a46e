from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.language.ngrams import language_model, words
from credcheck.language.vocabulary import PARAGRAPH, UNKNOWN

TEXT = """The minister said on Tuesday that the government would not raise taxes this year.

Shares in the bank fell 3.5 per cent, its spokesman told the newspaper's Karachi bureau."""


def reference(ids: list[int]) -> list[float]:
    """One token at a time, with the look-ups for single keys."""
    model = language_model()
    scores = []
    for place, token in enumerate(ids):
        if place == 0:
            scores.append(float(model.unigrams[token]))
            continue
        pair = model.pair_log_probability(ids[place - 1], token)
        scores.append(pair)
    return scores


def test_probabilities_of_pairs_agree_with_single_look_ups() -> None:
    model = language_model()
    ids = model.vocabulary.tokens(TEXT).ids
    pairs = model.pairs(ids[:-1], ids[1:]).log_probabilities
    assert pairs.tolist() == pytest.approx(reference(ids.tolist())[1:], abs=1e-5)


@given(st.lists(st.integers(0, 20_000), max_size=6), st.data())
def test_a_few_words_by_themselves_get_what_they_get_together(
    ids: list[int], data: st.DataObject
) -> None:
    model = language_model()
    start = data.draw(st.integers(0, 200))
    ids += model.vocabulary.tokens(TEXT).ids.tolist()[start : start + 4]
    first = data.draw(st.integers(0, len(ids)))
    together = model.log_probabilities(np.array(ids, np.int32))[first:].sum()
    assert model.log_probability(ids, first) == pytest.approx(float(together), abs=1e-4)


def test_every_word_of_plain_english_is_known() -> None:
    ids = language_model().vocabulary.tokens(TEXT).ids
    assert (ids != UNKNOWN).all()
    assert (ids == PARAGRAPH).sum() == 1


def test_fluent_text_is_likelier_than_the_same_words_shuffled() -> None:
    model = language_model()
    ids = model.vocabulary.tokens(TEXT).ids
    shuffled = np.random.default_rng(3).permutation(ids)
    assert model.log_probabilities(ids).mean() > model.log_probabilities(shuffled).mean() + 1


def test_trigrams_are_used() -> None:
    model = language_model()
    ids = model.vocabulary.tokens("one of the").ids
    both = model.log_probabilities(ids)[2]
    assert both > model.pair_log_probability(int(ids[1]), int(ids[2]))


def test_the_model_is_loaded_once_and_has_a_word_for_each_number() -> None:
    assert language_model() is language_model()
    assert len(words()) == len(language_model().unigrams)


def test_no_text_no_probabilities() -> None:
    assert len(language_model().log_probabilities(np.zeros(0, np.int32))) == 0
