"""
How common is a word, and how likely is it after another?

For callers that ask about single words. Log10 probabilities of the package's model of news
English; words it does not know get the probability of an unknown word divided by how many there
may be, so that a rare known word always beats an unknown one.
"""

from __future__ import annotations

from functools import lru_cache

from credcheck.language.characters import fold
from credcheck.language.ngrams import language_model, words
from credcheck.language.vocabulary import PLACEHOLDERS, UNKNOWN

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
