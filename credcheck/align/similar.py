"""How alike the sentences of two passages are, whatever the order of their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from credcheck.align.words import Flags, Numbers, Places
    from credcheck.types import Passage

    Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One of two passages as rows of numbers; `terms` are its distinct stems, sorted."""

    numbers: Numbers
    stems: Numbers
    is_long: Flags
    is_first: Flags
    first_words: Places
    sentence_of: Places
    terms: Numbers
    term_sentences: Places
    term_numbers: Places
    term_counts: Floats

    @property
    def sentences(self) -> int:
        """How many sentences there are."""
        return len(self.first_words) - 1


def side(passage: Passage) -> Side:
    """Prepare a passage for comparison."""
    starts, ends = _row(passage.starts), _row(passage.ends)
    stems = np.frombuffer(passage.stems, np.uint32)
    first_words = np.append(_row(passage.sentences), len(starts))
    sentence_of = np.repeat(np.arange(len(first_words) - 1), np.diff(first_words))
    is_first = np.zeros(len(starts) + 1, np.bool_)
    is_first[first_words] = True
    content = np.flatnonzero(ends - starts >= TERM_MIN_LETTERS)
    terms, inverse = np.unique(stems[content], return_inverse=True)
    width = len(terms) + 1
    cells, counts = np.unique(sentence_of[content] * width + inverse, return_counts=True)
    return Side(
        numbers=np.frombuffer(passage.words, np.uint32),
        stems=stems,
        is_long=ends - starts > SHORT_LETTERS_MAX,
        is_first=is_first,
        first_words=first_words,
        sentence_of=sentence_of,
        terms=terms,
        term_sentences=cells // width,
        term_numbers=cells % width,
        term_counts=counts.astype(np.float32),
    )


# Words of one and two letters carry no topic.
TERM_MIN_LETTERS = 3
# Words of up to three letters are mostly the small change of grammar, which no spinner swaps.
SHORT_LETTERS_MAX = 3


def _row(values: object) -> Places:
    return np.frombuffer(values, np.uint32).astype(np.int64)  # type: ignore[call-overload,no-any-return]


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """
    Sentences of two passages as vectors over their shared stems, and how alike they are.

    `cosine` has a row a left sentence and a column a right one (tf-idf over the sentences of both
    passages, Sanchez-Perez et al. 2014); `left` and `right` are the weights of the shared stems by
    sentence, `left_squares` and `right_squares` the squared weights of all stems.
    """

    cosine: Floats
    left: Floats
    right: Floats
    left_lengths: Places
    right_lengths: Places

    def dice(self, rows: Places, columns: Places) -> Floats:
        """Share of distinct stems that the sentence pairs have in common."""
        shared = ((self.left[rows] > 0) & (self.right[columns] > 0)).sum(axis=1)
        found: Floats = 2 * shared / (self.left_lengths[rows] + self.right_lengths[columns])
        return found


def likeness(left: Side, right: Side) -> Likeness | None:
    """Compare every sentence with every other; None if the passages share hardly a stem."""
    places = np.searchsorted(right.terms, left.terms)
    places = np.minimum(places, len(right.terms) - 1)
    is_shared = right.terms[places] == left.terms
    if int(is_shared.sum()) < SHARED_STEMS_MIN:
        return None
    here, there = np.flatnonzero(is_shared), places[is_shared]
    left_weights, right_weights = _weights(left, right, here, there)
    left_rows, left_norms = _rows(left, left_weights, here)
    right_rows, right_norms = _rows(right, right_weights, there)
    cosine = (left_rows @ right_rows.T) / (left_norms[:, None] * right_norms + 1e-9)
    lengths = (np.bincount(s.term_sentences, minlength=s.sentences) for s in (left, right))
    return Likeness(cosine, left_rows, right_rows, *lengths)


# Fewer shared stems cannot make a passage.
SHARED_STEMS_MIN = 3


def _weights(left: Side, right: Side, here: Places, there: Places) -> tuple[Floats, Floats]:
    """Inverse sentence frequencies of the stems of each side, over the sentences of both."""
    left_df = np.bincount(left.term_numbers, minlength=len(left.terms)).astype(np.float32)
    right_df = np.bincount(right.term_numbers, minlength=len(right.terms)).astype(np.float32)
    both = left_df[here] + right_df[there]
    left_df[here], right_df[there] = both, both
    count = np.float32(left.sentences + right.sentences)
    return np.log(count / left_df) + 1e-6, np.log(count / right_df) + 1e-6


def _rows(of: Side, weights: Floats, shared: Places) -> tuple[Floats, Floats]:
    """Weights of the shared stems by sentence, and the length of each sentence's full vector."""
    values = of.term_counts * weights[of.term_numbers]
    norms = np.sqrt(np.bincount(of.term_sentences, values * values, of.sentences))
    column = np.full(len(of.terms), -1)
    column[shared] = np.arange(len(shared))
    columns = column[of.term_numbers]
    kept = columns >= 0
    rows = np.zeros((of.sentences, len(shared)), np.float32)
    rows[of.term_sentences[kept], columns[kept]] = values[kept]
    return rows, norms


# Two sentences are seeds from this likeness on (cosine of tf-idf, share of common stems): the
# thresholds of Sanchez-Perez et al. 2014, which the development pairs confirmed.
SEED_COSINE_MIN = 0.33
SEED_DICE_MIN = 0.34


def seeds(likeness: Likeness) -> list[tuple[int, int]]:
    """Return the pairs of sentences that are much alike, in order."""
    rows, columns = np.nonzero(likeness.cosine > SEED_COSINE_MIN)
    if not len(rows):
        return []
    kept = likeness.dice(rows, columns) > SEED_DICE_MIN
    return list(zip(rows[kept].tolist(), columns[kept].tolist(), strict=True))
