"""
Cut a run of letters into the words it is most likely made of.

The best path through all cuts into known words, each weighed by its probability after the one
before (Viterbi over a bigram model; Norvig, "Natural Language Corpus Data", 2009). Bigrams matter:
single words alone give "maybe taken" for "may be taken".
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from credcheck.lexicons import entries

# No English word that runs are made of is longer.
LONGEST_WORD = 20
# An unknown name inside a run: log10 of its chance, and the price of each letter.
_NAME_LOG_PROBABILITY = -7.0
_NAME_LETTER = -0.5
# A word that the text says elsewhere, and the model does not know.
_SAID_LOG_PROBABILITY = -6.0
_SHORTEST_NAME = 3
_LONGEST_INITIALS = 5
# A word with a capital inside ("McDonald") is at least this long.
_CAMEL_WORD = 5
_SINGLE_LETTERS = frozenset("ai")

_Arrivals = dict[str, tuple[float, int, str]]


@dataclass(frozen=True, slots=True)
class Cut:
    """The words of a run, in its own letters, and log10 of the chance of the whole in context."""

    words: tuple[str, ...]
    log_probability: float


@cache
def word_costs() -> dict[str, float]:
    """Log10 of the share of each known word, names included."""
    from credcheck.language.ngrams import language_model, words

    costs = dict(zip(words(), language_model().unigrams.tolist(), strict=True))
    # Few words are taken out, which is quicker than asking each whether it may stay.
    for word in [word for word in costs if len(word) == 1 or not word.isalpha()]:
        if word not in _SINGLE_LETTERS:
            del costs[word]
    return costs


@cache
def _pieces_of_words() -> frozenset[str]:
    """What may not stand in a run in lower case: names, torn pieces."""
    return frozenset(entries("word_pieces"))


def is_english(word: str) -> bool:
    """True if a lower-case word is known and no name, abbreviation or torn piece."""
    return word in word_costs() and word not in _pieces_of_words()


@lru_cache(maxsize=1 << 16)
def pair_cost(left: str, right: str) -> float:
    """Log10 P(right | left) of two lower-case words; "" on the left is no context."""
    from credcheck.language.words import pair_log_probability

    return pair_log_probability(left, right) if left else word_costs().get(right, -8.5)


def cut(
    run: str, before: str = "", after: str = "", said: frozenset[str] = frozenset()
) -> Cut | None:
    """
    The best cut of `run` between the words `before` and `after` ("" where there is none).

    None if the run cannot be cut into known words, names that start with a capital, and words that
    are `said` elsewhere.
    """
    pieces = _pieces(run, said)
    if pieces is None:
        return None
    paths: list[_Arrivals] = [{before.lower(): (0.0, 0, "")}]
    for found in pieces[1:]:
        paths.append(_arrivals(found, paths) if found else {})
    return _read_back(run, paths, after.lower())


def may_be_cut(run: str) -> bool:
    """False if nothing that the run ends with may be a word, so that it can only be one itself."""
    return len(_ends(run)) > 1


@lru_cache(maxsize=8)
def _ends(run: str) -> tuple[int, ...]:
    """The places from which on all letters may be words: where a word may end."""
    lower = run.lower()
    ends = deque((len(run),))
    for start in range(len(run) - 1, 0, -1):
        words = (lower[start:end] for end in takewhile((start + LONGEST_WORD + 1).__gt__, ends))
        if not run[start].islower() or any(word != "i" and is_english(word) for word in words):
            ends.appendleft(start)
    return tuple(ends)


def _pieces(run: str, said: frozenset[str]) -> list[list[tuple[int, str, float | None]]] | None:
    """For each end the words that may end there: start, word, cost if unknown; None if no cut."""
    lower, costs = run.lower(), word_costs()
    pieces: list[list[tuple[int, str, float | None]]] = [[] for _ in range(len(run) + 1)]
    starts = [0]
    for end in _ends(run):
        # Names, said or guessed, start with a capital; all else must be known.
        may_be = [at for at in starts if lower[at:end] in costs or not run[at].islower()]
        is_near = end - LONGEST_WORD
        pieces[end] = [
            piece for at in may_be if at >= is_near and (piece := _piece(run, lower, at, end, said))
        ]
        if pieces[end]:
            starts.append(end)
    return pieces if pieces[-1] else None


def _piece(
    run: str, lower: str, start: int, end: int, said: frozenset[str]
) -> tuple[int, str, float | None] | None:
    """The word run[start:end], if it may be one."""
    word = lower[start:end]
    if end - start < len(run) and run[start:end] in said:
        return start, word, _SAID_LOG_PROBABILITY
    if word in word_costs() and is_english(word) and run[start] != "i" * (end - start):
        return start, word, None
    if run[start].islower():
        return None
    is_whole = run[start + 1 : end].islower() or end - start >= _CAMEL_WORD
    if is_whole and word in word_costs():
        return start, word, None
    cost = _name_cost(run, start, end)
    return (start, word, cost) if cost else None


def _arrivals(pieces: list[tuple[int, str, float | None]], paths: list[_Arrivals]) -> _Arrivals:
    """The best way to each word that ends at one place: its score, its start, the word before."""
    found: _Arrivals = {}
    for start, word, name_cost in pieces:
        steps = (
            (score + (pair_cost(left, word) if name_cost is None else name_cost), left)
            for left, (score, _, _) in paths[start].items()
        )
        score, left = max(steps)
        found[word] = (score, start, left)
    return found


def _name_cost(run: str, start: int, end: int) -> float | None:
    """The cost of an unknown name (one capital, in front) or of initials (only capitals)."""
    name = run[start:end]
    is_name = len(name) >= _SHORTEST_NAME and name[0].isupper() and name[1:].islower()
    is_initials = 2 <= len(name) <= _LONGEST_INITIALS and name.isupper()
    return _NAME_LOG_PROBABILITY + _NAME_LETTER * len(name) if is_name or is_initials else None


def _read_back(run: str, paths: list[_Arrivals], after: str) -> Cut:
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
