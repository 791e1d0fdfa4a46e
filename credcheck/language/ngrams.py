"""
An n-gram model of fluent news English: how likely is a word after the two before it?

Order three, interpolated modified Kneser-Ney (Chen and Goodman 1998), pruned, log10, quantised;
built by tools/build_language.py. The tables lie in credcheck/models and are mapped into memory, so
worker processes share them and loading takes milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import mul
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from credcheck.language.static_function import StaticFunction, mix, mix_one
from credcheck.language.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ids = NDArray[np.int32]
    Floats = NDArray[np.float32]
    Flags = NDArray[np.bool_]
    Keys = NDArray[np.uint64]

MODELS = Path(__file__).resolve().parent.parent / "models"

# Factors of the first, second and third word in the key of an n-gram: any odd 64-bit constants.
FACTORS = tuple(
    np.uint64(factor) for factor in (0xA24BAED4963EE407, 0x9FB21C651E98DF25, 0xC13FA9A902A6328F)
)

_FACTORS = tuple(map(int, FACTORS))

# Steps of the quantised log10 values. At these the gains of 3,361 swaps differed from the exact
# ones by .011 in the mean and .06 at most.
BIGRAM_STEPS = 40
BACKOFF_STEPS = 100
TRIGRAM_STEPS = 48
_BYTE = 256
_BIGRAM_VALUES = 1 << 16


@dataclass(frozen=True, slots=True, eq=False)
class Bigrams:
    """What is known of pairs: log10 P(right | left), back-off after the pair, is it known."""

    log_probabilities: Floats
    backoffs: Floats
    are_known: Flags


@dataclass(frozen=True, slots=True, eq=False)
class LanguageModel:
    """The vocabulary and the tables of log10 probabilities and back-off weights."""

    vocabulary: Vocabulary
    unigrams: Floats
    backoffs: Floats
    bigrams: StaticFunction
    trigrams: StaticFunction
    bigram_values: Floats
    backoff_values: Floats

    def pairs(self, left: Ids, right: Ids) -> Bigrams:
        """Look up pairs of words given by number."""
        keys = left.astype(np.uint64) * FACTORS[0] + right.astype(np.uint64) * FACTORS[1]
        return self.pairs_by_key(keys, self.backoffs.take(left) + self.unigrams.take(right))

    def pairs_by_key(self, keys: Keys, otherwise: Floats) -> Bigrams:
        """Look up pairs by unmixed key (overwritten); unknown ones get the value `otherwise`."""
        found = self.bigrams.look_up(mix(keys))
        known = found < np.uint32(_BIGRAM_VALUES)
        places = np.flatnonzero(known)
        values = found.take(places)
        backoffs = np.zeros(len(found), np.float32)
        otherwise[places] = self.bigram_values.take(values)
        backoffs[places] = self.backoff_values.take(values)
        return Bigrams(otherwise, backoffs, known)

    def put_triples(self, into: Floats, places: NDArray[np.int64], keys: Keys) -> None:
        """Look up triples by unmixed key (overwritten); put the known ones `into` their places."""
        if not len(places):
            return
        found = self.trigrams.look_up(mix(keys))
        known = np.flatnonzero(found < np.uint32(_BYTE))
        into[places.take(known)] = found.take(known).astype(np.float32) * np.float32(
            -1 / TRIGRAM_STEPS
        )

    def log_probabilities(self, ids: Ids) -> Floats:
        """Return log10 P of each token of a text after the (at most) two tokens before it."""
        if not len(ids):
            return np.zeros(0, np.float32)
        pairs = self.pairs(ids[:-1], ids[1:])
        result = np.concatenate([self.unigrams[ids[:1]], pairs.log_probabilities])
        result[2:] += pairs.backoffs[:-1]
        both = np.flatnonzero(pairs.are_known[:-1] & pairs.are_known[1:])
        first, second, third = (ids[both + shift].astype(np.uint64) for shift in range(3))
        keys = first * FACTORS[0] + second * FACTORS[1] + third * FACTORS[2]
        self.put_triples(result, both + 2, keys)
        return result

    def log_probability(self, ids: Sequence[int], first: int) -> float:
        """Return log10 P of ids[first:] after what stands before; quick for a few ids."""
        pairs = [self._pair(left, right) for left, right in pairwise(ids)]
        return sum(self._after(ids, pairs, place) for place in range(first, len(ids)))

    def _after(self, ids: Sequence[int], pairs: Sequence[int], place: int) -> float:
        """Log10 P of one of the ids; `pairs` holds what `_pair` says of each two neighbours."""
        if not place:
            return float(self.unigrams[ids[0]])
        earlier = pairs[place - 2] if place > 1 else _BIGRAM_VALUES
        if earlier < _BIGRAM_VALUES and pairs[place - 1] < _BIGRAM_VALUES:
            value = self.trigrams.look_up_one(_key(ids[place - 2 : place + 1]))
            if value < _BYTE:
                return -value / TRIGRAM_STEPS
        backoff = float(self.backoff_values[earlier]) if earlier < _BIGRAM_VALUES else 0.0
        return backoff + self._of_pair(ids[place - 1], ids[place], pairs[place - 1])

    def _pair(self, left: int, right: int) -> int:
        """What the table holds for a pair; _BIGRAM_VALUES or more if it is not known."""
        return self.bigrams.look_up_one(_key((left, right)))

    def _of_pair(self, left: int, right: int, value: int) -> float:
        if value < _BIGRAM_VALUES:
            return float(self.bigram_values[value])
        return float(self.backoffs[left]) + float(self.unigrams[right])

    def pair_log_probability(self, left: int, right: int) -> float:
        """Return log10 P(right | left) for two words given by number; quick for a single pair."""
        return self._of_pair(left, right, self._pair(left, right))


def _key(ids: Sequence[int]) -> int:
    """The mixed key of two or three words."""
    return mix_one(sum(map(mul, ids, _FACTORS)) % (1 << 64))


@lru_cache(maxsize=1)
def language_model() -> LanguageModel:
    """Return the model of the package, mapped into memory, loaded once per process."""
    return load_model(MODELS)


def load_model(folder: Path) -> LanguageModel:
    """Map the model that tools/build_language.py wrote to `folder`."""
    unigrams, backoffs = mapped(folder, "unigrams").astype(np.float32)
    vocabulary = Vocabulary(
        mapped(folder, "characters"),
        StaticFunction(mapped(folder, "words")),
        mapped(folder, "numbers"),
        len(unigrams),
    )
    values = np.arange(_BIGRAM_VALUES)
    return LanguageModel(
        vocabulary,
        unigrams,
        backoffs,
        StaticFunction(mapped(folder, "bigrams")),
        StaticFunction(mapped(folder, "trigrams")),
        (values // _BYTE).astype(np.float32) * np.float32(-1 / BIGRAM_STEPS),
        (values % _BYTE).astype(np.float32) * np.float32(-1 / BACKOFF_STEPS),
    )


@lru_cache(maxsize=1)
def words() -> tuple[str, ...]:
    """Return the words of the vocabulary in the order of their numbers, placeholders first."""
    return tuple((MODELS / "words.txt").read_text(encoding="utf-8").split("\n"))


def mapped(folder: Path, name: str) -> NDArray[Any]:
    """Map a table of `folder` into memory."""
    table: NDArray[Any] = np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray)
    return table
