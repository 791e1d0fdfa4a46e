"""
Do two numbers speak of the same thing, and do they agree?

Two reports give a figure in different sentences, so the question is answered by what is counted,
what became of it, and the words and names near it; never by the words of the whole text alone.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache

from credcheck.support.dates import Moment, MomentKind, is_same_moment
from credcheck.support.lexicon import rarity, related
from credcheck.support.lexicon import things as classes
from credcheck.support.quantities import Agreement, Quantity, agreement
from credcheck.types import Claim, Measure, Span

MOMENT_KINDS = frozenset({"date", "month", "year", "weekday", "clock"})
# A class of words says less than a rare word: it is there to match, not to identify.
CLASS_WEIGHT = 2.5
LEAST_KINSHIP = 0.5
# Two days of one month are likelier one day gone wrong than days of two months.
SAME_MONTH = 0.4
# Where a report says first what it is about.
EARLY_CHARACTERS = 700
_NOWHERE = Span(0, 0)
MODEL = {
    "number": (
        (2.4, 2.4, 0.6, 0.3, -1.2, -0.2, 0.8, -0.6, 0.7, -0.5, 0.7, 1.2, 0.8, 0.0, 0.7, -0.8, 0.4),
        -2.2,
    ),
    "day": (
        (1.6, 3.6, 0.4, 0.0, 0.0, 0.0, 0.0, 0.0, 0.3, -0.5, 0.4, 1.0, 0.9, -0.2, 0.0, 0.0, 0.2),
        -1.6,
    ),
}
# Days of the week and years stand in every report, mostly for other things: both sentences must
# say nearly the same.
LOOSE_KINDS = frozenset({"weekday", "year"})
LEAST_LOOSE_OVERLAP, LEAST_LOOSE_PART = 1.05, 0.45
LEAST_LIKENESS_OF_YEARS = 2.0
# Of 12 value differences told in 165 real articles the bare months and the counts below five were
# all of two things.
FEW, FEW_PENALTY, MONTH_PENALTY = 5, 0.5, 0.7
# Two articles of one law, two flights of one airline: numbers of names differ more often than not.
LABEL_PENALTY = 2.0


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


@lru_cache(maxsize=1 << 15)
def weight(word: str) -> float:
    """How much it says that two contexts share a word."""
    return CLASS_WEIGHT if word[0] == "@" else max(0.5, rarity(word))


def overlap(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Shared weight over the weight of the lighter side, 0..1; related words count in part."""
    if not left or not right:
        return 0.0
    theirs, ours = as_set(right), as_set(left)
    alone = theirs - ours
    shared = sum(weight(word) if word in theirs else _kin(word, alone) for word in left)
    return min(1.0, shared / min(_total(left), _total(right)))


@lru_cache(maxsize=1 << 15)
def as_set(words: tuple[str, ...]) -> frozenset[str]:
    """Words as a set, kept, since each is compared many times."""
    return frozenset(words)


def _kin(word: str, others: frozenset[str]) -> float:
    """The weight that the nearest relative of a word among `others` adds."""
    kin = related().get(word)
    if not kin or others.isdisjoint(kin):
        return 0.0
    best = max(kin[other] for other in others.intersection(kin))
    return best * best * weight(word)


@lru_cache(maxsize=1 << 14)
def _total(words: tuple[str, ...]) -> float:
    return sum(weight(word) for word in words)


def thing_match(left: str, right: str) -> float:
    """1 the same thing, .6 one may include the other, 0 not said, -1 different things."""
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    if "person" in (left, right) and _is_person(left) and _is_person(right):
        return 0.6
    strength = related().get(left, {}).get(right, 0.0)
    return strength if strength >= LEAST_KINSHIP else -1.0


@cache
def _persons() -> frozenset[str]:
    return frozenset(name for name, group in classes().values() if group == "person")


def _is_person(name: str) -> bool:
    return name in _persons()


FEATURES = (
    "near", "about", "thing same", "thing kin", "thing other", "thing missing",
    "state same", "state one", "names shared", "names apart", "first name", "next word",
    "role same", "role apart", "unit same", "near few", "both early",
)  # fmt: skip


def features(left: Claim, right: Claim) -> tuple[float, ...]:
    """What speaks for and against two numbers of one kind being about the same; see FEATURES."""
    one, two = left.measure, right.measure
    if one is None or two is None:
        raise ValueError("only numbers and dates have features")
    thing = thing_match(one.thing, two.thing)
    shared = bool(set(one.names).intersection(two.names))
    is_named = bool(one.names and two.names)
    is_role = bool(one.role and two.role)
    return (
        overlap(one.near, two.near),
        overlap(left.about, right.about),
        thing == 1.0,
        thing if 0 < thing < 1 else 0.0,
        thing < 0,
        bool(one.thing) != bool(two.thing),
        bool(one.state) and one.state == two.state,
        bool(one.state) != bool(two.state),
        shared,
        is_named and not shared,
        is_named and one.names[0] == two.names[0],
        one.near[:1] == two.near[:1] and bool(one.near),
        is_role and one.role == two.role,
        is_role and one.role != two.role,
        one.unit == two.unit and bool(one.unit),
        min(len(one.near), len(two.near)) < 4,
        max(left.span.start, right.span.start) < EARLY_CHARACTERS,
    )


def likeness(left: Claim, right: Claim) -> float:
    """
    How much speaks for two numbers or dates of one kind being about the same thing, in log odds.

    -infinity if they are known to be about different things.
    """
    one, two = left.measure, right.measure
    if one is None or two is None or (one.state and two.state and one.state != two.state):
        return -math.inf
    weights, bias = MODEL["day" if one.kind in MOMENT_KINDS else "number"]
    return (
        bias
        - _penalty(one, two)
        + sum(w * f for w, f in zip(weights, features(left, right), strict=True))
    )


def _penalty(one: Measure, two: Measure) -> float:
    """What is taken off for kinds of numbers that differ without meaning it."""
    if one.kind == "label":
        return LABEL_PENALTY
    if one.kind == two.kind == "month":
        return MONTH_PENALTY
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


def is_comparable(left: Claim, right: Claim) -> bool:
    """True if two numbers that differ would be a difference: no table rows, no moving counts."""
    one, two = left.measure, right.measure
    if one is None or two is None or one.is_row or two.is_row:
        return False
    if one.kind in MOMENT_KINDS:
        return one.kind == two.kind and _is_dated(left, right)
    if "vague" in (one.hedge, two.hedge) or (one.kind == "label" and one.unit != two.unit):
        return False
    is_one_time = are_periods_alike(one, two) and not _is_moving(one, two)
    return is_one_time and _is_near_in_size(one, two)


def are_periods_alike(one: Measure, two: Measure) -> bool:
    """False if both name stretches of time and none is the same."""
    return not one.periods or not two.periods or bool(set(one.periods).intersection(two.periods))


def _is_moving(one: Measure, two: Measure) -> bool:
    """
    True if the two may be one count at two times: other times are stated, or one says it moved.
    """
    if one.state and (one.is_update or two.is_update):
        return True
    return bool(one.times and two.times and not set(one.times).intersection(two.times))


# Of the differing values planted or found in print, hardly any are further apart.
MOST_TIMES_APART = 5.0


def _is_near_in_size(one: Measure, two: Measure) -> bool:
    if one.kind in {"score", "ordinal"}:
        return True
    small, large = sorted((abs(one.value), abs(two.value)))
    return small > 0 and large / small <= MOST_TIMES_APART


def _is_dated(left: Claim, right: Claim) -> bool:
    """True if two moments date what happened, and not until when something was known."""
    one, two = left.measure, right.measure
    if one is None or two is None or {"by", "until", "since"} & {one.role, two.role}:
        return False
    if one.kind not in LOOSE_KINDS:
        return True
    if one.kind == "year" and likeness(left, right) >= LEAST_LIKENESS_OF_YEARS:
        return True
    same = overlap(one.near, two.near), overlap(left.about, right.about)
    return min(same) >= LEAST_LOOSE_PART and sum(same) >= LEAST_LOOSE_OVERLAP
