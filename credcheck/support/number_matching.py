"""
Match the numbers and dates of near documents: equal ones first, then what is left over.

A number whose value the other document gives too is settled. Those left on both sides are rivals if
they may be of one thing; a second look at the two reports says how likely that is. A rival gains
where further documents give one of its two values for the same thing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from credcheck.support.comparable import are_told_apart, may_differ
from credcheck.support.gathered import Files, evidence
from credcheck.support.last_look import Seen, Setting, likelihood
from credcheck.support.last_look import values as last_values
from credcheck.support.likeness import as_set, first_look, likeness, thing_match
from credcheck.support.matching import agrees, is_telling, probability
from credcheck.support.reports import Pair, Report
from credcheck.support.second_look import FEATURES, Company, score, values
from credcheck.support.slips import is_swap
from credcheck.types import Claim

# Log odds, see `likeness.likeness`.
SUPPORT_LIKENESS, LOOSE_SUPPORT_LIKENESS = -2.2, -0.7
# From here on an equal value, and one that may be equal, is the one that a report gives for it, and
# nothing else there differs from it. Were any equal one it, however unlikely, 119 of 267 values
# planted in events would be found in the place of 124, and 111 of 180 changed in real articles in
# the place of 116.
SETTLED, LOOSELY_SETTLED = -2.2, -0.7
# From here on two numbers count among those in sentences alike, and are looked at a second time.
ALIKE, LEAST_LIKENESS = -0.5, -3.5
# Log odds of the last look from which a difference is told. At 0 6 traps of 278 are told for 5, and
# 4 differences of 329 more.
DIFFER_LIKENESS = 0.2
# What a further document that gives one of the two values adds, and at most.
COMPANY, MOST_COMPANY = 0.4, 2
SENTENCES_ALIKE = FEATURES.index("sentences alike")
REPORTS_ALIKE = FEATURES.index("reports alike")
_DAYS = frozenset({"date", "month", "year", "weekday"})
Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Couple:
    """Numbers of two documents by place, and how likely they are about the same thing."""

    likeness: float
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Compared:
    """
    The couples of two documents that say the same, that may, and that differ; how likely the value
    of a number is given by the other document at all, by place on either side.
    """

    same: tuple[Couple, ...]
    compatible: tuple[Couple, ...]
    rivals: tuple[Couple, ...]
    given: tuple[Mapping[int, float], Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class Rival:
    """Two numbers that differ and may be about the same thing."""

    likeness: float
    left: Key
    right: Key


def match_numbers(files: Files) -> None:
    """Gather evidence for the numbers of all near documents."""
    ours = [by_kind(claims) for claims in files.claims]
    reports: dict[int, Report] = {}
    settings: dict[int, Setting] = {}
    rivals: list[Rival] = []
    for left, right in files.pairs():
        for number in (left, right):
            if number not in reports:
                reports[number] = Report.of(files.claims[number], files.texts[number])
                settings[number] = Setting.of(files.claims[number], files.texts[number])
        found = compared(files.claims[left], files.claims[right], ours[left], ours[right])
        _note_support(files, left, right, found)
        pair = Pair(reports[left], reports[right])
        both = settings[left], settings[right]
        looked = last_looks(pair, both, files.claims[left], files.claims[right], found)
        best = one_to_one(Couple(likelihood(v), c.left, c.right) for c, v in looked)
        rivals += (Rival(c.likeness, (left, c.left), (right, c.right)) for c in best)
    company = _company(files, rivals)
    for rival in rivals:
        likely = rival.likeness + COMPANY * min(MOST_COMPANY, company[rival.left, rival.right])
        if likely >= DIFFER_LIKENESS:
            _note(files, rival.left, rival.right, "differs", likely)


def _note_support(files: Files, left: int, right: int, found: Compared) -> None:
    for couples, least in (
        (found.same, SUPPORT_LIKENESS),
        (found.compatible, LOOSE_SUPPORT_LIKENESS),
    ):
        for couple in couples:
            if couple.likeness >= least:
                ends = (left, couple.left), (right, couple.right)
                _note(files, *ends, "supports", couple.likeness)


def compared(
    ours: Sequence[Claim],
    theirs: Sequence[Claim],
    mine: dict[str, list[int]],
    yours: dict[str, list[int]],
) -> Compared:
    """
    The numbers of two documents side by side; `mine` and `yours` are their places by kind.

    Of those that differ the ones whose value the other document does not give for the same.
    """
    same, compatible, differing = list[Couple](), list[Couple](), list[tuple[int, int]]()
    for kind in sorted(mine.keys() & yours.keys()):
        for i in mine[kind]:
            for j in yours[kind]:
                verdict = agrees(ours[i], theirs[j])
                if verdict == "differ":
                    differing.append((i, j))
                elif verdict != "other":
                    found = same if verdict == "same" else compatible
                    found.append(Couple(likeness(ours[i], theirs[j]), i, j))
    given = _given(ours, theirs, same, compatible)
    open_ones = (pair for pair in differing if not _are_settled(given, *pair))
    rivals = tuple(_rivals(ours, theirs, open_ones))
    return Compared(tuple(same), tuple(compatible), rivals, given)


def _given(
    ours: Sequence[Claim], theirs: Sequence[Claim], same: list[Couple], compatible: list[Couple]
) -> tuple[dict[int, float], dict[int, float]]:
    """How likely each value is the one that the other document gives; equal ones the more so."""
    given: tuple[dict[int, float], dict[int, float]] = ({}, {})
    for couples, more in ((same, LOOSELY_SETTLED - SETTLED), (compatible, 0.0)):
        for couple in couples:
            if not _is_apart(ours[couple.left], theirs[couple.right]):
                for side, place in enumerate((couple.left, couple.right)):
                    like = couple.likeness + more
                    given[side][place] = max(like, given[side].get(place, -math.inf))
    return given


def _are_settled(given: tuple[dict[int, float], dict[int, float]], left: int, right: int) -> bool:
    likely = max(given[0].get(left, -math.inf), given[1].get(right, -math.inf))
    return likely >= LOOSELY_SETTLED


def _rivals(
    ours: Sequence[Claim], theirs: Sequence[Claim], pairs: Iterable[tuple[int, int]]
) -> Iterator[Couple]:
    """
    The couples that may be of one thing: those in sentences that share a word and are not too
    unlike, or that look like one figure with its digits swapped.
    """
    for i, j in pairs:
        one, two = ours[i], theirs[j]
        is_swapped = is_swap(one, two)
        if (is_swapped or not as_set(one.about).isdisjoint(two.about)) and may_differ(one, two):
            like = likeness(one, two)
            if like >= LEAST_LIKENESS or (is_swapped and like > -math.inf):
                yield Couple(like, i, j)


def last_looks(
    pair: Pair,
    settings: tuple[Setting, Setting],
    ours: Sequence[Claim],
    theirs: Sequence[Claim],
    found: Compared,
) -> Iterator[tuple[Couple, tuple[float, ...]]]:
    """
    What the last look finds for the rivals of two documents; see `last_look`.

    Not for those that the texts themselves tell apart.
    """
    open_ones = (c for c in found.rivals if not are_told_apart(ours[c.left], theirs[c.right]))
    for rival, second in looks(pair, ours, theirs, found, open_ones):
        given = (found.given[0].get(rival.left), found.given[1].get(rival.right))
        seen = Seen(
            score(second),
            rival.likeness,
            second[SENTENCES_ALIKE],
            second[REPORTS_ALIKE],
            max((like for like in given if like is not None), default=-math.inf),
        )
        yield rival, last_values(ours[rival.left], theirs[rival.right], seen, settings)


def looks(
    pair: Pair,
    ours: Sequence[Claim],
    theirs: Sequence[Claim],
    found: Compared,
    couples: Iterable[Couple],
) -> Iterator[tuple[Couple, tuple[float, ...]]]:
    """What a second look finds for each of some couples of two documents; see `second_look`."""
    agreeing = {c for c in one_to_one(found.same) if is_alike(c) and is_telling(ours[c.left])}
    differing = {c for c in one_to_one(found.rivals) if is_alike(c)}
    for couple in couples:
        one, two = ours[couple.left], theirs[couple.right]
        others = Company(len(agreeing - {couple}), len(differing - {couple}))
        yield couple, values(pair, one, two, first_look(one, two), others)


def is_alike(couple: Couple) -> bool:
    """True if the two stand in sentences that are alike at the first look."""
    return couple.likeness >= ALIKE


def one_to_one(couples: Iterable[Couple]) -> Iterator[Couple]:
    """Each number at most once, the likeliest couples first."""
    left, right = set[int](), set[int]()
    for couple in sorted(couples, key=lambda c: (-c.likeness, c.left, c.right)):
        if couple.left not in left and couple.right not in right:
            left.add(couple.left)
            right.add(couple.right)
            yield couple


def _is_apart(one: Claim, two: Claim) -> bool:
    """True if equal values are known to be of different things."""
    left, right = one.measure, two.measure
    if left is None or right is None:
        return True
    if left.state and right.state and left.state != right.state:
        return True
    return thing_match(left.thing, right.thing) < 0


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
