"""
How common is a word, and how likely is it after another?

For callers that ask about single words. Log10 probabilities of the package's model of news
English; words it does not know get the probability of an unknown word divided by how many there
may be, so that a rare known word always beats an unknown one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.characters import fold
from credcheck.language.ngrams import language_model, words
from credcheck.language.vocabulary import PLACEHOLDERS, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# Below the rarest known word of the model (log10 of about one in 40 million).
UNKNOWN_LOG_PROBABILITY = -8.5


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    return {word: place for place, word in enumerate(words()) if place >= len(PLACEHOLDERS)}


def word_number(word: str) -> int:
    """Return the number of `word` in the model's vocabulary, whatever its case, or UNKNOWN."""
    found = _numbers().get(word)
    if found is None:
        found = _numbers().get("".join(map(fold, word)), UNKNOWN)
    return found


def is_known(word: str) -> bool:
    """Tell whether the model knows `word`, whatever its case."""
    return word_number(word) != UNKNOWN


def word_log_probability(word: str) -> float:
    """Return log10 of the share of `word` in news English."""
    number = word_number(word)
    if number == UNKNOWN:
        return UNKNOWN_LOG_PROBABILITY
    return float(language_model().unigrams[number])


def pair_log_probability(left: str, right: str) -> float:
    """Return log10 P(right | left): how likely `right` is where `left` has just been read."""
    second = word_number(right)
    if second == UNKNOWN:
        return UNKNOWN_LOG_PROBABILITY
    return language_model().pair_log_probability(word_number(left), second)


def word_log_probabilities(of: Sequence[str]) -> Floats:
    """Return `word_log_probability` of each word."""
    numbers = _numbered(of)
    found: Floats = language_model().unigrams[numbers]
    found[numbers == UNKNOWN] = UNKNOWN_LOG_PROBABILITY
    return found


def pair_log_probabilities(left: Sequence[str], right: Sequence[str]) -> Floats:
    """Return `pair_log_probability` of each pair; both sequences have the same length."""
    second = _numbered(right)
    found = language_model().pairs(_numbered(left), second).log_probabilities
    found[second == UNKNOWN] = UNKNOWN_LOG_PROBABILITY
    return found


def _numbered(of: Sequence[str]) -> NDArray[np.int32]:
    return np.fromiter(map(word_number, of), np.int32, len(of))
