"""A synthetic spinner: swaps words for what a source of synonyms offers, as cheap tools do."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from tools.candidate_table import UNINFLECTED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from credcheck.language.ngrams import LanguageModel
    from tools.candidate_table import Pairs

    Ids = NDArray[np.int32]
    Words = tuple[int, ...]

# How often a spinner that swaps by a fixed table repeats the swap it made before.
FAITHFULNESS = 0.7
MOST_SPUN_WORDS, MOST_ORIGINAL_WORDS = 4, 3
RAREST_SPUN = -7.2

# Bits of the sources of synonyms, by maker: what is held out together.
SPINNERS = {
    "wordnet": 15,
    "moby": 16,
    "wikdict": 32,
    "edict": 192,
    "cedict": 768,
    "neighbours": 1024,
    "lists": 2048 + 8192,
    "uninflected": UNINFLECTED,
    "thesaurus swaps": 1 << 15,
    "translation swaps": 1 << 16,
    "rewriter swaps": 1 << 17,
}
# Bits of what careless writers put in for common words (tools/common_swaps.tsv). They are drawn
# more often than what dictionaries offer; they cover most words of a text, so the rate is lowered.
COMMON_SWAPS = 7 << 15
COMMON_TIMES, COMMON_SLOWDOWN = 3, 2.0

# Tools prefer the better synonyms: weight of a swap by the cosine of its words.
CLOSENESS = 2.0


@dataclass(frozen=True, slots=True)
class Swap:
    """Tokens start..end of the spun text stand for the words `original`."""

    start: int
    end: int
    original: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Spun:
    """A spun text: token numbers, capitals, and every swap in order."""

    ids: Ids
    are_capital: NDArray[np.bool_]
    swaps: tuple[Swap, ...]


Offers = dict["Words", tuple[list["Words"], list[float]]]


class Offering(Protocol):
    """What a spinner needs of offers: which words have any, and which."""

    def __contains__(self, words: object, /) -> bool:
        """Tell whether there is anything to put in the place of `words`."""

    def __getitem__(self, words: Words, /) -> tuple[list[Words], list[float]]:
        """Return what may be put in the place of `words`, and the weight of each."""


def drawn_sources(offers: Mapping[int, Offers]) -> list[int]:
    """Return the bits of the sources of synonyms, each as often as it is to be drawn."""
    return [
        bits for bits in sorted(offers) for _ in range(COMMON_TIMES if bits & COMMON_SWAPS else 1)
    ]


def slowed(rate: float, bits: int) -> float:
    """Return the rate at which a source swaps what it knows, so that all swap about as much."""
    return rate / COMMON_SLOWDOWN if bits & COMMON_SWAPS else rate


def offers_of(pairs: Pairs, model: LanguageModel, sources: int) -> Offers:
    """Return what the sources (a mask of bits) put in the place of each original."""
    frequencies = np.concatenate([model.unigrams, np.zeros(1, np.float32)])
    rarest = frequencies[pairs.keys].min(axis=1)
    fits = (pairs.bits & sources > 0) & (pairs.lengths <= MOST_ORIGINAL_WORDS)
    fits &= (pairs.key_lengths <= MOST_SPUN_WORDS) & (rarest >= RAREST_SPUN)
    found: defaultdict[Words, tuple[list[Words], list[float]]] = defaultdict(lambda: ([], []))
    for row in np.flatnonzero(fits).tolist():
        original = tuple(pairs.originals[row, : pairs.lengths[row]].tolist())
        spun, weights = found[original]
        spun.append(tuple(pairs.keys[row, : pairs.key_lengths[row]].tolist()))
        weights.append(10 ** (0.5 * float(rarest[row])) * np.exp(CLOSENESS * pairs.cosines[row]))
    return dict(found)


def spin(
    ids: Ids,
    are_capital: NDArray[np.bool_],
    offers: Offering,
    rate: float,
    rng: random.Random,
    *,
    is_blind: bool = False,
) -> Spun:
    """Swap about `rate` of the words for which there are offers; a blind spinner weighs none."""
    text, capitals = ids.tolist(), are_capital.tolist()
    out: list[int] = []
    out_capitals: list[bool] = []
    swaps: list[Swap] = []
    habits: dict[Words, Words] = {}
    place = 0
    while place < len(text):
        original = _original_at(text, place, offers, rng)
        if original and rng.random() < rate:
            spun = _choose(original, offers, habits, rng, is_blind=is_blind)
            swaps.append(Swap(len(out), len(out) + len(spun), original))
            out.extend(spun)
            out_capitals.extend([capitals[place]] + [False] * (len(spun) - 1))
            place += len(original)
        else:
            out.append(text[place])
            out_capitals.append(capitals[place])
            place += 1
    return Spun(np.array(out, np.int32), np.array(out_capitals, np.bool_), tuple(swaps))


def _original_at(text: list[int], place: int, offers: Offering, rng: random.Random) -> Words | None:
    for length in range(MOST_ORIGINAL_WORDS, 0, -1):
        original = tuple(text[place : place + length])
        if original in offers and (length == 1 or rng.random() < 0.5):
            return original
    return None


def _choose(
    original: Words,
    offers: Offering,
    habits: dict[Words, Words],
    rng: random.Random,
    *,
    is_blind: bool,
) -> Words:
    if original in habits and rng.random() < FAITHFULNESS:
        return habits[original]
    spun, weights = offers[original]
    habits[original] = rng.choices(spun, None if is_blind else weights)[0]
    return habits[original]
