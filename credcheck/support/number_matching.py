"""
Match the numbers and dates of near documents: equal ones first, then what is left over.

A number whose value the other document gives too is settled. Of those left on both sides the
likeliest pairs are candidates for a difference; a candidate gains where further documents give
one of its two values for the same thing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from credcheck.support.comparable import is_comparable
from credcheck.support.gathered import Files, evidence
from credcheck.support.likeness import as_set, likeness, thing_match
from credcheck.support.matching import agrees, judged_likeness, probability
from credcheck.types import Claim

# Log odds, see `likeness.likeness`.
SUPPORT_LIKENESS, LOOSE_SUPPORT_LIKENESS = -2.2, -0.7
WEAK_LIKENESS = -1.3
DIFFER_LIKENESS = -0.5
# Two market reports, two storm warnings: where so many more figures of one kind in like sentences
# differ than agree, they are of two days.
MOST_SURPLUS = 4
# What a further document that gives one of the two values adds, and at most.
COMPANY, MOST_COMPANY = 0.4, 2
# What every further figure of the same kind for the same thing in the two documents takes off.
CROWD, MOST_CROWD = 0.25, 6
_DAYS = frozenset({"date", "month", "year", "weekday"})
Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rival:
    """Two numbers that differ and may be about the same thing."""

    likeness: float
    left: Key
    right: Key


def match_numbers(files: Files) -> None:
    """Gather evidence for the numbers of all near documents."""
    ours = [by_kind(claims) for claims in files.claims]
    rivals: list[Rival] = []
    for left, right in files.pairs():
        for kind in sorted(ours[left].keys() & ours[right].keys()):
            rivals += _match(files, left, right, ours[left][kind], ours[right][kind])
    company = _company(files, rivals)
    for rival in rivals:
        likely = rival.likeness + COMPANY * min(MOST_COMPANY, company[rival.left, rival.right])
        if likely >= DIFFER_LIKENESS:
            _note(files, rival.left, rival.right, "differs", likely)


def _match(files: Files, left: int, right: int, ours: list[int], theirs: list[int]) -> list[Rival]:
    """Note the agreeing pairs of two documents; the likely pairs among the rest, best first."""
    rest = {(left, i) for i in ours} | {(right, j) for j in theirs}
    rivals: list[Rival] = []
    agreed = 0
    for i in ours:
        for j in theirs:
            one, two = files.claims[left][i], files.claims[right][j]
            verdict = agrees(one, two)
            if verdict == "differ":
                if not as_set(one.about).isdisjoint(two.about) and is_comparable(one, two):
                    rivals.append(Rival(judged_likeness(one, two), (left, i), (right, j)))
            elif verdict != "other":
                like = likeness(one, two)
                if not _is_apart(one, two):
                    rest -= {(left, i), (right, j)}
                agreed += like >= DIFFER_LIKENESS
                if like >= (SUPPORT_LIKENESS if verdict == "same" else LOOSE_SUPPORT_LIKENESS):
                    _note(files, (left, i), (right, j), "supports", like)
    crowd = _crowd(files, (*((left, i) for i in ours), *((right, j) for j in theirs)))
    weighed = (_weighed(files, rival, crowd) for rival in rivals)
    best = list(_best(rest, weighed))
    told = sum(rival.likeness >= DIFFER_LIKENESS for rival in best)
    return best if told - agreed < MOST_SURPLUS else []


def _weighed(files: Files, rival: Rival, crowd: Counter[str]) -> Rival:
    others = crowd[_topic(files, rival.left)] + crowd[_topic(files, rival.right)] - 2
    likely = rival.likeness - CROWD * min(MOST_CROWD, max(0, others // 2 - 1))
    return Rival(likely, rival.left, rival.right)


def _best(rest: set[Key], rivals: Iterable[Rival]) -> Iterable[Rival]:
    """Each number at most once, the likeliest pairs first."""
    for rival in sorted(rivals, key=lambda r: (-r.likeness, r.left, r.right)):
        is_likely = rival.likeness >= WEAK_LIKENESS
        if is_likely and rival.left in rest and rival.right in rest:
            rest -= {rival.left, rival.right}
            yield rival


def _is_apart(one: Claim, two: Claim) -> bool:
    """True if equal values are known to be of different things."""
    left, right = one.measure, two.measure
    if left is None or right is None:
        return True
    if left.state and right.state and left.state != right.state:
        return True
    return thing_match(left.thing, right.thing) < 0


def _topic(files: Files, key: Key) -> str:
    measure = files.claims[key[0]][key[1]].measure
    return (measure.state or measure.thing or measure.kind) if measure else ""


def _crowd(files: Files, keys: Iterable[Key]) -> Counter[str]:
    """How many figures two documents give for each topic."""
    return Counter(_topic(files, key) for key in keys)


def _company(files: Files, rivals: list[Rival]) -> dict[tuple[Key, Key], int]:
    """For each pair of rivals the further documents that set the same two values against."""
    by_number: dict[Key, list[Rival]] = defaultdict(list)
    for rival in rivals:
        by_number[rival.left].append(rival)
        by_number[rival.right].append(rival)
    return {
        (rival.left, rival.right): _allies(files, rival.left, rival.right, by_number)
        + _allies(files, rival.right, rival.left, by_number)
        for rival in rivals
    }


def _allies(files: Files, one: Key, two: Key, by_number: dict[Key, list[Rival]]) -> int:
    """Other rivals of `one` that give the value of `two`."""
    claim = files.claims[two[0]][two[1]]
    others = (r.right if r.left == one else r.left for r in by_number[one])
    return sum(
        agrees(claim, files.claims[key[0]][key[1]]) in {"same", "compatible"}
        for key in others
        if key != two
    )


def _note(files: Files, one: Key, two: Key, relation: str, like: float) -> None:
    for own, other in ((one, two), (two, one)):
        claim = files.claims[other[0]][other[1]]
        gathered = files.gathered[own]
        if relation == "supports":
            ours = files.claims[own[0]][own[1]]
            found = evidence(claim, "supports", probability(like), claim.value, own=ours)
            gathered.supports.append(found)
        else:
            gathered.against.append(evidence(claim, "differs", probability(like), claim.value))


def by_kind(claims: Iterable[Claim]) -> dict[str, list[int]]:
    """Places of the numbers among claims, by what they may be compared with."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        if claim.measure:
            kind = claim.measure.kind
            found["day" if kind in _DAYS else kind].append(place)
    return found
