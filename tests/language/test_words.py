from __future__ import annotations

import pytest

from credcheck.language.words import (
    UNKNOWN_LOG_PROBABILITY,
    is_known,
    pair_log_probability,
    word_log_probability,
)


@pytest.mark.parametrize("word", ["programme", "Crore", "colour", "don’t", "government", "rupees"])
def test_words_of_every_variety_of_english_are_known(word: str) -> None:
    assert is_known(word)
    assert word_log_probability(word) > UNKNOWN_LOG_PROBABILITY


def test_glued_words_are_not_known() -> None:
    assert not is_known("takenfrom")
    assert word_log_probability("takenfrom") == UNKNOWN_LOG_PROBABILITY


def test_common_words_and_pairs_are_likelier() -> None:
    assert word_log_probability("the") > word_log_probability("parliament")
    assert pair_log_probability("prime", "minister") > pair_log_probability("red", "minister")
    assert pair_log_probability("prime", "qzxv") == UNKNOWN_LOG_PROBABILITY
