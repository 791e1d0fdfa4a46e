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
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.ngrams import words as vocabulary_words
from credcheck.language.repair import spelt

if TYPE_CHECKING:
    from credcheck.language.substitution_model import SubstitutionModel
    from credcheck.language.swaps import Swap

Shares = dict[str, float]

# On the development article the repairs that were right rose with each: list and model mixed half
# and half, .4 for the other places of a text, .3 for another inflection.
LISTED_SHARE = 0.5
ELSEWHERE_SHARE = 0.4
OTHER_INFLECTION = 0.3
# Candidates that are weighed again; those behind them have next to no share.
WEIGHED = 8
# Words that are plurals without an s, or are used like ones.
_PLURALS = frozenset(("people", "children", "men", "women", "police", "media", "data", "staff"))


def named(model: SubstitutionModel, swaps: Sequence[Swap]) -> list[Shares]:
    """Return the best candidates of each swap as texts, with their shares, best first."""
    shares = [swap.shares(WEIGHED) for swap in swaps]
    pairs = [(swap, place) for swap, of in zip(swaps, shares, strict=True) for place, _ in of]
    numbers = np.array([max(int(swap.pairs[place]), 0) for swap, place in pairs], np.int64)
    # All are looked up at once.
    rows = iter(model.candidates.words_of(numbers).tolist())
    names = vocabulary_words()
    found: list[Shares] = []
    for swap, of in zip(swaps, shares, strict=True):
        texts: Shares = {}
        for place, share in of:
            row = next(rows)
            listed = swap.texts
            text = listed[place] if listed else spelt([names[word] for word in row if word >= 0])
            texts[text] = texts.get(text, 0.0) + share
        found.append(texts)
    return found


def mixed(one: Shares, other: Shares, share: float = LISTED_SHARE) -> Shares:
    """Return the shares of `one` and of `other`, which counts for `share` of the whole."""
    every = dict.fromkeys((*one, *other))
    return {text: (1 - share) * one.get(text, 0) + share * other.get(text, 0) for text in every}


def agreed(keys: Sequence[str], shares: Sequence[Shares]) -> list[Shares]:
    """Let the places of a text where the same words stand have a say in one another."""
    places: defaultdict[str, list[Shares]] = defaultdict(list)
    for key, of in zip(keys, shares, strict=True):
        places[key].append(of)
    means = {key: _mean(of) for key, of in places.items()}
    return [
        mixed(of, means[key], ELSEWHERE_SHARE) if len(places[key]) > 1 else of
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
    turned = {
        text: share * (1.0 if is_inflected_alike(written, text) else OTHER_INFLECTION)
        for text, share in shares.items()
    }
    total = sum(turned.values())
    return {text: share / total for text, share in turned.items()}


@lru_cache(maxsize=1 << 14)
def is_inflected_alike(written: str, repair: str) -> bool:
    """True unless just one of two single words ends like a plural, or only `written` in -ing."""
    if not (written.isalpha() and repair.isalpha()):
        return True
    is_gerund_lost = written.endswith("ing") and len(written) > 5 and not repair.endswith("ing")
    return not is_gerund_lost and _has_s(written.lower()) == _has_s(repair.lower())


def _has_s(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")))
