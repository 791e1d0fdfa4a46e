"""
Set aside what two files have in common because everybody says it so.

Two reports on one event use the same names, titles and set phrases, and now and then a few of them
stand close together in both. What was copied shows words in a row that hardly any other file has. A
stretch of four words that d independent files hold counts 1 / (d - 1): in full if only these two
have it, little if it is how a treaty, a bill or an office is called. Copies of one file count once.

Nor is a form copied that is filled in anew each time: "rose 33 points, or 0.1%, to 23,537".
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.group import by_pair, homes
from credcheck.align.pairs import numbers
from credcheck.align.recurring import are_figures
from credcheck.align.sketch import GRAM_WORDS, common, distinct, gram_keys, lots
from credcheck.types import Alignment, Passage, Place

if TYPE_CHECKING:
    from credcheck.align.pairs import Doubles
    from credcheck.align.sketch import Keys
    from credcheck.align.words import Numbers, Places

# In a smaller folder nothing tells what its files rarely say.
FILES_MIN = 16
# A passage needs this much, more if it is longer, and never more than the last. Of 1,456 pairs of
# files with a passage in common, 930 of them edited copies, 29 have less: no edited copy, and by
# eye 22 likenesses of independent reports or set phrases.
RARITY_MIN = 3.0
RARITY_A_WORD = 0.15
RARITY_ENOUGH = 8.0
# A passage with so many figures on either side of which fewer are the same is a form.
FORM_FIGURES_MIN = 4
FORM_SHARE_MAX = 0.5
# A longer passage says enough.
WORDS_ASKED_MAX = 300
# Words looked through at a time: what a processor keeps at hand.
_WORDS_AT_ONCE = 1 << 17
# Sides of alignments that are looked at together: most have some 50 words.
_SIDES_AT_ONCE = 256
# A table of one flag for each value of so many high bits of a key tells most keys apart.
_TABLE_BITS = 20
_TABLE_SHIFT = np.uint64(64 - _TABLE_BITS)


def without_likeness(
    alignments: Iterable[Alignment], passages: Sequence[Passage], source_share: float
) -> tuple[Alignment, ...]:
    """
    Return the alignments, in order, without those of files that share nothing rare.

    From `source_share` of its words on a file is a copy. `passages` are all that were compared.
    """
    every = tuple(alignments)
    if len(passages) < FILES_MIN or not every:
        return every
    known = {passage.document: passage for passage in passages}
    short = [some for some in by_pair(every).values() if _are_short(some, known)]
    sides = _sides([_row(p, known) for some in short for a in some for p in (a.left, a.right)])
    asked = [_Shared.of(some, sides) for some in short]
    weights = _Weights.of(asked, passages, homes(every, source_share))
    likenesses = {id(a) for some in asked if not weights.has_rare(some) for a in some.alignments}
    return tuple(a for a in every if id(a) not in likenesses)


def _are_short(some: Iterable[Alignment], known: Mapping[str, Passage]) -> bool:
    return all(_shorter(a, known) <= WORDS_ASKED_MAX for a in some)


def _shorter(alignment: Alignment, known: Mapping[str, Passage]) -> int:
    """The words of the shorter side."""
    return min(len(_words(place, known)) for place in (alignment.left, alignment.right))


def _words(place: Place, known: Mapping[str, Passage]) -> range:
    """The numbers of the words of a place."""
    starts = known[place.document].starts
    return range(bisect_left(starts, place.span.start), bisect_left(starts, place.span.end))


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """One side of an alignment: how many words, the keys of its stretches, and its figures."""

    words: int
    keys: Keys
    figures: Numbers


def _sides(rows: Sequence[Numbers]) -> Iterator[_Side]:
    """What the words of each side show, many sides at a time."""
    for some in (rows[n : n + _SIDES_AT_ONCE] for n in range(0, len(rows), _SIDES_AT_ONCE)):
        words = np.concatenate(some)
        keys, is_figure = gram_keys(words), are_figures(words)
        start = 0
        for row in some:
            end = start + len(row)
            last = max(start, end - GRAM_WORDS + 1)
            yield _Side(len(row), distinct(keys[start:last]), row[is_figure[start:end]])
            start = end


@dataclass(frozen=True, slots=True, eq=False)
class _Shared:
    """What two files share: of each alignment the keys on both sides, and how much it needs."""

    alignments: Sequence[Alignment]
    keys: Sequence[Keys]
    needed: Sequence[float]

    @classmethod
    def of(cls, some: Sequence[Alignment], sides: Iterator[_Side]) -> _Shared:
        """Take both sides of each alignment from `sides`."""
        pairs = [(next(sides), next(sides)) for _ in some]
        keys = [common(left.keys, right.keys) for left, right in pairs]
        return cls(some, keys, [_needed(left, right) for left, right in pairs])


def _needed(left: _Side, right: _Side) -> float:
    return math.inf if _is_form(left, right) else needed(min(left.words, right.words))


def _is_form(left: _Side, right: _Side) -> bool:
    """Tell whether the two sides have figures and most of them differ."""
    fewer = min(len(left.figures), len(right.figures))
    if fewer < FORM_FIGURES_MIN:
        return False
    same = Counter(left.figures.tolist()) & Counter(right.figures.tolist())
    return sum(same.values()) < FORM_SHARE_MAX * fewer


def needed(words: int) -> float:
    """Return how much that is rare a passage of so many words must show."""
    return min(RARITY_ENOUGH, max(RARITY_MIN, RARITY_A_WORD * words))


def _row(place: Place, known: Mapping[str, Passage]) -> Numbers:
    words = _words(place, known)
    return numbers(known[place.document].words)[words.start : words.stop]


@dataclass(frozen=True, slots=True, eq=False)
class _Weights:
    """How much each of some keys, sorted, says."""

    keys: Keys
    weights: Doubles

    @classmethod
    def of(
        cls, asked: Sequence[_Shared], passages: Sequence[Passage], home: Mapping[str, str]
    ) -> _Weights:
        rows = [np.zeros(0, np.uint64), *(row for some in asked for row in some.keys)]
        keys = distinct(np.concatenate(rows))
        return cls(keys, 1 / np.maximum(holders(keys, passages, home) - 1, 1))

    def has_rare(self, some: _Shared) -> bool:
        """Tell whether one of the alignments shows enough that is rare."""
        return any(
            self.weights[self.keys.searchsorted(keys)].sum() >= least
            for keys, least in zip(some.keys, some.needed, strict=True)
        )


def holders(keys: Keys, passages: Sequence[Passage], home: Mapping[str, str]) -> Places:
    """Return how many independent files hold each of some sorted keys; `home` names copies."""
    first: dict[str, int] = {}
    owner = [first.setdefault(home.get(p.document, p.document), len(first)) for p in passages]
    table = np.zeros(1 << _TABLE_BITS, np.bool_)
    table[keys >> _TABLE_SHIFT] = True
    found = [np.zeros(0, np.int64)]
    for lot in lots(passages, _WORDS_AT_ONCE):
        sizes = np.array([len(passages[place].words) for place in lot])
        held = gram_keys(np.concatenate([numbers(passages[place].words) for place in lot]))
        places = np.flatnonzero(table.take(held >> _TABLE_SHIFT))
        ranks = keys.searchsorted(held[places])
        is_known = keys.take(ranks, mode="clip") == held[places]
        ends = np.cumsum(sizes)
        side = ends.searchsorted(places, side="right")
        # A stretch does not go on from one file into the next.
        is_known &= places + GRAM_WORDS <= ends[np.minimum(side, len(ends) - 1)]
        owners = np.array(owner[lot.start : lot.stop])[side[is_known]]
        found.append(distinct(ranks[is_known] * len(first) + owners))
    pairs = distinct(np.concatenate(found))
    return np.bincount(pairs // max(1, len(first)), minlength=len(keys))
