"""
What two values that differ have in common: is one a slip of the keys for the other?

Digits swapped ("8,400", "4,800"), one digit gone wrong ("3,750", "3,450"), the first one left out
("18,000", "8,000"), the next number, the next month, or just far apart.
"""

from __future__ import annotations

import math
from functools import lru_cache

from credcheck.support.likeness import MOMENT_KINDS
from credcheck.types import Claim, Measure

FEATURES = (
    "digits swapped", "one digit", "digit left out", "octaves", "next number", "moment swapped",
    "moment one digit", "moment apart", "year swapped", "near year", "far year",
)  # fmt: skip
# Beyond eight times as much, and beyond half a day, is as far as can be.
MOST_OCTAVES = 3.0
# Years further apart are of two things: of 20 judged by eye in real articles all 8 that were so,
# swapped digits apart.
NEAR_YEARS = 2
# Times of day are held apart in steps that double from this many minutes on.
CLOCK_STEP = 30
_NUMBERS, _MOMENTS, _YEARS = (0.0,) * 5, (0.0,) * 3, (0.0,) * 3


def slips(left: Claim, right: Claim) -> tuple[float, ...]:
    """What two differing values of one kind have in common, in the order of FEATURES."""
    one, two = left.measure, right.measure
    if one is None or two is None:
        raise ValueError("only numbers and dates have values that slip")
    if one.kind == "year":
        return *_NUMBERS, *_MOMENTS, *_of_years(left.value, right.value)
    if one.kind in MOMENT_KINDS:
        return *_NUMBERS, *_of_moments(left.value, right.value), *_YEARS
    return *_of_numbers(one, two), *_MOMENTS, *_YEARS


def are_swapped(one: Measure, two: Measure) -> bool:
    """True if one number has the digits of the other in another order."""
    return is_anagram(digits(one.value), digits(two.value))


def is_swap(left: Claim, right: Claim) -> bool:
    """True if a number, a date or a time of day has the digits of the other in another order."""
    one, two = left.measure, right.measure
    if one is None or two is None or one.kind == "year":
        return False
    if one.kind in MOMENT_KINDS:
        return bool(_of_moments(left.value, right.value)[0])
    return are_swapped(one, two)


def _of_numbers(one: Measure, two: Measure) -> tuple[float, ...]:
    ours, theirs = digits(one.value), digits(two.value)
    shorter, longer = sorted((ours, theirs), key=len)
    small, large = sorted((abs(one.value), abs(two.value)))
    return (
        is_anagram(ours, theirs),
        len(ours) > 1 and is_one_off(ours, theirs),
        bool(shorter) and longer[1:] == shorter,
        min(MOST_OCTAVES, math.log2(large / small)) if small > 0 else MOST_OCTAVES,
        large - small == 1,
    )


def _of_moments(left: str, right: str) -> tuple[float, ...]:
    """Of dates, months, days of the week and times of day as `dates` writes them."""
    ours, theirs = (value.replace("-", "").replace(":", "") for value in (left, right))
    are_digits = ours.isdecimal() and theirs.isdecimal()
    return (
        are_digits and is_anagram(ours, theirs),
        are_digits and is_one_off(ours, theirs),
        _apart(left, right),
    )


def _apart(left: str, right: str) -> float:
    """How far apart two times of day are; of dates whether their months differ."""
    if ":" not in left:
        return float(left.split("-")[1:2] != right.split("-")[1:2])
    one, two = (int(clock[:2]) * 60 + int(clock[3:]) for clock in (left, right))
    minutes = min(abs(one - two), 1440 - abs(one - two))
    return min(MOST_OCTAVES, math.log2(1.0 + minutes / CLOCK_STEP))


def _of_years(left: str, right: str) -> tuple[float, ...]:
    is_swapped = is_anagram(left, right)
    is_near = is_swapped or abs(int(left) - int(right)) <= NEAR_YEARS
    return is_swapped, is_near, not is_near


@lru_cache(maxsize=1 << 12)
def digits(value: float) -> str:
    """The digits of a number up to the last that is not 0."""
    return f"{value:.10g}".replace(".", "").rstrip("0")


def is_anagram(left: str, right: str) -> bool:
    """True if two numbers have the same digits in another order."""
    return left != right and sorted(left) == sorted(right)


def is_one_off(left: str, right: str) -> bool:
    """True if two numbers of as many digits differ in a single one."""
    return len(left) == len(right) and sum(a != b for a, b in zip(left, right, strict=True)) == 1
