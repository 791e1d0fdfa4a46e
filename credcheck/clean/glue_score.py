"""
How much more likely is it that a run of letters lost its spaces than that it is a word?

Two logistic regressions, one for runs of two words and one for longer ones, since two words written
together are often a compound. Fitted on 573 articles of the development set: as damage, random
stretches of words with the spaces taken out; as clean text, every word that the language model
does not know, and those seen in two or more documents of 40,715. In other articles, 1,529 random
stretches with the spaces taken out: of two words .80 were found, of three .92, of four .98, of six
.99; of those found .99 were parted right. In 5,868 articles of 3.2 million words 46 runs were
parted; 40 of them are glued in the source, 6 are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from credcheck.clean.segmentation import Cut, pair_cost, word_costs
from credcheck.lexicons import entries, rows

# A score is a logit. From these on a run is glued: the false alarms above were counted with them.
TWO_WORDS_FROM = 3.0
GRAMMAR_WORD_FROM = 2.0
MORE_WORDS_FROM = 2.5

_UNKNOWN = -9.0
# English makes words with these as freely as with endings.
# "micro electro mechanical": longer words are built of no more parts.
_MOST_PARTS = 4
_TAILS = frozenset(("like", "wide", "wise"))
_MOST_SEAMS_IN_CAPITALS = 3


@dataclass(frozen=True, slots=True)
class Context:
    """The known words before and after a run, in lower case; "" where there is none."""

    before: str
    after: str


@cache
def grammar_words() -> frozenset[str]:
    """Words that glue more often than they compound."""
    return frozenset(entries("grammar_words"))


@cache
def parts(kind: str) -> frozenset[str]:
    """Prefixes, particles or heads of English words."""
    return frozenset(part for found, part in rows("word_parts") if found == kind)


def is_glued(run: str, cut: Cut, context: Context) -> bool:
    """True if the words of `cut` are more likely than the run as a word of its own."""
    if len(cut.words) == 1:
        return False
    if len(cut.words) == 2:
        left, right = (word.lower() for word in cut.words)
        if right in _TAILS or (left in parts("prefix") and right not in grammar_words()):
            return False
        is_plain = run.islower() and (left in grammar_words() or right in grammar_words())
        wanted = GRAMMAR_WORD_FROM if is_plain else TWO_WORDS_FROM
        return _of_two(run, cut.words, context) > wanted
    if len(cut.words) <= _MOST_PARTS and cut.words[0].lower() in parts("prefix") - grammar_words():
        return False
    return _of_more(run, cut.words, context) > MORE_WORDS_FROM


def _share(word: str) -> float:
    return word_costs().get(word, _UNKNOWN)


def _gain(left: str, right: str) -> float:
    """How much likelier (log10) `right` is for standing after `left`."""
    if not left or not right:
        return 0.0
    known = right in word_costs()
    return (pair_cost(left, right) if known else _UNKNOWN) - _share(right)


def _capitals(run: str, words: tuple[str, ...]) -> tuple[int, int]:
    """Capitals inside the run that stand at a seam, and those that do not."""
    seams, place = set[int](), 0
    for word in words[:-1]:
        place += len(word)
        seams.add(place)
    inside = [place for place, letter in enumerate(run) if place and letter.isupper()]
    at_seams = sum(place in seams for place in inside)
    return min(at_seams, _MOST_SEAMS_IN_CAPITALS), len(inside) - at_seams


def _of_two(run: str, words: tuple[str, ...], context: Context) -> float:
    left, right = (word.lower() for word in words)
    at_seams, elsewhere = _capitals(run, words)
    is_capital = run[0].isupper()
    grammar = grammar_words()
    return (
        4.905
        + 1.540 * _gain(context.before, left)
        + 0.904 * _gain(right, context.after)
        + 0.620 * len(run)
        - 1.263 * is_capital
        + 3.864 * at_seams
        + 0.453 * elsewhere
        + 1.148 * _share(left)
        + 1.526 * _share(right)
        + 0.959 * _gain(left, right)
        + 2.558 * (left in grammar)
        + 1.692 * (right in grammar)
        - 3.282 * (left in parts("prefix"))
        - 1.766 * (right in parts("particle"))
        - 1.967 * (right in parts("head"))
        + 0.995 * left.endswith(("s", "ed", "ly", "ing"))
        - 0.737 * (is_capital and right in grammar)
    )


def _of_more(run: str, words: tuple[str, ...], context: Context) -> float:
    lower = [word.lower() for word in words]
    at_seams, elsewhere = _capitals(run, words)
    gains = [_gain(left, right) for left, right in pairwise(lower)]
    shares = sum(map(_share, lower))
    grammar = grammar_words()
    return (
        9.606
        + 1.095 * _gain(context.before, lower[0])
        + 0.615 * _gain(lower[-1], context.after)
        - 0.910 * run[0].isupper()
        + 1.912 * at_seams
        + 3.026 * elsewhere
        + 9.247 * (shares + sum(gains)) / len(run)
        + 0.550 * sum(gains) / len(gains)
        + 3.452 * sum(word in grammar for word in lower) / len(lower)
        - 1.868 * sum(len(word) <= 2 and word not in grammar for word in lower)
    )
