"""
Estimate a trigram model: interpolated modified Kneser-Ney, then pruning with exact re-weighting.

Chen and Goodman, "An Empirical Study of Smoothing Techniques" (1998); pruning by weighted
difference after Seymore and Rosenfeld (1996). Everything is sorted arrays, so the result depends
on the input alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Keys = NDArray[np.uint64]
    Numbers = NDArray[np.int64]
    Reals = NDArray[np.float64]

BITS = 17
_SHIFT = np.uint64(BITS)
_MASK = np.uint64((1 << BITS) - 1)


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """N-grams of one order, by ascending key: weighted counts, plain counts, if shared."""

    keys: Keys
    weighted: Reals
    plain: Numbers
    is_shared: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """N-grams that are kept, by key: log10 probability, and log10 back-off weight as a context."""

    keys: Keys
    log_probabilities: Reals
    log_backoffs: Reals


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """A trigram model; `unigrams` is indexed by word."""

    unigrams: Order
    bigrams: Order
    trigrams: Order


def pack(*words: NDArray[np.generic]) -> Keys:
    """Return one key per n-gram: 17 bits a word, the last word lowest."""
    keys = words[0].astype(np.uint64)
    for column in words[1:]:
        keys = (keys << _SHIFT) | column.astype(np.uint64)
    return keys


def head(keys: Keys) -> Keys:
    """The n-gram without its last word."""
    return keys >> _SHIFT


def tail(keys: Keys, words: int) -> Keys:
    """The last `words` words of an n-gram."""
    return keys & np.uint64((1 << BITS * words) - 1)


def count(keys: Keys, weights: NDArray[np.float32], documents: NDArray[np.int32]) -> Counts:
    """
    Count n-grams; one row per occurrence, documents in ascending order.

    An n-gram is shared if it occurs in two documents or more.
    """
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    weighted = np.add.reduceat(weights[order].astype(np.float64), first)
    documents = documents[order]
    last = np.r_[first[1:], len(keys)] - 1
    plain = last - first + 1
    return Counts(keys[first], weighted, plain, documents[first] != documents[last])


def discounts(plain: Numbers) -> Reals:
    """Return the three discounts of modified Kneser-Ney, for counts of one, two, and more."""
    n1, n2, n3, n4 = (float((plain == k).sum()) for k in (1, 2, 3, 4))
    if min(n1, n2, n3, n4) == 0:
        return np.array([0.5, 1.0, 1.5])  # Too small a corpus to estimate them from.
    y = n1 / (n1 + 2 * n2)
    raw = np.array([1 - 2 * y * n2 / n1, 2 - 3 * y * n3 / n2, 3 - 4 * y * n4 / n3])
    clipped: Reals = np.clip(raw, 0.1, [1.0, 2.0, 3.0])
    return clipped


def _discounted(contexts: Keys, weighted: Reals, plain: Numbers, lower: Reals) -> Reals:
    """Interpolate: discounted share of the context's mass, plus the mass taken times `lower`."""
    steps = discounts(plain)
    taken = np.minimum(steps[np.minimum(plain, 3) - 1], weighted)
    first = np.flatnonzero(np.r_[True, contexts[1:] != contexts[:-1]])
    sizes = np.diff(np.r_[first, len(contexts)])
    total = np.repeat(np.add.reduceat(weighted, first), sizes)
    mass = np.repeat(np.add.reduceat(taken, first), sizes) / total
    interpolated: Reals = (weighted - taken) / total + mass * lower
    return interpolated


def estimate(
    bigrams: Counts,
    trigrams: Counts,
    words: int,
    paragraph: int,
    sizes: tuple[int, int],
) -> Estimate:
    """
    Return a model of at most `sizes` = (bigrams, trigrams), all of them shared.

    `paragraph` is the one word that nothing precedes.
    """
    two_weights, two_plain = _continuations(bigrams, trigrams, paragraph)
    one_plain = np.bincount(tail(bigrams.keys, 1).view(np.int64), minlength=words)
    one_weights = one_plain.astype(np.float64)
    one = _unigram_probabilities(one_weights, one_plain)
    two = _discounted(
        head(bigrams.keys), two_weights, two_plain, one[tail(bigrams.keys, 1).view(np.int64)]
    )
    below = two[_find(bigrams.keys, tail(trigrams.keys, 2))]
    three = _discounted(head(trigrams.keys), trigrams.weighted, trigrams.plain, below)
    return _prune(bigrams, trigrams, one, two, three, sizes)


def _continuations(bigrams: Counts, trigrams: Counts, paragraph: int) -> tuple[Reals, Numbers]:
    """How many different words precede each bigram; its own count where nothing can."""
    where = _find(bigrams.keys, tail(trigrams.keys, 2))
    # A type counts as much as its weightiest kind of text, so that regional usage keeps its weight.
    weight = np.ceil(trigrams.weighted / trigrams.plain)
    weights = np.bincount(where, weight, len(bigrams.keys))
    plain = np.bincount(where, minlength=len(bigrams.keys))
    opening = (head(bigrams.keys) == np.uint64(paragraph)) | (plain == 0)
    return np.where(opening, bigrams.weighted, weights), np.where(opening, bigrams.plain, plain)


def _unigram_probabilities(weighted: Reals, plain: Numbers) -> Reals:
    seen = plain > 0
    result = np.zeros(len(weighted))
    contexts = np.zeros(int(seen.sum()), np.uint64)
    uniform = np.full(len(contexts), 1 / len(weighted))
    result[seen] = _discounted(contexts, weighted[seen], plain[seen], uniform)
    result[~seen] = result[seen].min() / 2
    normalised: Reals = result / result.sum()
    return normalised


def _find(keys: Keys, wanted: Keys) -> Numbers:
    return np.searchsorted(keys, wanted)


def _prune(
    bigrams: Counts,
    trigrams: Counts,
    one: Reals,
    two: Reals,
    three: Reals,
    sizes: tuple[int, int],
) -> Estimate:
    lower = two[_find(bigrams.keys, tail(trigrams.keys, 2))]
    best = _weightiest(
        trigrams.is_shared, trigrams.weighted * np.abs(np.log(three / lower)), sizes[1]
    )
    keys3, three = trigrams.keys[best], three[best]
    needed = np.zeros(len(bigrams.keys), np.bool_)
    needed[_find(bigrams.keys, head(keys3))] = True
    needed[_find(bigrams.keys, tail(keys3, 2))] = True
    gain = bigrams.weighted * np.abs(np.log(two / one[tail(bigrams.keys, 1).view(np.int64)]))
    gain[needed] = np.inf
    kept = _weightiest(bigrams.is_shared | needed, gain, sizes[0])
    keys2, two = bigrams.keys[kept], two[kept]
    lasts = tail(keys2, 1).view(np.int64)
    one_backoffs = _backoffs(np.arange(len(one), dtype=np.uint64), head(keys2), two, one[lasts])
    two_backoffs = _backoffs(keys2, head(keys3), three, two[_find(keys2, tail(keys3, 2))])
    words = np.arange(len(one), dtype=np.uint64)
    return Estimate(
        Order(words, np.log10(one), one_backoffs),
        Order(keys2, np.log10(two), two_backoffs),
        Order(keys3, np.log10(three), np.zeros(len(keys3))),
    )


def _weightiest(eligible: NDArray[np.bool_], gain: Reals, size: int) -> Numbers:
    """The places of the `size` eligible n-grams with the largest gain, in ascending order."""
    places = np.flatnonzero(eligible)
    if len(places) > size:
        places = places[np.argsort(-gain[places], kind="stable")[:size]]
    return np.sort(places)


def _backoffs(contexts: Keys, heads: Keys, upper: Reals, lower: Reals) -> Reals:
    """Log10 of what a context leaves to words it has not kept, over what they get without it."""
    where = _find(contexts, heads)
    left = 1 - np.bincount(where, upper, len(contexts))
    free = 1 - np.bincount(where, lower, len(contexts))
    # Rounding may leave nothing of either; one per million is below what the tables can tell.
    return np.log10(np.clip(left, 1e-6, 1) / np.clip(free, 1e-6, 1))
