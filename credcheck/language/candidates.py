"""
What a word or phrase may have been before somebody swapped it.

One table for all: keys of one to five words, each with up to forty candidates of one to four
words. Built by tools/build_substitutions.py; terms of the n-gram model that do not depend on the
text around a candidate are worked out in advance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.static_function import mix

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from credcheck.language.static_function import StaticFunction

    Ids = NDArray[np.int32]
    Places = NDArray[np.int64]
    Halves = NDArray[np.float16]
    Bytes = NDArray[np.uint8]

MOST_KEY_WORDS = 5
MOST_CANDIDATE_WORDS = 4

# Weights of candidates are kept in bytes: steps of a sixteenth above the least.
WEIGHT_STEPS = 16.0
LEAST_WEIGHT = np.float32(-12.0)

# The value of a phrase: its key in the low bits; the rest of a cell is fingerprint.
KEY_BITS = 20
_CHECK_SHIFT = np.uint64(48)
_PHRASE_FACTOR = np.uint64(0x2545F4914F6CDD1D)
_PHRASE_SHIFT = np.uint64(29)


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Candidates of several words: words (padded with -1), and what the model says inside them."""

    words: Ids  # Shape (phrases, MOST_CANDIDATE_WORDS).
    lengths: Bytes
    seconds: Halves  # log10 P(second word | first word).
    insides: Halves  # log10 P of the third word and on, each after the two before it.
    backoffs: Halves  # Back-off after the last two words.
    first_known: NDArray[np.bool_]  # The model knows the pair of the first two words.
    last_known: NDArray[np.bool_]  # It knows the pair of the last two.


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Keys by number, and for each key a slice of the candidates."""

    singles: Ids  # Key of each word of the vocabulary, or -1.
    openings: Bytes  # Bit w: the word opens a key of w words.
    seconds: Bytes  # Bit w: the word is the second of such a key.
    phrase_keys: StaticFunction
    checks: NDArray[np.uint16]  # Of each key: more fingerprint, 0 for single words.
    widths: Bytes  # Words of each key.
    heads: Ids  # Where the candidates of each key begin; one more entry than keys.
    first_words: Ids  # The word of a candidate; for the nth of `phrases`, -1 - n.
    weights: Bytes  # What the regression gives a candidate before it sees a text, in steps.
    ranks: Bytes  # The same where it is asked what stood in the place of words put in.
    phrases: Phrases

    @property
    def weight_values(self) -> NDArray[np.float32]:
        """The natural log of each value of a byte in `weights` and `ranks`."""
        return np.arange(256, dtype=np.float32) / np.float32(WEIGHT_STEPS) + LEAST_WEIGHT

    def words_of(self, pairs: Places) -> Ids:
        """Return the words of each candidate, padded with -1, MOST_CANDIDATE_WORDS wide."""
        words = np.full((len(pairs), MOST_CANDIDATE_WORDS), -1, np.int32)
        first = self.first_words.take(pairs)
        words[:, 0] = first
        rows = np.flatnonzero(first < 0)
        words[rows] = self.phrases.words[-1 - first[rows]]
        return words


def weight_bytes(weights: NDArray[np.float32]) -> Bytes:
    """Return weights (natural log) as they are kept in a table."""
    steps = np.rint((weights - LEAST_WEIGHT) * WEIGHT_STEPS)
    kept: Bytes = np.clip(steps, 0, 255).astype(np.uint8)
    return kept


@dataclass(frozen=True, slots=True, eq=False)
class Spans:
    """Stretches of tokens that are keys: half-open token ranges, and the keys."""

    starts: Places
    ends: Places
    keys: Ids

    def __len__(self) -> int:
        return len(self.starts)

    def where(self, keep: NDArray[np.bool_]) -> Spans:
        """Return the spans for which `keep` holds."""
        return Spans(self.starts[keep], self.ends[keep], self.keys[keep])


def phrase_hashes(ids: Ids, starts: Places, width: int) -> NDArray[np.uint64]:
    """Return a hash of the `width` tokens at each of `starts`."""
    total = np.zeros(len(starts), np.uint64)
    for shift in range(width):
        total += ids[starts + shift].astype(np.uint64)
        total += np.uint64(1)
        total *= _PHRASE_FACTOR
        total ^= total >> _PHRASE_SHIFT
    return total


def check_of(hashes: NDArray[np.uint64]) -> NDArray[np.uint16]:
    """Return the check of each phrase hash."""
    return (hashes >> _CHECK_SHIFT).astype(np.uint16)


def find_spans(table: Candidates, ids: Ids) -> Spans:
    """Return all keys of `table` in `ids`, which has at least MOST_KEY_WORDS tokens of padding."""
    keys = table.singles[ids]
    starts = np.flatnonzero(keys >= 0)
    found = [Spans(starts, starts + 1, keys[starts])]
    flags = table.openings[ids[:-1]] & table.seconds[ids[1:]]
    for width in range(2, MOST_KEY_WORDS + 1):
        starts = np.flatnonzero(flags & np.uint8(1 << width))
        if len(starts):
            found.append(_phrases_at(table, ids, starts[starts + width <= len(ids)], width))
    return Spans(
        np.concatenate([spans.starts for spans in found]),
        np.concatenate([spans.ends for spans in found]),
        np.concatenate([spans.keys for spans in found]),
    )


def _phrases_at(table: Candidates, ids: Ids, starts: Places, width: int) -> Spans:
    hashes = phrase_hashes(ids, starts, width)
    checks = check_of(hashes)
    values = table.phrase_keys.look_up(mix(hashes))
    keys = np.minimum(values, np.uint32(len(table.widths) - 1)).astype(np.int32)
    genuine = (values < np.uint32(len(table.widths))) & (table.widths[keys] == width)
    genuine &= table.checks[keys] == checks
    return Spans(starts[genuine], starts[genuine] + width, keys[genuine])
