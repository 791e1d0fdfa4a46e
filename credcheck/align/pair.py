"""Two passages as rows of small numbers, laid side by side once, for all that compares them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from array import array

    from numpy.typing import NDArray

    from credcheck.align.words import Flags, Numbers, Places
    from credcheck.types import Passage

    Terms = NDArray[np.int64]
    Doubles = NDArray[np.float64]

# Words of up to three letters are mostly the small change of grammar, which no spinner swaps.
SHORT_LETTERS_MAX = 3
# A stem that stands at most this often on either side tells where its match lies.
_ANCHOR_OCCURRENCES_MAX = 2


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """
    One of two passages, a row a word.

    `words` are the numbers of the folded words, `terms` of their stems, from 0, the same on both
    sides; `first_words` the first word of each sentence and, last, the number of words,
    `sentence_of` the sentence of each word; `is_first`
    tells whether a word (or the end) begins a sentence; `counts` how often each term stands here;
    `keys` holds term * `reach` + place of every word, sorted.
    """

    words: Numbers
    terms: Terms
    lengths: Places
    is_long: Flags
    first_words: Places
    sentence_of: Places
    is_first: Flags
    counts: Places
    keys: Places
    reach: int

    def __len__(self) -> int:
        return len(self.words)

    def holds(self, terms: Terms, low: Places | int, high: Places | int) -> Flags:
        """Tell for each term whether it stands between two places, both inclusive."""
        base = terms * self.reach
        found = self.keys.searchsorted(base + np.maximum(low, 0))
        following = self.keys.take(found, mode="clip")
        last = base + np.minimum(high, self.reach - 1)
        hits: Flags = (following <= last) & (found < len(self.keys))
        return hits


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """
    Two passages side by side.

    `anchors` are pairs of places, in order of the left, where a stem stands that is rare on both.
    """

    left: Side
    right: Side
    anchors: tuple[Places, Places]


def paired(left: Passage, right: Passage) -> Pair:
    """Lay two passages side by side."""
    stems = np.concatenate([numbers(left.stems), numbers(right.stems)])
    vocabulary, terms = np.unique(stems, return_inverse=True)
    reach = max(len(left.words), len(right.words)) + 1
    sides = (
        _side(left, terms[: len(left.words)], len(vocabulary), reach),
        _side(right, terms[len(left.words) :], len(vocabulary), reach),
    )
    return Pair(*sides, _anchors(*sides))


def numbers(values: array[int]) -> Numbers:
    """Return a row of a passage as an array, without copying it."""
    return np.frombuffer(values, np.uint32)


def _side(passage: Passage, terms: Terms, vocabulary: int, reach: int) -> Side:
    lengths = numbers(passage.ends).astype(np.int64) - numbers(passage.starts)
    first_words = np.append(numbers(passage.sentences).astype(np.int64), len(terms))
    is_first = np.zeros(len(terms) + 1, np.bool_)
    is_first[first_words] = True
    return Side(
        words=numbers(passage.words),
        terms=terms,
        lengths=lengths,
        is_long=lengths > SHORT_LETTERS_MAX,
        first_words=first_words,
        sentence_of=np.repeat(np.arange(len(first_words) - 1), np.diff(first_words)),
        is_first=is_first,
        counts=np.bincount(terms, minlength=vocabulary),
        keys=np.sort(terms * reach + np.arange(len(terms))),
        reach=reach,
    )


def _anchors(left: Side, right: Side) -> tuple[Places, Places]:
    """Places of stems that stand once or twice on both sides, all combinations."""
    counts = right.counts[left.terms]
    rare = (left.counts[left.terms] <= _ANCHOR_OCCURRENCES_MAX) & (counts > 0)
    rare &= counts <= _ANCHOR_OCCURRENCES_MAX
    lefts = np.flatnonzero(rare)
    counts = counts[lefts]
    first = right.keys.searchsorted(left.terms[lefts] * right.reach)
    places = np.repeat(lefts, counts)
    nth = np.arange(len(places)) - np.repeat(np.cumsum(counts) - counts, counts)
    keys = right.keys[np.repeat(first, counts) + nth]
    return places, keys % right.reach
