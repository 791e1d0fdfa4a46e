"""
The keys under which two passages meet: a sample of their word n-grams.

Every n-gram whose hash falls into a fixed share of all hashes is kept, in every document alike
(sampling modulo m: Manber 1994; Broder 1997), so two texts that share a stretch share keys in
proportion to its length. Signatures of a whole document (MinHash) lose excerpts: measured.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from credcheck.types import Passage

    Keys = NDArray[np.uint64]

Number = TypeVar("Number", bound="np.integer[Any]")

# Of 178 spun excerpts of 100 words 174 kept enough five-word stretches to be found, and all of them
# four-word stretches; of three words, chance pairs begin to outnumber the others.
GRAM_WORDS = 4
# One n-gram in two is kept; a power of two. One in four lost 1 of 178 spun excerpts.
SAMPLE_ONE_IN = 2

# Words hashed at a time: what a processor keeps at hand.
_WORDS_AT_ONCE = 1 << 15
_UNSAMPLED = np.uint64(SAMPLE_ONE_IN - 1)
_STEP = np.uint64(0x100000001B3)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def sketch(passage: Passage) -> Keys:
    """Return the sampled keys of a passage, sorted, each once; the same in every process."""
    (keys,) = sketches((passage,))
    return distinct(keys)


def sketches(passages: Sequence[Passage]) -> Iterator[Keys]:
    """Yield the sampled keys of each passage, in order of its words."""
    for lot in lots(passages, _WORDS_AT_ONCE):
        yield from _sampled([np.frombuffer(passages[n].words, np.uint32) for n in lot])


def _sampled(rows: Sequence[NDArray[np.uint32]]) -> Iterator[Keys]:
    keys = gram_keys(np.concatenate(rows))
    is_kept = keys & _UNSAMPLED == 0
    ends = np.cumsum([len(row) for row in rows])
    # No stretch goes on from one passage into the next.
    across = (ends[:-1] - np.arange(1, GRAM_WORDS)[:, None]).ravel()
    is_kept[across[(across >= 0) & (across < len(keys))]] = False
    places = np.flatnonzero(is_kept)
    kept = keys[places]
    for low, high in pairwise([0, *places.searchsorted(ends).tolist()]):
        yield kept[low:high]


def lots(passages: Sequence[Passage], words_max: int) -> Iterator[range]:
    """Yield the numbers of passages in lots of about so many words."""
    first = words = 0
    for place, passage in enumerate(passages):
        words += len(passage.words)
        if words >= words_max:
            yield range(first, place + 1)
            first, words = place + 1, 0
    if first < len(passages):
        yield range(first, len(passages))


def distinct(values: NDArray[Number]) -> NDArray[Number]:
    """Return each value once, sorted; numpy's own way hashes first, which takes longer."""
    ordered = np.sort(values)
    return ordered[heads_of(ordered)]


def heads_of(ordered: NDArray[Number]) -> NDArray[np.int64]:
    """Return where each value of a sorted row begins."""
    is_new = np.empty(len(ordered), np.bool_)
    is_new[:1] = True
    np.not_equal(ordered[1:], ordered[:-1], out=is_new[1:])
    return is_new.nonzero()[0]


def common(one: NDArray[Number], other: NDArray[Number]) -> NDArray[Number]:
    """Return the values that two rows of distinct values share."""
    both = np.sort(np.concatenate([one, other]))
    shared: NDArray[Number] = both[1:][both[1:] == both[:-1]]
    return shared


def gram_keys(words: NDArray[np.uint32], size: int = GRAM_WORDS) -> Keys:
    """Return a 64-bit hash of every `size` words in a row, in order."""
    count = len(words) - size + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    terms = _terms(words)
    return _mixed(terms[place : place + count] for place in range(size))


def _terms(words: NDArray[np.uint32]) -> Keys:
    terms = words.astype(np.uint64)
    terms *= _STEP
    return terms


def _mixed(columns: Iterable[Keys]) -> Keys:
    """A hash of each row of terms, given column by column."""
    first, *others = columns
    keys = first * _MIX
    for column in others:
        keys += column
        keys *= _MIX
    keys ^= keys >> np.uint64(29)
    keys *= _MIX
    keys ^= keys >> np.uint64(32)
    return keys
