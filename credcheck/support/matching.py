"""
Do two numbers speak of the same thing, and do they agree?

Two reports give a figure in different sentences, so the question is answered by what is counted,
what became of it, and the words and names near it; never by the words of the whole text alone.
"""

from __future__ import annotations

import math

from credcheck.support.comparable import DOUBTS, doubts
from credcheck.support.dates import Moment, MomentKind, is_same_moment
from credcheck.support.likeness import MOMENT_KINDS
from credcheck.support.quantities import Agreement, Quantity, agreement
from credcheck.types import Claim, Measure, Span

# Two days of one month are likelier one day gone wrong than days of two months.
SAME_MONTH = 0.4
_NOWHERE = Span(0, 0)
LEAST_TELLING = 13
# Of 12 value differences told in 165 real articles the bare months and the counts below five were
# all of two things.
FEW, FEW_PENALTY = 5, 0.5
# Two articles of one law, two flights of one airline, the third debate and the fourth: numbers of
# names and places in a row differ more often than not. Of 11 days of the week told in 1,625 real
# articles all were of two things.
# "Half" of one thing and "a third" of another are mostly of two.
LOOSE_PENALTY = 0.5
PENALTIES = {
    "label": 3.0,
    "ordinal": 2.0,
    "weekday": 3.0,
    "year": 1.0,
    "date": 0.4,
    "month": 0.9,
    "age": 0.6,
    "duration": 0.5,
}
# What each of the doubts takes off, in the order of DOUBTS.
DOUBTED = (3.0,) * len(DOUBTS)


def agrees(left: Claim, right: Claim) -> Agreement:
    """Whether two numbers or dates say the same, may say the same, differ, or are unlike."""
    one, two = left.measure, right.measure
    if one is None or two is None:
        return "other"
    if one.kind in MOMENT_KINDS or two.kind in MOMENT_KINDS:
        return _moments_agree(left, right)
    return agreement(_quantity(one), _quantity(two))


def _moments_agree(left: Claim, right: Claim) -> Agreement:
    one, two = _moment(left), _moment(right)
    if one is None or two is None:
        return "other"
    same = is_same_moment(one, two)
    if same is None:
        return "other"
    if not same:
        return "differ" if left.measure and right.measure else "other"
    return "same" if left.value == right.value else "compatible"


def _moment(claim: Claim) -> Moment | None:
    kinds: dict[str, MomentKind] = {
        "date": "date", "month": "month", "year": "year", "weekday": "weekday", "clock": "clock"
    }  # fmt: skip
    measure = claim.measure
    if measure is None or measure.kind not in kinds:
        return None
    return Moment(_NOWHERE, kinds[measure.kind], claim.value, measure.hedge == "about")


def _quantity(measure: Measure) -> Quantity:
    return Quantity(
        _NOWHERE,
        measure.kind,
        measure.value,
        measure.low,
        measure.high,
        "exact" if measure.hedge == "exact" else "about",
        measure.unit,
    )


def is_telling(claim: Claim) -> bool:
    """True if a value is seldom equal by chance."""
    measure = claim.measure
    if measure is None:
        return False
    if measure.kind == "count":
        return measure.value >= LEAST_TELLING and len(claim.value.strip("0.")) > 1
    return measure.kind != "percent" or measure.value not in {50.0, 100.0}


def prior(left: Claim, right: Claim) -> float:
    """
    What is known beforehand of two values that differ, in log odds: what looks like one value gone
    wrong, less what is known of their kinds and what speaks against them.
    """
    one, two = left.measure, right.measure
    if one is None or two is None:
        return -math.inf
    against = sum(d for d, is_so in zip(DOUBTED, doubts(left, right), strict=True) if is_so)
    return slip(left, right) - _penalty(one, two) - against


def _penalty(one: Measure, two: Measure) -> float:
    """What is taken off for kinds of numbers that differ without meaning it."""
    if one.kind in PENALTIES:
        return PENALTIES[one.kind]
    if one.kind == "percent" and "about" in (one.hedge, two.hedge):
        return LOOSE_PENALTY
    return FEW_PENALTY if one.kind == "count" and max(one.value, two.value) < FEW else 0.0


def probability(log_odds: float) -> float:
    """Log odds as a probability."""
    return 1.0 / (1.0 + math.exp(-log_odds)) if log_odds > -50 else 0.0


def slip(left: Claim, right: Claim) -> float:
    """
    How much two differing values look like one value gone wrong, in log odds.

    Swapped digits and a single changed digit are how figures slip; far apart, they are rather
    figures of two things.
    """
    one, two = left.measure, right.measure
    if one is None or two is None or one.kind in MOMENT_KINDS:
        return (
            SAME_MONTH if left.value[:-3] == right.value[:-3] and left.value[-3:-2] == "-" else 0.0
        )
    if one.kind == "score":
        return 0.0
    digits = sorted((_digits(one.value), _digits(two.value)), key=len)
    is_slip = len(digits[1]) > 1 and (
        sorted(digits[0]) == sorted(digits[1])
        or (len(digits[0]) == len(digits[1]) and _apart(*digits) == 1)
    )
    small, large = sorted((abs(one.value), abs(two.value)))
    octaves = math.log2(large / small) if small > 0 else 3.0
    return 0.7 * is_slip - 0.5 * max(0.0, octaves - 1.0)


def _digits(value: float) -> str:
    return f"{value:.10g}".replace(".", "").rstrip("0")


def _apart(left: str, right: str) -> int:
    return sum(a != b for a, b in zip(left, right, strict=True))
