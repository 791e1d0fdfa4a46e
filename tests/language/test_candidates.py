from __future__ import annotations

import numpy as np

from credcheck.language.candidates import LEAST_WEIGHT, WEIGHT_STEPS, find_spans, weight_bytes
from credcheck.language.gains import pad
from credcheck.language.ngrams import words
from credcheck.language.substitution_model import substitution_model

MODEL = substitution_model()
TABLE = MODEL.candidates


def offers(phrase: str) -> set[str]:
    ids = pad(MODEL.language.vocabulary.tokens(phrase).ids)
    spans = find_spans(TABLE, ids)
    whole = np.flatnonzero((spans.ends - spans.starts) == len(phrase.split()))
    if not len(whole):
        return set()
    key = spans.keys[whole[0]]
    rows = TABLE.words_of(np.arange(TABLE.heads[key], TABLE.heads[key + 1]))
    return {" ".join(words()[word] for word in row if word >= 0) for row in rows}


def test_words_and_phrases_have_candidates_both_ways() -> None:
    assert {"foreign", "abroad"} <= offers("overseas")
    assert "visit" in offers("go to")
    assert any(" " in offer for offer in offers("visit"))


def test_inflection_is_kept() -> None:
    assert "attacks" in offers("assaults")


def test_function_words_and_house_style_have_none() -> None:
    for word in ("the", "of", "crore", "programme", "per cent", "whilst"):
        assert offers(word) == set()


def test_every_word_of_every_candidate_is_in_the_vocabulary() -> None:
    rows = TABLE.words_of(np.arange(len(TABLE.first_words)))
    assert rows.max() < MODEL.language.vocabulary.words
    assert (rows[:, 0] >= 0).all()


def test_weights_survive_their_bytes() -> None:
    weights = np.array([-3.3, 0.0, 3.9], np.float32)
    back = weight_bytes(weights) / WEIGHT_STEPS + LEAST_WEIGHT
    assert np.abs(back - weights).max() <= 0.5 / WEIGHT_STEPS + 1e-6
