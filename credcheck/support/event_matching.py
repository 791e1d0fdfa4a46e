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
from credcheck.types import Claim

EVENTS = frozenset({"event", "attribution", "headline"})
# Share of the weight of a sentence's words that another sentence must hold.
LEAST_COVERAGE = 0.38
LEAST_SHARED = 2
# Sentences looked at in full for one claim.
MOST_LIKELY = 2
# In a text of few sentences every word stands in a large share of them.
FEWEST_EVENTS = 8
# Relatives add to what a sentence covers; this part of it must be words that are the same.
LEAST_SHARED_PART = 0.4
# The weight of a word so rare that it counts for two.
TELLING = 4.5
# A related word stands for another one in part, and only if it is closely related.
LEAST_KINSHIP, KINSHIP_WORTH = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Sentences:
    """
    The events of a document by word, the weight of each word, and the words of each event.

    A word that stands in every other sentence of the story says little about one of them.
    """

    postings: Mapping[str, Sequence[int]]
    weights: Mapping[str, float]
    words: Mapping[int, frozenset[str]]


def match_events(files: Files) -> None:
    """Gather evidence for sentences: in each near document the one that covers most of it."""
    held = [_sentences(claims) for claims in files.claims]
    for left, right in files.pairs():
        _match(files, left, right, held[right])
        _match(files, right, left, held[left])


def _sentences(claims: Sequence[Claim]) -> Sentences:
    postings: dict[str, list[int]] = defaultdict(list)
    words = {n: frozenset(c.about) for n, c in enumerate(claims) if c.kind in EVENTS}
    for place in words:
        for word in claims[place].about:
            postings[word].append(place)
    events = max(len(words), FEWEST_EVENTS)
    weights = {w: weight(w) / (1.0 + 6.0 * len(p) / events) for w, p in postings.items()}
    return Sentences(postings, weights, words)


def _match(files: Files, own: int, other: int, held: Sentences) -> None:
    for place, claim in enumerate(files.claims[own]):
        if claim.kind in EVENTS:
            best = best_cover(claim.about, held)
            if best:
                rival = files.claims[other][best[1]]
                found = evidence(rival, "supports", best[0], "tells the same", own=claim)
                files.gathered[own, place].supports.append(found)
        elif claim.kind == "name":
            _match_name(files, own, place, other)


def best_cover(about: Sequence[str], held: Sentences) -> tuple[float, int] | None:
    """Coverage and place of the event that holds most of `about`, if it holds enough."""
    known = held.weights
    weights = {word: known[word] if word in known else weight(word) for word in about}
    total = sum(weights.values()) or 1.0
    likely = _likely(weights, held, LEAST_SHARED_PART * LEAST_COVERAGE * total)
    covers = ((_covered(weights, held.words[place]) / total, -place) for place in likely)
    best = max(covers, default=(0.0, 0))
    return (best[0], -best[1]) if best[0] >= LEAST_COVERAGE else None


def _likely(weights: Mapping[str, float], held: Sentences, least: float) -> list[int]:
    """Places of the events that share most, of those that share enough words and weight."""
    weight_shared: dict[int, float] = defaultdict(float)
    shared: dict[int, int] = defaultdict(int)
    for word, own in weights.items():
        times = 2 if own >= TELLING else 1
        for place in held.postings.get(word, ()):
            weight_shared[place] += own
            shared[place] += times
    enough = [p for p, t in shared.items() if t >= LEAST_SHARED and weight_shared[p] >= least]
    return sorted(enough, key=lambda place: (-weight_shared[place], place))[:MOST_LIKELY]


def _covered(weights: Mapping[str, float], words: frozenset[str]) -> float:
    """The weight of the words that a sentence holds, or of which it holds a relative."""
    total = 0.0
    for word, own in weights.items():
        if word in words:
            total += own
        else:
            kin = close_kin(word)
            if kin and not words.isdisjoint(kin):
                total += own * max(kin[other] for other in words.intersection(kin))
    return total


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
