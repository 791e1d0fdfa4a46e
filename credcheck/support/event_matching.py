"""Find the sentences of other documents that tell the same, and people named with their office."""

from __future__ import annotations

from collections import defaultdict

from credcheck.support.gathered import Files, evidence
from credcheck.support.matching import weight
from credcheck.types import Claim

EVENTS = frozenset({"event", "attribution", "headline"})
# Share of the weight of a sentence's words that another sentence must hold.
LEAST_COVERAGE = 0.42
LEAST_SHARED = 3


def match_events(files: Files) -> None:
    """Gather evidence for sentences: in each near document the one that covers most of it."""
    stems = [_postings(claims) for claims in files.claims]
    for left, right in files.pairs():
        _match(files, left, right, stems[right])
        _match(files, right, left, stems[left])


def _postings(claims: tuple[Claim, ...]) -> dict[str, list[int]]:
    """Word to the places of the events that hold it."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        if claim.kind in EVENTS:
            for word in claim.about:
                found[word].append(place)
    return found


def _match(files: Files, own: int, other: int, postings: dict[str, list[int]]) -> None:
    for place, claim in enumerate(files.claims[own]):
        if claim.kind in EVENTS:
            best = best_cover(claim.about, postings)
            if best:
                rival = files.claims[other][best[1]]
                found = evidence(rival, "supports", best[0], "tells the same")
                files.gathered[own, place].supports.append(found)
        elif claim.kind == "name":
            _match_name(files, own, place, other)


def best_cover(about: tuple[str, ...], postings: dict[str, list[int]]) -> tuple[float, int] | None:
    """Coverage and place of the event that holds most of `about`, if it holds enough."""
    covered: dict[int, float] = defaultdict(float)
    shared: dict[int, int] = defaultdict(int)
    for word in about:
        for place in postings.get(word, ()):
            covered[place] += weight(word)
            shared[place] += 1
    enough = [(c, -p) for p, c in covered.items() if shared[p] >= LEAST_SHARED]
    if not enough:
        return None
    best, negative = max(enough)
    coverage = best / (sum(weight(word) for word in about) or 1.0)
    return (coverage, -negative) if coverage >= LEAST_COVERAGE else None


def _match_name(files: Files, own: int, place: int, other: int) -> None:
    """A person with an office is carried by a document that gives the same name such an office."""
    claim = files.claims[own][place]
    last = claim.value.split()[-1:]
    for rival in files.claims[other]:
        if rival.kind == "name" and rival.value.split()[-1:] == last:
            if set(rival.about).intersection(claim.about):
                found = evidence(rival, "supports", 1.0, "same name and office")
                files.gathered[own, place].supports.append(found)
                return
