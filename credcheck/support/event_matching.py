"""Find the sentences of other documents that tell the same, and people named with their office."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from credcheck.support.gathered import Files, evidence
from credcheck.support.lexicon import related
from credcheck.support.matching import weight
from credcheck.types import Claim

EVENTS = frozenset({"event", "attribution", "headline"})
# Share of the weight of a sentence's words that another sentence must hold.
LEAST_COVERAGE = 0.38
LEAST_SHARED = 2
# In a text of few sentences every word stands in a large share of them.
FEWEST_EVENTS = 8
# The weight of a word so rare that it counts for two.
TELLING = 4.5
# A related word stands for another one in part, and only if it is closely related.
LEAST_KINSHIP, KINSHIP_WORTH = 0.5, 0.8


@dataclass(frozen=True, slots=True)
class Sentences:
    """The events of a document by the words they hold, and how many hold each."""

    postings: Mapping[str, Sequence[int]]
    share: Mapping[str, float]


def match_events(files: Files) -> None:
    """Gather evidence for sentences: in each near document the one that covers most of it."""
    held = [_sentences(claims) for claims in files.claims]
    for left, right in files.pairs():
        _match(files, left, right, held[right])
        _match(files, right, left, held[left])


def _sentences(claims: Sequence[Claim]) -> Sentences:
    postings: dict[str, list[int]] = defaultdict(list)
    events = 0
    for place, claim in enumerate(claims):
        if claim.kind in EVENTS:
            events += 1
            for word in claim.about:
                postings[word].append(place)
    share = {word: len(places) / max(events, FEWEST_EVENTS) for word, places in postings.items()}
    return Sentences(postings, share)


def _match(files: Files, own: int, other: int, held: Sentences) -> None:
    for place, claim in enumerate(files.claims[own]):
        if claim.kind in EVENTS:
            best = best_cover(claim.about, held)
            if best:
                rival = files.claims[other][best[1]]
                found = evidence(rival, "supports", best[0], "tells the same")
                files.gathered[own, place].supports.append(found)
        elif claim.kind == "name":
            _match_name(files, own, place, other)


def best_cover(about: Sequence[str], held: Sentences) -> tuple[float, int] | None:
    """Coverage and place of the event that holds most of `about`, if it holds enough."""
    weights = {word: _weight(word, held) for word in about}
    covered: dict[int, float] = defaultdict(float)
    shared: Counter[int] = Counter()
    for word in about:
        for place, worth in _holders(word, held):
            covered[place] += worth * weights[word]
            shared[place] += (worth == 1.0) * (2 if weights[word] >= TELLING else 1)
    enough = [(c, -p) for p, c in covered.items() if shared[p] >= LEAST_SHARED]
    if not enough:
        return None
    best, negative = max(enough)
    coverage = best / (sum(weights.values()) or 1.0)
    return (coverage, -negative) if coverage >= LEAST_COVERAGE else None


def _weight(word: str, held: Sentences) -> float:
    """A word that stands in every other sentence of the story says little about one of them."""
    return weight(word) / (1.0 + 6.0 * held.share.get(word, 0.0))


def _holders(word: str, held: Sentences) -> Iterable[tuple[int, float]]:
    """Places that hold a word, or in part a relative of it, each once at its best."""
    found = dict.fromkeys(held.postings.get(word, ()), 1.0)
    for kin, strength in related().get(word, {}).items():
        if strength >= LEAST_KINSHIP:
            for place in held.postings.get(kin, ()):
                found[place] = max(found.get(place, 0.0), KINSHIP_WORTH * math.sqrt(strength))
    return found.items()


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
