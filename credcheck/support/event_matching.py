"""Find the sentences of other documents that tell the same, and people named with their office."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from credcheck.support.gathered import Files, evidence
from credcheck.support.lexicon import kin_of
from credcheck.support.likeness import weight
from credcheck.types import Claim, Span

EVENTS = frozenset({"event", "attribution", "headline"})
# From here on a sentence is told by another report: see `best_cover`.
LEAST_COVERAGE = 0.36
# Shared words count in full towards that from this weight on.
ENOUGH_WEIGHT = 5.0
# Sentences looked at in full for one claim.
MOST_LIKELY = 3
# What a word loses of its weight by standing in every sentence of one of the two reports, as a part
# of what is left; in a text of few sentences every word stands in a large share of them.
CROWDED, FEWEST_SENTENCES = 5.0, 8
# A related word stands for another one in part, and only if it is closely related.
LEAST_KINSHIP, KINSHIP_WORTH = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Sentences:
    """
    The sentences of a document: the place of a claim of each, in order, its words, and these with
    those of the sentences right before and after it; which of them, by number, hold a word, and in
    which share of them it stands.
    """

    places: Sequence[int]
    words: Sequence[frozenset[str]]
    around: Sequence[frozenset[str]]
    holders: Mapping[str, Sequence[int]]
    shares: Mapping[str, float]

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> Sentences:
        """The sentences of which a document claims anything but quotations and offices."""
        first: dict[Span, int] = {}
        for place, claim in enumerate(claims):
            if claim.kind not in {"quote", "name"}:
                first.setdefault(claim.sentence, place)
        places = [first[span] for span in sorted(first)]
        words = [frozenset(claims[place].about) for place in places]
        around = [frozenset().union(*words[max(0, n - 1) : n + 2]) for n in range(len(words))]
        holders: dict[str, list[int]] = defaultdict(list)
        for number, held in enumerate(words):
            for word in held:
                holders[word].append(number)
        sentences = max(len(words), FEWEST_SENTENCES)
        shares = {word: len(numbers) / sentences for word, numbers in holders.items()}
        return cls(places, words, around, holders, shares)


def match_events(files: Files) -> None:
    """Gather evidence for sentences: in each near document the one that tells most of it."""
    held = [Sentences.of(claims) for claims in files.claims]
    for left, right in files.pairs():
        _match(files, left, right, held)
        _match(files, right, left, held)


def _match(files: Files, own: int, other: int, held: Sequence[Sentences]) -> None:
    for place, claim in enumerate(files.claims[own]):
        if claim.kind in EVENTS:
            best = best_cover(claim.about, held[own], held[other])
            if best:
                rival = files.claims[other][best[1]]
                found = evidence(rival, "supports", best[0], "tells the same", own=claim)
                files.gathered[own, place].supports.append(found)
        elif claim.kind == "name":
            _match_name(files, own, place, other)


def best_cover(
    about: Sequence[str], ours: Sentences, theirs: Sentences
) -> tuple[float, int] | None:
    """
    How far the sentence of another report that says most of `about` tells it, and its claim there.

    The share of the weight of the words that it holds, and that it holds together with the ones
    beside it, in the mean; less, the less weight it shares. Over 3,682 pairs of a sentence with a
    figure and another report, the area under the curve for the report giving the figure too is .71
    (.62 with the share of one sentence alone).
    """
    weights = {word: _weight(word, ours, theirs) for word in about}
    told = [
        (_told(weights, number, theirs) * math.sqrt(min(1.0, shared / ENOUGH_WEIGHT)), -number)
        for number, shared in _likely(weights, theirs)
    ]
    best, number = max(told, default=(0.0, 0))
    coverage = best / (sum(weights.values()) or 1.0)
    return (coverage, theirs.places[-number]) if coverage >= LEAST_COVERAGE else None


def _weight(word: str, ours: Sentences, theirs: Sentences) -> float:
    """A word that stands in every other sentence of a report says little about one of them."""
    crowd = ours.shares.get(word, 0.0) + theirs.shares.get(word, 0.0)
    return weight(word) / (1.0 + CROWDED * crowd)


def _told(weights: Mapping[str, float], number: int, held: Sentences) -> float:
    """
    The weight of the words that a sentence holds, or of which it holds a relative, and the one that
    it holds together with those beside it, in the mean.
    """
    words, around = held.words[number], held.around[number]
    total = 0.0
    for word, own in weights.items():
        if word in words:
            total += 2.0 * own
        else:
            alone, together = _worth(close_kin(word), words, around)
            total += own * (alone + (1.0 if word in around else together))
    return total / 2.0


def _worth(
    kin: Mapping[str, float], words: frozenset[str], around: frozenset[str]
) -> tuple[float, float]:
    """What the best relatives of a word in a sentence and around it are worth."""
    if not kin or around.isdisjoint(kin):
        return 0.0, 0.0
    near = {other: kin[other] for other in around.intersection(kin)}
    alone = max((worth for other, worth in near.items() if other in words), default=0.0)
    return alone, max(near.values())


def _likely(weights: Mapping[str, float], held: Sentences) -> list[tuple[int, float]]:
    """The sentences that share most weight, and how much."""
    shared: dict[int, float] = defaultdict(float)
    for word, own in weights.items():
        for number in held.holders.get(word, ()):
            shared[number] += own
    return sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:MOST_LIKELY]


@lru_cache(maxsize=1 << 16)
def close_kin(stem: str) -> Mapping[str, float]:
    """The close relatives of a stem, and what each is worth in its place."""
    return {
        other: KINSHIP_WORTH * math.sqrt(strength)
        for other, strength in kin_of(stem).items()
        if strength >= LEAST_KINSHIP
    }


def _match_name(files: Files, own: int, place: int, other: int) -> None:
    """A person with an office is carried by a document that gives the same name such an office."""
    claim = files.claims[own][place]
    last = claim.value.split()[-1:]
    for rival in files.claims[other]:
        is_same = rival.kind == "name" and rival.value.split()[-1:] == last
        if is_same and set(rival.about).intersection(claim.about):
            found = evidence(rival, "supports", 1.0, "same name and office")
            files.gathered[own, place].supports.append(found)
            return
