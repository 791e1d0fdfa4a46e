"""
Do two numbers speak of the same thing, and do they agree?

Two reports give a figure in different sentences, so the question is answered by what is counted,
what became of it, and the words and names near it; never by the words of the whole text alone.
"""

from __future__ import annotations

from functools import lru_cache

from credcheck.support.dates import Moment, MomentKind, is_same_moment
from credcheck.support.lexicon import rarity
from credcheck.support.lexicon import things as classes
from credcheck.support.quantities import Agreement, Quantity, agreement
from credcheck.types import Claim, Measure, Span

MOMENT_KINDS = frozenset({"date", "month", "year", "weekday", "clock"})
# A class of words says less than a rare word: it is there to match, not to identify.
CLASS_WEIGHT = 2.5
_NOWHERE = Span(0, 0)


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
    """Shared weight over the weight of the lighter side, 0..1."""
    if not left or not right:
        return 0.0
    shared = set(left).intersection(right)
    if not shared:
        return 0.0
    lighter = min(_total(left), _total(right))
    return sum(weight(word) for word in sorted(shared)) / lighter


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
    return -1.0


@lru_cache(maxsize=1 << 10)
def _is_person(name: str) -> bool:
    return any(name == found and group == "person" for found, group in classes().values())


def likeness(left: Claim, right: Claim) -> float:
    """
    How likely two numbers or dates of one kind are about the same thing, 0..1; 0 if they are not.
    """
    one, two = left.measure, right.measure
    if one is None or two is None:
        return 0.0
    if one.state and two.state and one.state != two.state:
        return 0.0
    thing = thing_match(one.thing, two.thing)
    if thing < 0:
        return 0.0
    near = overlap(one.near, two.near)
    about = overlap(left.about, right.about)
    names = _names(one, two)
    state = 1.0 if one.state and one.state == two.state else 0.0
    return min(1.0, 0.3 * near + 0.3 * about + 0.15 * thing + 0.15 * state + 0.1 * names)


def _names(left: Measure, right: Measure) -> float:
    if not left.names or not right.names:
        return 0.0
    return 1.0 if set(left.names).intersection(right.names) else -1.0


def is_moving(left: Claim, right: Claim) -> bool:
    """
    True if the two may be one count at two times: other times are stated, or one says it moved.
    """
    one, two = left.measure, right.measure
    if one is None or two is None or one.kind in MOMENT_KINDS:
        return False
    if one.state and (one.is_update or two.is_update):
        return True
    return bool(one.times and two.times and not set(one.times).intersection(two.times))
