"""
Cut a run of letters into the words it is most likely made of.

The best path through all cuts into known words, each weighed by its probability after the word
before it (Viterbi over a bigram model; Norvig, "Natural Language Corpus Data", 2009). Bigrams matter:
single words alone give "maybe taken" for "may be taken".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

# No English word that runs are made of is longer.
LONGEST_WORD = 20
# Runs are cut in one piece up to this length; none longer was seen.
LONGEST_RUN = 600
# An unknown name inside a run: log10 of its chance, and the price of each letter.
_NAME_LOG_PROBABILITY = -7.0
_NAME_LETTER = -0.5
_SHORTEST_NAME = 3
_SINGLE_LETTERS = frozenset("ai")


@dataclass(frozen=True, slots=True)
class Cut:
    """The words of a run, in its own letters, and log10 of the chance of the whole in context."""

    words: tuple[str, ...]
    log_probability: float


@cache
def word_costs() -> dict[str, float]:
    """Log10 of the share of each known word that a run may be made of."""
    from credcheck.language.ngrams import language_model, words

    shares = language_model().unigrams.tolist()
    pairs = zip(words(), shares, strict=True)
    return {w: share for w, share in pairs if w.isalpha() and (len(w) > 1 or w in _SINGLE_LETTERS)}


@lru_cache(maxsize=1 << 16)
def pair_cost(left: str, right: str) -> float:
    """Log10 P(right | left) of two lower-case words; "" on the left is no context."""
    from credcheck.language.words import pair_log_probability

    return pair_log_probability(left, right) if left else word_costs().get(right, -8.5)


def cut(run: str, before: str = "", after: str = "") -> Cut | None:
    """
    The best cut of `run` between the words `before` and `after` ("" where there is none).

    None if the run cannot be cut into known words, and names that start with a capital.
    """
    lower = run.lower()
    paths: list[dict[str, tuple[float, int, str]]] = [{before.lower(): (0.0, 0, "")}]
    for end in range(1, len(run) + 1):
        paths.append(_arrivals(run, lower, paths, end))
    return _read_back(run, paths, after.lower()) if paths[-1] else None


def _arrivals(
    run: str, lower: str, paths: list[dict[str, tuple[float, int, str]]], end: int
) -> dict[str, tuple[float, int, str]]:
    """The best way to each word that ends at `end`: its score, its start, the word before it."""
    found: dict[str, tuple[float, int, str]] = {}
    for start in range(max(0, end - LONGEST_WORD), end):
        word = lower[start:end]
        name_cost = _name_cost(run, start, end)
        if not paths[start] or (word not in word_costs() and name_cost is None):
            continue
        steps = (
            (score + (pair_cost(left, word) if word in word_costs() else name_cost or 0.0), left)
            for left, (score, _, _) in paths[start].items()
        )
        score, left = max(steps)
        found[word] = (score, start, left)
    return found


def _name_cost(run: str, start: int, end: int) -> float | None:
    """The cost of an unknown name, which starts with a capital and holds no other."""
    name = run[start:end]
    if len(name) < _SHORTEST_NAME or not name[0].isupper() or not name[1:].islower():
        return None
    return _NAME_LOG_PROBABILITY + _NAME_LETTER * len(name)


def _read_back(run: str, paths: list[dict[str, tuple[float, int, str]]], after: str) -> Cut:
    """Follow the best path from its end."""

    def total(word: str) -> float:
        score = paths[-1][word][0]
        return score + pair_cost(word, after) - pair_cost("", after) if after else score

    word = max(paths[-1], key=lambda w: (total(w), w))
    score, end, words = total(word), len(run), []
    while end:
        _, start, left = paths[end][word]
        words.append(run[start:end])
        end, word = start, left
    return Cut(tuple(reversed(words)), score)
