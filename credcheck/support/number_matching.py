"""Match the numbers and dates of two documents: equal ones first, then what is left over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from credcheck.support.gathered import Files, evidence
from credcheck.support.matching import agrees, is_comparable, likeness
from credcheck.types import Claim

SUPPORT_LIKENESS = 0.22
DIFFER_LIKENESS = 0.6
_DAYS = frozenset({"date", "month", "year", "weekday"})


def match_numbers(files: Files) -> None:
    """Gather evidence for the numbers of all near documents."""
    ours = [by_kind(claims) for claims in files.claims]
    for left, right in files.pairs():
        for kind in sorted(ours[left].keys() & ours[right].keys()):
            _match(files, left, right, ours[left][kind], ours[right][kind])


def _match(files: Files, left: int, right: int, ours: list[int], theirs: list[int]) -> None:
    rest = {(left, i) for i in ours} | {(right, j) for j in theirs}
    rivals: list[tuple[float, int, int]] = []
    for i in ours:
        for j in theirs:
            one, two = files.claims[left][i], files.claims[right][j]
            verdict = agrees(one, two)
            if verdict == "other":
                continue
            like = likeness(one, two)
            if verdict != "differ":
                rest -= {(left, i), (right, j)}
                if like >= SUPPORT_LIKENESS:
                    _supported(files, (left, i), (right, j), like)
            elif like >= DIFFER_LIKENESS and is_comparable(one, two):
                rivals.append((like, i, j))
    for like, i, j in sorted(rivals, key=lambda rival: (-rival[0], *rival[1:])):
        if (left, i) in rest and (right, j) in rest:
            rest -= {(left, i), (right, j)}
            _differing(files, (left, i), (right, j), like)


def _supported(files: Files, one: tuple[int, int], two: tuple[int, int], like: float) -> None:
    for own, other in ((one, two), (two, one)):
        claim = files.claims[other[0]][other[1]]
        files.gathered[own].supports.append(evidence(claim, "supports", like, claim.value))


def _differing(files: Files, one: tuple[int, int], two: tuple[int, int], like: float) -> None:
    for own, other in ((one, two), (two, one)):
        claim = files.claims[other[0]][other[1]]
        files.gathered[own].against.append(evidence(claim, "differs", like, claim.value))


def by_kind(claims: Iterable[Claim]) -> dict[str, list[int]]:
    """Places of the numbers among claims, by what they may be compared with."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        if claim.measure:
            kind = claim.measure.kind
            found["day" if kind in _DAYS else kind].append(place)
    return found
