"""
Two reports side by side: which of their sentences say the same, in the light of all they say.

A word that stands in every other sentence of a report (the name of its hero) says little about one
of them; a word that stands in a single sentence of each brings these two together, however common
it is elsewhere.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from credcheck.support.context import concept, is_name
from credcheck.support.likeness import weight
from credcheck.support.sentences import words
from credcheck.types import Claim, Span

# What a word loses of its weight with every further sentence that holds it, as a part of one.
SHARED_OUT = 0.5
# Added to the weight of a sentence, so that two of three words are not alike by sharing one.
SMOOTHING = 2.0


class Token(NamedTuple):
    """A word as it is compared, where it lies, whether it has content and is a name."""

    key: str
    start: int
    end: int
    is_content: bool
    is_name: bool


@dataclass(frozen=True, slots=True)
class Report:
    """
    A document as its claims tell it: the words of each sentence, how many sentences hold each word,
    how many figures of each kind stand in it and in each sentence.
    """

    text: str
    sentences: Mapping[Span, frozenset[str]]
    holders: Mapping[str, int]
    order: Sequence[Span]
    figures: Mapping[Span, int]

    @classmethod
    def of(cls, claims: Sequence[Claim], text: str) -> Report:
        """The report that these claims of a text make up."""
        held: dict[Span, tuple[str, ...]] = {}
        for claim in claims:
            if claim.kind not in {"quote", "name"}:
                held[claim.sentence] = max(held.get(claim.sentence, ()), claim.about, key=len)
        sets = {span: frozenset(held[span]) for span in sorted(held)}
        holders = Counter(word for words_of in sets.values() for word in words_of)
        figures = Counter(claim.sentence for claim in claims if claim.measure)
        return cls(text, sets, holders, tuple(sets), figures)

    def tokens(self, sentence: Span) -> tuple[Token, ...]:
        """The words of a sentence, in order."""
        return tokens(self.text[sentence.start : sentence.end])


@lru_cache(maxsize=1 << 12)
def tokens(sentence: str) -> tuple[Token, ...]:
    """The words of a sentence as they are compared."""
    return tuple(
        Token(
            concept(word.stem) if word.stem else word.text.lower(),
            word.start,
            word.end,
            bool(word.stem) and not word.text[0].isdigit(),
            is_name(sentence, word),
        )
        for word in words(sentence, Span(0, len(sentence)))
    )


@dataclass(slots=True)
class Pair:
    """Two reports, and what was found out about their sentences."""

    left: Report
    right: Report
    _likenesses: dict[tuple[Span, Span], float] = field(default_factory=dict)
    _totals: dict[tuple[int, Span], float] = field(default_factory=dict)
    _weights: dict[str, float] = field(default_factory=dict)
    _bests: dict[tuple[int, Span], tuple[float, float]] = field(default_factory=dict)
    _alike: float | None = None

    def weight(self, word: str) -> float:
        """How much it says that two sentences of these reports share a word."""
        known = self._weights.get(word)
        if known is None:
            ours, theirs = self.left.holders.get(word, 0), self.right.holders.get(word, 0)
            crowd = SHARED_OUT * (max(0, ours - 1) + max(0, theirs - 1))
            known = self._weights[word] = weight(word) / (1.0 + crowd)
        return known

    def alike(self) -> float:
        """The weight of the words both reports hold, as a share of those of the lighter one."""
        if self._alike is None:
            ours, theirs = self.left.holders, self.right.holders
            shared = sum(weight(word) for word in sorted(ours.keys() & theirs.keys()))
            lighter = min(sum(map(weight, sorted(held))) for held in (ours, theirs))
            self._alike = shared / max(1.0, lighter)
        return self._alike

    def likeness(self, ours: Span, theirs: Span) -> float:
        """Cosine of two sentences, 0..1."""
        known = self._likenesses.get((ours, theirs))
        if known is None:
            shared = self.left.sentences[ours] & self.right.sentences[theirs]
            known = 0.0
            if shared:
                totals = self._total(0, ours) * self._total(1, theirs)
                known = sum(map(self.weight, sorted(shared))) / math.sqrt(totals)
            self._likenesses[ours, theirs] = known
        return known

    def _total(self, side: int, sentence: Span) -> float:
        known = self._totals.get((side, sentence))
        if known is None:
            report = self.right if side else self.left
            held = sorted(report.sentences[sentence])
            known = self._totals[side, sentence] = SMOOTHING + sum(map(self.weight, held))
        return known

    def margins(self, ours: Span, theirs: Span) -> tuple[float, float]:
        """How much nearer each is to the other than to the next best sentence there; sorted."""
        own = self.likeness(ours, theirs)
        found = (self._rival(0, ours, own), self._rival(1, theirs, own))
        return own - max(found), own - min(found)

    def _rival(self, side: int, sentence: Span, own: float) -> float:
        """The best likeness of a sentence to one of the other report, but for the given one."""
        known = self._bests.get((side, sentence))
        if known is None:
            if side:
                found = sorted(self.likeness(other, sentence) for other in self.left.order)
            else:
                found = sorted(self.likeness(sentence, other) for other in self.right.order)
            best = [0.0, *found][-1]
            second = [0.0, 0.0, *found][-2]
            known = self._bests[side, sentence] = (best, second)
        return known[1] if own >= known[0] else known[0]

    def beside(self, ours: Span, theirs: Span) -> float:
        """The best likeness of a sentence right before or after one to one close to the other."""
        left = bisect_left(self.left.order, ours)
        right = bisect_left(self.right.order, theirs)
        return max(
            (
                self.likeness(self.left.order[i], self.right.order[j])
                for i in (left - 1, left + 1)
                for j in (right - 1, right, right + 1)
                if 0 <= i < len(self.left.order) and 0 <= j < len(self.right.order)
            ),
            default=0.0,
        )
