"""
Do two numbers or dates agree?

Equal, within what the wording of one allows, different, or of kinds that cannot be compared.
"""

from __future__ import annotations

import math

from credcheck.support.agreement import Agreement, Quantity, agreement
from credcheck.support.dates import Moment, MomentKind, is_same_moment
from credcheck.support.likeness import MOMENT_KINDS
from credcheck.types import Claim, Measure, Span

_NOWHERE = Span(0, 0)
LEAST_TELLING = 13


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


def probability(log_odds: float) -> float:
    """Log odds as a probability."""
    return 1.0 / (1.0 + math.exp(-log_odds)) if log_odds > -50 else 0.0
