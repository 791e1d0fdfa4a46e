"""
How near are two files in what they are about, apart from the passages that they share?

Reports on one event use the same rare words: names, places, the matter itself. The likeness is the
cosine between the sets of their stems, each stem weighing by how few files hold it (squared
inverse document frequency, Salton and Buckley 1988). Two articles drawn at random from 5,752 reach
.036 in the median and .083 once in a hundred, two that quote one statement .13 in the median.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.pairs import numbers
from credcheck.align.sketch import common, distinct, heads_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from credcheck.align.pairs import Doubles
    from credcheck.align.words import Numbers
    from credcheck.types import Alignment, Passage, Span

# What so many files hold tells how rare a stem is; more of them tell no more.
FILES_ASKED_MAX = 1000
# With fewer different stems beside what is shared, a file says too little of what it is about.
STEMS_MIN = 60


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """The stems of a file, each once and sorted, and how much they weigh together."""

    stems: Numbers
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class Topics:
    """Passages by document, and how much each stem, sorted by number, says about a topic."""

    passages: Mapping[str, Passage]
    stems: Numbers
    weights: Doubles
    unseen: float

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> Topics:
        """Learn from the passages themselves which of their stems are rare."""
        asked = passages[:: max(1, -(-len(passages) // FILES_ASKED_MAX))]
        every = np.concatenate([distinct(numbers(passage.stems)) for passage in asked])
        every.sort()
        heads = heads_of(every)
        holders = np.diff(heads, append=len(every))
        weights = np.log((len(asked) + 1) / holders) ** 2
        unseen = float(np.log(len(asked) + 1) ** 2)
        return cls({p.document: p for p in passages}, every[heads], weights, unseen)

    def likeness(self, left: str, right: str, shared: Iterable[Alignment]) -> float | None:
        """
        Return how near two documents are beside what they share, 0..1.

        None where too little is left of one of them to tell.
        """
        places = [(a.left.span, a.right.span) for a in shared]
        return self.nearness(
            self.subject(self.passages[left], [span for span, _ in places]),
            self.subject(self.passages[right], [span for _, span in places]),
        )

    def subject(self, passage: Passage, without: Sequence[Span] = ()) -> Subject:
        """Return what a passage is about outside of some spans of its raw text."""
        stems = distinct(_outside(passage, without))
        return Subject(stems, self._weight(stems))

    def nearness(self, one: Subject, other: Subject) -> float | None:
        """Return how near two subjects are, 0..1, or None if one of them says too little."""
        if min(len(one.stems), len(other.stems)) < STEMS_MIN:
            return None
        shared = self._weight(common(one.stems, other.stems))
        return shared / math.sqrt(one.weight * other.weight)

    def _weight(self, stems: Numbers) -> float:
        places = self.stems.searchsorted(stems)
        is_known = self.stems.take(places, mode="clip") == stems
        return float(self.weights[places[is_known]].sum()) + self.unseen * float((~is_known).sum())


def _outside(passage: Passage, spans: Sequence[Span]) -> Numbers:
    """The stems of a passage outside of some spans of its raw text."""
    stems = numbers(passage.stems)
    if not spans:
        return stems
    starts = numbers(passage.starts)
    is_outside = np.ones(len(starts), np.bool_)
    for span in spans:
        first, last = starts.searchsorted((span.start, span.end))
        is_outside[first:last] = False
    outside: Numbers = stems[is_outside]
    return outside
