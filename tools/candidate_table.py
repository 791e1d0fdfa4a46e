"""
Turn the list of possible substitutions into the table that the package looks them up in.

A line of the list is `spun<TAB>original<TAB>source bits<TAB>cosine`, the best original of a key
first. The words of each are numbered, what the model cannot judge is left out, and the best
of each key stay.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.candidates import (
    MOST_CANDIDATE_WORDS,
    MOST_KEY_WORDS,
    Candidates,
    Phrases,
    check_of,
    phrase_hashes,
    weight_bytes,
)
from credcheck.language.static_function import mix
from credcheck.language.vocabulary import NUMBER, PARAGRAPH, UNKNOWN
from tools.static_function_builder import build_static_function

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from credcheck.language.ngrams import LanguageModel

    Ids = NDArray[np.int32]
    Places = NDArray[np.int64]


def listed(name: str) -> frozenset[str]:
    """Return the lines of a word list beside this script, without its header."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


MOST_CANDIDATES = 30
SOURCES = 19

# Source bit of other forms of a candidate of a base form; they come on top of those.
UNINFLECTED = 16384

# Source bits of pairs that only a list gives which was written with a test article in view: they
# are left out, so that what is measured on that article means something.
WRITTEN_IN_VIEW = "4096"

# A candidate rarer than this (log10) has too few n-grams to be judged by them.
RAREST_CANDIDATE = -6.6

# Words that hold sentences together are never what a spinner was after.
FUNCTION_WORDS = listed("function_words.txt")

# Spellings that differ by country; a pair that becomes equal under them is no substitution.
_SPELLINGS = (
    ("our", "or"),
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("ogue", "og"),
    ("tre", "ter"),
    ("mme", "m"),
    ("ll", "l"),
    ("ence", "ense"),
    ("aeo", "eo"),
)


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """The list, numbered: words padded with -1, lengths, source bits, cosines; sorted by key."""

    keys: Ids  # Shape (pairs, MOST_KEY_WORDS).
    key_lengths: Places
    originals: Ids  # Shape (pairs, MOST_CANDIDATE_WORDS).
    lengths: Places
    bits: Places
    cosines: NDArray[np.float32]

    def where(self, keep: NDArray[np.generic]) -> Pairs:
        """Return the chosen rows."""
        return Pairs(
            self.keys[keep],
            self.key_lengths[keep],
            self.originals[keep],
            self.lengths[keep],
            self.bits[keep],
            self.cosines[keep],
        )

    def key_starts(self) -> Places:
        """Return where each key begins."""
        changes = (self.keys[1:] != self.keys[:-1]).any(axis=1)
        return np.flatnonzero(np.concatenate([[True], changes]))


def read_pairs(path: Path, model: LanguageModel) -> Pairs:
    """Read the list, without pairs that the model cannot judge and without mere spellings."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    rows = [row for row in rows if row[2] != WRITTEN_IN_VIEW and not is_spelling(row[0], row[1])]
    keys, key_lengths = number([row[0] for row in rows], model, MOST_KEY_WORDS)
    originals, lengths = number([row[1] for row in rows], model, MOST_CANDIDATE_WORDS)
    pairs = Pairs(
        keys,
        key_lengths,
        originals,
        lengths,
        np.array([int(row[2]) for row in rows]),
        np.array([float(row[3]) for row in rows], np.float32),
    )
    pairs = pairs.where(_can_be_judged(pairs, model))
    return pairs.where(np.lexsort(pairs.keys.T[::-1]))


def is_spelling(left: str, right: str) -> bool:
    """Tell whether two words are the same but for the country they are spelt in."""
    for british, american in _SPELLINGS:
        left, right = left.replace(british, american), right.replace(british, american)
    return left.replace("-", " ") == right.replace("-", " ") or left in FUNCTION_WORDS


def number(texts: list[str], model: LanguageModel, most: int) -> tuple[Ids, Places]:
    """Return the words of each text, padded with -1, and how many there are."""
    distinct = sorted(set(texts))
    ids = model.vocabulary.tokens("\n".join([*distinct, ""])).ids
    ends = np.flatnonzero(ids == PARAGRAPH)
    starts = np.concatenate([[0], ends[:-1] + 1])
    lengths = ends - starts
    table = np.full((len(distinct), most), -1, np.int32)
    for place in range(most):
        has = lengths > place
        table[has, place] = ids[starts[has] + place]
    rank = {text: place for place, text in enumerate(distinct)}
    order = np.fromiter((rank[text] for text in texts), np.int64, len(texts))
    return table[order], lengths[order]


def _can_be_judged(pairs: Pairs, model: LanguageModel) -> NDArray[np.bool_]:
    fits = (pairs.key_lengths <= MOST_KEY_WORDS) & (pairs.lengths <= MOST_CANDIDATE_WORDS)
    fits &= (pairs.keys != UNKNOWN).all(axis=1) & (pairs.keys != NUMBER).all(axis=1)
    common = np.concatenate([model.unigrams, [0.0]]) >= RAREST_CANDIDATE
    common[UNKNOWN] = False
    fits &= common[pairs.originals].all(axis=1)
    return fits & ~_is_part(pairs.originals, pairs.keys) & ~_is_part(pairs.keys, pairs.originals)


def _is_part(words: Ids, of: Ids) -> NDArray[np.bool_]:
    """Tell of each row whether all its words are among those of the other: nothing was swapped."""
    found = np.ones(len(words), np.bool_)
    for column in words.T:
        found &= (column < 0) | (column[:, None] == of).any(axis=1)
    return found


def mean_log_probabilities(
    words: Ids, lengths: Places, model: LanguageModel
) -> NDArray[np.float32]:
    """Return the mean log10 frequency of the words of each row."""
    frequencies = np.concatenate([model.unigrams, np.zeros(1, np.float32)])
    means: NDArray[np.float32] = frequencies[words].sum(axis=1) / lengths.astype(np.float32)
    return means


def keep_best(pairs: Pairs) -> Pairs:
    """Keep the first candidates of each key, and their other forms."""
    starts = pairs.key_starts()
    sizes = np.diff(np.append(starts, len(pairs.bits)))
    place = np.arange(len(pairs.bits)) - np.repeat(starts, sizes)
    return pairs.where((place < MOST_CANDIDATES) | (pairs.bits == UNINFLECTED))


def build_table(
    pairs: Pairs,
    model: LanguageModel,
    weights: NDArray[np.float32],
    ranks: NDArray[np.float32] | None = None,
) -> Candidates:
    """Return the table of `pairs`, each candidate with its weight and rank."""
    starts = pairs.key_starts()
    keys, widths = pairs.keys[starts], pairs.key_lengths[starts]
    single = widths == 1
    words = len(model.unigrams)
    singles = np.full(words, -1, np.int32)
    singles[keys[single, 0]] = np.flatnonzero(single)
    openings, seconds = np.zeros(words, np.uint8), np.zeros(words, np.uint8)
    np.bitwise_or.at(openings, keys[~single, 0], (1 << widths[~single]).astype(np.uint8))
    np.bitwise_or.at(seconds, keys[~single, 1], (1 << widths[~single]).astype(np.uint8))
    hashes = _key_hashes(keys, widths)
    checks = check_of(hashes)
    checks[single] = 0
    numbers = np.arange(len(keys), dtype=np.uint32)
    return Candidates(
        singles,
        openings,
        seconds,
        build_static_function(mix(hashes[~single].copy()), numbers[~single]),
        checks,
        widths.astype(np.uint8),
        np.append(starts, len(pairs.bits)).astype(np.int32),
        _first_words(pairs),
        weight_bytes(weights),
        weight_bytes(weights if ranks is None else ranks),
        phrases_told(*_phrases(pairs), model),
    )


def _key_hashes(keys: Ids, widths: Places) -> NDArray[np.uint64]:
    hashes = np.zeros(len(keys), np.uint64)
    for width in range(2, MOST_KEY_WORDS + 1):
        rows = np.flatnonzero(widths == width)
        flat = keys[rows].reshape(-1)
        hashes[rows] = phrase_hashes(flat, np.arange(len(rows)) * keys.shape[1], width)
    return hashes


def _first_words(pairs: Pairs) -> Ids:
    first = pairs.originals[:, 0].copy()
    rows = np.flatnonzero(pairs.lengths > 1)
    first[rows] = -1 - np.arange(len(rows))
    return first


def _phrases(pairs: Pairs) -> tuple[Ids, Places]:
    rows = np.flatnonzero(pairs.lengths > 1)
    return pairs.originals[rows], pairs.lengths[rows]


def phrases_told(words: Ids, lengths: Places, model: LanguageModel) -> Phrases:
    """Return candidates of several words with what `model` says of them."""
    first = model.pairs(words[:, 0], words[:, 1])
    at = np.arange(len(words))
    last = model.pairs(words[at, lengths - 2], words[at, lengths - 1])
    insides = np.zeros(len(words), np.float32)
    for place in range(2, MOST_CANDIDATE_WORDS):
        longer = np.flatnonzero(lengths > place)
        for row in longer.tolist():
            insides[row] += model.log_probabilities(words[row, place - 2 : place + 1])[2]
    return Phrases(
        words,
        lengths.astype(np.uint8),
        first.log_probabilities.astype(np.float16),
        insides.astype(np.float16),
        last.backoffs.astype(np.float16),
        first.are_known,
        last.are_known,
    )
