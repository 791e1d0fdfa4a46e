"""
Which candidate is named as the repair of a swap?

The model's own candidates come with their shares of the evidence. Three things the model does not
know are put in: what a list says of the phrase, what was chosen where the same words stand
elsewhere in the text, and that a machine keeps the inflection of what it swaps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from credcheck.language.ngrams import words as vocabulary_words
from credcheck.language.repair import spelt

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from credcheck.language.substitution_model import SubstitutionModel
    from credcheck.language.swaps import Swap

    Floats = NDArray[np.floating[Any]]
    Places = NDArray[np.int64]

Shares = dict[str, float]

# On the development article the repairs that were right rose with each: list and model mixed half
# and half, .4 for the other places of a text, .3 for another inflection.
LISTED_SHARE = 0.5
ELSEWHERE_SHARE = 0.4
OTHER_INFLECTION = 0.3
# Candidates that are weighed again; those behind them have next to no share.
WEIGHED = 8
# "King", "thing", "bring" are no forms in -ing.
LONGEST_OTHER_ING = 5
# Words that are plurals without an s, or are used like ones.
_PLURALS = frozenset(("people", "children", "men", "women", "police", "media", "data", "staff"))


class Ending(NamedTuple):
    """What a text ends like."""

    is_word: bool  # A single word.
    is_plural: bool
    is_in_ing: bool
    is_gerund: bool


def named(model: SubstitutionModel, swaps: Sequence[Swap], most: int = WEIGHED) -> list[Shares]:
    """Return the `most` best candidates of each swap as texts, with their shares, best first."""
    if not swaps:
        return []
    counts = np.array([len(swap.scores) for swap in swaps])
    heads = np.cumsum(counts) - counts
    places, shares = _best(np.concatenate([swap.scores for swap in swaps]), counts, most)
    pairs = np.concatenate([swap.pairs for swap in swaps])
    # All are looked up at once; the pairs of what somebody wrote down are no places in the table.
    rows = np.minimum(heads[:, None] + places, len(pairs) - 1)
    names = iter(_texts(model, np.maximum(pairs[rows].ravel(), 0)))
    found: list[Shares] = []
    for swap, of, at in zip(swaps, shares.tolist(), places.tolist(), strict=True):
        texts: Shares = {}
        for place, share in zip(at, of, strict=True):
            name = next(names)
            if place < len(swap.scores):
                text = swap.texts[place] if swap.texts else name
                texts[text] = texts.get(text, 0.0) + share
        found.append(texts)
    return found


def _best(scores: Floats, counts: Places, most: int) -> tuple[Places, Floats]:
    """Return the places of the `most` best of each row, best first, and their evidence shares."""
    width = max(int(counts.max()), most)
    table = np.full((len(counts), width), -np.inf)
    table[np.arange(width) < counts[:, None]] = scores
    terms = np.exp(table - table.max(axis=1, keepdims=True))
    places = np.argsort(-table, axis=1, kind="stable")[:, :most]
    return places, np.take_along_axis(terms, places, axis=1) / terms.sum(axis=1, keepdims=True)


def _texts(model: SubstitutionModel, pairs: Places) -> list[str]:
    """Return the words of each candidate as they are printed."""
    names = vocabulary_words()
    first = model.candidates.first_words.take(pairs)
    texts = [names[word] if word >= 0 else "" for word in first.tolist()]
    phrases = np.flatnonzero(first < 0)
    rows = model.candidates.words_of(pairs[phrases]).tolist()
    for place, row in zip(phrases.tolist(), rows, strict=True):
        texts[place] = spelt([names[word] for word in row if word >= 0])
    return texts


def mixed(one: Shares, other: Shares, share: float = LISTED_SHARE) -> Shares:
    """Return the shares of `one` and of `other`, which counts for `share` of the whole."""
    every = dict.fromkeys((*one, *other))
    return {text: (1 - share) * one.get(text, 0) + share * other.get(text, 0) for text in every}


def agreed(keys: Sequence[str], shares: Sequence[Shares]) -> list[Shares]:
    """Let the places of a text where the same words stand have a say in one another."""
    places: defaultdict[str, list[Shares]] = defaultdict(list)
    for key, of in zip(keys, shares, strict=True):
        places[key].append(of)
    means = {key: _mean(of) for key, of in places.items() if len(of) > 1}
    return [
        mixed(of, means[key], ELSEWHERE_SHARE) if key in means else of
        for key, of in zip(keys, shares, strict=True)
    ]


def _mean(shares: list[Shares]) -> Shares:
    total: defaultdict[str, float] = defaultdict(float)
    for of in shares:
        for text, share in of.items():
            total[text] += share / len(shares)
    return total


def inflected_alike(written: str, shares: Shares) -> Shares:
    """Turn down candidates that are no plural, or no form in -s or -ing, where `written` is one."""
    if len(shares) == 1:
        return shares
    of_written = _ending(written)
    turned = {
        text: share if _are_alike(of_written, _ending(text)) else share * OTHER_INFLECTION
        for text, share in shares.items()
    }
    total = sum(turned.values())
    return {text: share / total for text, share in turned.items()}


def _are_alike(of_written: Ending, of_repair: Ending) -> bool:
    """True unless just one of two single words ends like a plural, or only the written in -ing."""
    if not (of_written.is_word and of_repair.is_word):
        return True
    is_gerund_lost = of_written.is_gerund and not of_repair.is_in_ing
    return not is_gerund_lost and of_written.is_plural == of_repair.is_plural


@lru_cache(maxsize=1 << 14)
def _ending(text: str) -> Ending:
    is_in_ing = text.endswith("ing")
    is_gerund = is_in_ing and len(text) > LONGEST_OTHER_ING
    return Ending(text.isalpha(), _has_s(text.lower()), is_in_ing, is_gerund)


def _has_s(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")))
