"""
Would two numbers for one thing be a difference, if they differ?

Not where the texts themselves say why they are not the same: another time of counting, a part and
the whole, a rate and a total, a guess and an outcome, two sides of a dispute, other people polled.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache, lru_cache

from credcheck.support.attribution import stems_of_source
from credcheck.support.lexicon import things
from credcheck.support.likeness import MOMENT_KINDS, as_set
from credcheck.support.marks import OPPOSITES
from credcheck.support.slips import are_swapped, digits, is_anagram
from credcheck.types import Claim, Measure

# Of the differing values planted or found in print, hardly any are further apart.
MOST_TIMES_APART = 5.0
# 269 feet are 82 metres.
ALIKE = 0.03
# Senses that only one of two numbers of one thing has if they are two figures.
PARTING = frozenset({"rate", "more", "compare", "list"})
# Stretches of time, besides quarters and halves, that a figure is not of if its sentence does not
# say so.
ELSEWHEN = frozenset({"past", "next"})
RATE_AND_SUM = frozenset({"rate", "total"})
TO_COME = frozenset({"forecast", "guess", "later"})
# Parts of the names of those who count their own side high and the other side low.
SIDES = frozenset(
    [
        "organis",
        "organiz",
        "union",
        "activist",
        "opposit",
        "rebel",
        "protest",
        "demonstr",
        "campaign",
    ]
)
# Words before a date by which, or since when, something is so.
UNTIL = frozenset({"by", "until", "since"})
# What is one of a row by its nature, and the words that tell two places of one name apart.
SERIES = frozenset(
    {"half", "quarter", "day", "round", "phase", "stage", "set", "leg", "time", "circuit", "debat"}
    | {"amend", "district", "congress", "centuri", "birthday", "anniversari", "street", "avenu"}
)
PLACES = frozenset(
    {
        "upper",
        "lower",
        "north",
        "south",
        "east",
        "west",
        "new",
        "old",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "great",
        "littl",
    }
)


# What speaks against two numbers being one, and which of it settles that they are two. Of couples
# of events and of real articles that were likely but for it, those of one thing and of two: sense
# 31 and 57, kind 8 and 11, periods 3 and 1, until 13 and 9, acts 6 and 12; but need 1 and 25,
# another year 3 and 6, moving 3 and 8 where no digits are swapped. With "forecast", "part", "until"
# and "acts" among those that settle it 6 differences of 329 are lost; 3 traps of 28 and 5 false
# ones beside 130 right ones of real articles are told no more.
DOUBTS = (
    "sense", "part", "forecast", "kind", "periods", "until", "acts", "need", "sum", "poll",
    "interim", "zone", "series", "another year", "moving", "figures",
)  # fmt: skip
SOFT = ("sense", "kind", "periods")
_SOFT = tuple(DOUBTS.index(name) for name in SOFT)


def is_comparable(left: Claim, right: Claim) -> bool:
    """True if two numbers that differ would be a difference: no table rows, no moving counts."""
    return may_differ(left, right) and not any(doubts(left, right))


def soft(found: Sequence[bool]) -> tuple[bool, ...]:
    """Of the doubts that were found those that settle nothing, in the order of SOFT."""
    return tuple(found[place] for place in _SOFT)


def are_told_apart(left: Claim, right: Claim) -> bool:
    """True if a doubt settles that two numbers that `may_differ` are two."""
    found = doubts(left, right)
    return sum(found) > sum(soft(found))


def may_differ(left: Claim, right: Claim) -> bool:
    """False if two numbers cannot be one: rows of tables, stamps, sums, a rise and a fall."""
    one, two = left.measure, right.measure
    if one is None or two is None or one.is_row or two.is_row:
        return False
    if "stamp" in one.senses or "stamp" in two.senses:
        return False
    if one.kind in MOMENT_KINDS:
        return one.kind == two.kind
    if "vague" in (one.hedge, two.hedge) or (one.kind == "label" and one.unit != two.unit):
        return False
    return not _is_another(left, right, one, two)


def _is_another(left: Claim, right: Claim, one: Measure, two: Measure) -> bool:
    """True if a sum, a side, a place, a direction, a size or a count to come sets two apart."""
    apart = as_set(one.senses) ^ as_set(two.senses)
    is_sum = _is_sum(one, two) or _is_sum(two, one)
    return (
        (is_sum and not are_swapped(one, two))
        or not _is_near_in_size(one, two)
        or _is_of_two_sides(left, right)
        or _is_of_two_places(one, two)
        or _is_passed(one, two)
        or _are_labelled_apart(one, two)
        or any(apart.issuperset(pair) for pair in OPPOSITES)
    )


def doubts(left: Claim, right: Claim) -> tuple[bool, ...]:
    """What speaks against two numbers that `may_differ` being one, in the order of DOUBTS."""
    one, two = left.measure, right.measure
    if one is None or two is None:
        return (True,) * len(DOUBTS)
    is_moment = one.kind in MOMENT_KINDS
    apart = as_set(one.senses) ^ as_set(two.senses)
    of_all = not PARTING.isdisjoint(apart), "part" in apart and one.kind != "percent"
    if is_moment:
        return *of_all, *_of_moments(one, two, apart)
    return *of_all, *_of_numbers(one, two, apart)


def _of_numbers(one: Measure, two: Measure, apart: frozenset[str]) -> tuple[bool, ...]:
    return (
        "forecast" in apart and not _are_both_to_come(one, two),
        not _is_of_one_kind(one, two),
        any(" " in period for period in as_set(one.periods) ^ as_set(two.periods)),
        False,
        False,
        "need" in apart,
        apart.issuperset(RATE_AND_SUM),
        "poll" in one.senses or "poll" in two.senses,
        "interim" in apart and one.kind == "score",
        False,
        one.kind == "ordinal" and not SERIES.isdisjoint({*one.run[:1]} & {*two.run[:1]}),
        _is_of_another_year(one, two),
        _is_moving(one, two) and not are_swapped(one, two),
        False,
    )


def _of_moments(one: Measure, two: Measure, apart: frozenset[str]) -> tuple[bool, ...]:
    return (
        False,
        False,
        False,
        one.role != two.role and not UNTIL.isdisjoint((one.role, two.role)),
        _is_of_two_acts(one, two),
        "need" in apart,
        apart.issuperset(RATE_AND_SUM),
        False,
        False,
        any(sense.startswith("zone") for sense in apart),
        False,
        False,
        False,
        _is_other_data(one, two),
    )


def _is_of_two_acts(one: Measure, two: Measure) -> bool:
    """True if two moments stand by things done that are not the same."""
    acts = [as_set(measure.near) & _acts() for measure in (one, two)]
    return bool(acts[0] and acts[1]) and acts[0].isdisjoint(acts[1])


def _are_both_to_come(one: Measure, two: Measure) -> bool:
    """True if both figures are of what is to come, whether a forecast is named or not."""
    return not TO_COME.isdisjoint(one.senses) and not TO_COME.isdisjoint(two.senses)


def _is_of_one_kind(one: Measure, two: Measure) -> bool:
    """True unless two ages, durations or places in a row are of two people or things."""
    if one.kind == "age" and one.names and two.names:
        return one.names[0] in two.names or two.names[0] in one.names
    if one.kind == "ordinal":
        return SERIES.isdisjoint((*one.run[:1], *two.run[:1]))
    return one.kind != "duration" or one.unit == two.unit


def _is_of_two_places(one: Measure, two: Measure) -> bool:
    """True if names that share a word are told apart by another: Upper Lesk and Lower Lesk."""
    ours, theirs = as_set(one.names) & PLACES, as_set(two.names) & PLACES
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _is_sum(whole: Measure, part: Measure) -> bool:
    """True if a figure is what another comes to with one beside it: 12, "seven women, five men"."""
    return any(
        kind == whole.kind and float(value) + part.value == whole.value
        for other in (*part.beside, *whole.beside)
        for kind, _, value in [other.rpartition(" ")]
    )


def _is_passed(one: Measure, two: Measure) -> bool:
    """True of "at least 15 killed" beside 19: the count had come that far when it was written."""
    low, high = sorted((one, two), key=lambda measure: measure.value)
    return bool(one.state or two.state) and low.hedge == "least" and high.hedge != "most"


def _are_labelled_apart(one: Measure, two: Measure) -> bool:
    """True if the sentences name things of one row, and none is the same: Meteo-5 and Meteo-6."""
    ours, theirs = _labels(one), _labels(two)
    is_one_row = not {row for row, _ in ours}.isdisjoint(row for row, _ in theirs)
    return one.kind != "label" and is_one_row and ours.isdisjoint(theirs)


def _labels(measure: Measure) -> set[tuple[str, str]]:
    """The rows and the numbers of what the sentence of a figure names so, itself left out."""
    split = (figure.rpartition(" ") for figure in measure.beside if figure.startswith("label "))
    return {(row, number) for row, _, number in split}


def _is_of_two_sides(left: Claim, right: Claim) -> bool:
    """True if a side of a dispute gives one figure, and somebody else the other."""
    one, two = stems_of_source(left.speaker), stems_of_source(right.speaker)
    return bool(one and two) and one.isdisjoint(two) and not SIDES.isdisjoint(one | two)


def _is_of_another_year(one: Measure, two: Measure) -> bool:
    """True if both name stretches of time and none is the same, or one speaks of another year."""
    ours, theirs = as_set(one.periods), as_set(two.periods)
    is_another = bool(ours and theirs) and ours.isdisjoint(theirs)
    return is_another or not ELSEWHEN.isdisjoint(ours ^ theirs)


def _is_moving(one: Measure, two: Measure) -> bool:
    """
    True if the two may be one count at two times: other times are stated, or one says it moved.

    "A four-page summary" has four pages on every day.
    """
    if "bound" in one.senses or "bound" in two.senses:
        return False
    if one.state and (one.is_update or two.is_update):
        return True
    if "market" in one.senses and "market" in two.senses and one.kind not in {"score", "ordinal"}:
        return as_set(one.times).isdisjoint(two.times)
    return _are_at_two_times(one, two)


def _are_at_two_times(one: Measure, two: Measure) -> bool:
    """True if both state times of day, or both state days, and none is the same."""
    for is_clock in (True, False):
        ours, theirs = ({t for t in m.times if (":" in t) is is_clock} for m in (one, two))
        if ours and theirs and ours.isdisjoint(theirs):
            return True
    return bool(one.times and two.times and as_set(one.times).isdisjoint(two.times))


def _is_near_in_size(one: Measure, two: Measure) -> bool:
    if one.kind in {"score", "ordinal"}:
        return True
    small, large = sorted((abs(one.value), abs(two.value)))
    return small > 0 and large / small <= MOST_TIMES_APART


def _is_other_data(one: Measure, two: Measure) -> bool:
    """True if two sentences give figures of one kind, none alike or with digits swapped."""
    pairs = [
        (left, right)
        for kind, left in _figures(one)
        for other, right in _figures(two)
        if kind == other
    ]
    return bool(pairs) and not any(
        math.isclose(left, right, rel_tol=ALIKE) or is_anagram(digits(left), digits(right))
        for left, right in pairs
    )


@lru_cache(maxsize=1 << 12)
def _figures(measure: Measure) -> tuple[tuple[str, float], ...]:
    """The kinds and values of the figures beside a moment that are no moments."""
    split = (figure.rpartition(" ") for figure in measure.beside)
    return tuple((kind, float(value)) for kind, _, value in split if kind not in MOMENT_KINDS)


@cache
def _acts() -> frozenset[str]:
    """The classes of what may happen."""
    return frozenset(f"@{name}" for name, group in things().values() if group == "act")
