"""Sentences that stand in several passages, whatever the figures in them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.pairs import numbers
from credcheck.align.sketch import heads_of, lots
from credcheck.align.words import characters, cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from credcheck.align.words import Flags, Numbers, Places
    from credcheck.types import Passage

    Keys = NDArray[np.uint64]

# Words hashed at a time: what a processor keeps at hand.
_WORDS_AT_ONCE = 1 << 17
# "Updated at 6:10 p.m." and "Updated at 11:45 p.m." are one sentence: figures up to four digits
# are all the same word.
_FIGURES_MAX = 10_000
_FIGURE = np.uint32(0)
# A table of one flag for each value of the high bits of a word tells nearly all words from figures.
_TABLE_SHIFT = np.uint32(12)
_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def recurring(
    passages: Sequence[Passage], words_min: int, holders_min: int
) -> list[list[tuple[int, int]]]:
    """
    Return the sentences of `words_min` words or more that `holders_min` passages hold.

    Of each, the number of the passage and of the sentence in it, in order; if a passage holds it
    twice, twice.
    """
    keys, owners, nth = _sentences(passages, words_min)
    order = np.argsort(keys, kind="stable")
    keys, owners, nth = keys[order], owners[order], nth[order]
    heads = heads_of(keys)
    sizes = np.diff(heads, append=len(keys))
    found = []
    for head, size in zip(heads[sizes >= holders_min], sizes[sizes >= holders_min], strict=True):
        holders = owners[head : head + size].tolist()
        if len(set(holders)) >= holders_min:
            found.append(list(zip(holders, nth[head : head + size].tolist(), strict=True)))
    return found


def _sentences(passages: Sequence[Passage], words_min: int) -> tuple[Keys, Places, Places]:
    """The keys of all sentences that are long enough, whose they are, and which of them."""
    rows = [
        (np.zeros(0, np.uint64), np.zeros(0, np.int64), np.zeros(0, np.int64)),
        *(_of_lot(passages, lot, words_min) for lot in lots(passages, _WORDS_AT_ONCE)),
    ]
    keys, owners, nth = (np.concatenate(column) for column in zip(*rows, strict=True))
    return keys, owners, nth


def _of_lot(passages: Sequence[Passage], lot: range, words_min: int) -> tuple[Keys, Places, Places]:
    some = [passages[place] for place in lot]
    first = [numbers(passage.sentences) for passage in some]
    counts = np.array([len(row) for row in first])
    sizes = np.array([len(passage.words) for passage in some])
    starts = np.concatenate(first) + np.repeat(np.cumsum(sizes) - sizes, counts)
    lengths = np.diff(starts, append=sizes.sum())
    keys = _keys(np.concatenate([numbers(passage.words) for passage in some]), starts, lengths)
    owners = np.repeat(np.arange(lot.start, lot.stop), counts)
    nth = np.arange(len(starts)) - np.repeat(np.cumsum(counts) - counts, counts)
    is_long = lengths >= words_min
    return keys[is_long], owners[is_long], nth[is_long]


def _keys(words: Numbers, starts: Places, lengths: Places) -> Keys:
    """A hash of each stretch of words, which end where the next begins."""
    mixed = words.astype(np.uint64)
    mixed[are_figures(words)] = _FIGURE
    mixed *= _STEP
    mixed ^= mixed >> np.uint64(29)
    mixed *= _MIX
    # Every word counts by its place in the stretch, an odd number.
    places = np.arange(1, 2 * len(words), 2)
    places -= np.repeat(2 * starts, lengths)
    mixed *= places.view(np.uint64)
    return np.add.reduceat(mixed, starts)


def are_figures(words: Numbers) -> Flags:
    """Tell of each word whether it is a number of up to four digits."""
    known, table = _figures()
    found: Flags = table.take(words >> _TABLE_SHIFT)
    places = np.flatnonzero(found)
    likely = words[places]
    found[places] = known.take(known.searchsorted(likely), mode="clip") == likely
    return found


@lru_cache(maxsize=1)
def _figures() -> tuple[Numbers, Flags]:
    """The folded words of all figures, sorted, and which high bits they have."""
    written = {f"{n:0{digits}}" for digits in (1, 2, 3) for n in range(_FIGURES_MAX)}
    known = np.sort(cut(characters(" ".join(sorted(written)))).numbers)
    table = np.zeros(1 << (32 - int(_TABLE_SHIFT)), np.bool_)
    table[known >> _TABLE_SHIFT] = True
    return known, table
