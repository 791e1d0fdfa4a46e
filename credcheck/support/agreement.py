"""Whether two quantities say the same: equal, within what the wording of one allows, or neither."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from credcheck.support.hedges import Hedge
from credcheck.types import Span

Agreement = Literal["same", "compatible", "differ", "other"]
# What is written as one number may be rounded by less than this; beyond, two ends were given.
LEAST_RANGE = 1.1


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    A number as said: `value` in the unit of its kind, and the values the wording allows.

    `kind` is count, percent, points, money, duration, age, ordinal, score, label or a dimension;
    `unit` the currency of money, the unit as written otherwise. Units: days, metres, hectares,
    kilograms, km/h, megawatts, litres, degrees Celsius.
    """

    span: Span
    kind: str
    value: float
    low: float
    high: float
    hedge: Hedge = "exact"
    unit: str = ""


def agreement(left: Quantity, right: Quantity) -> Agreement:
    """
    Whether two numbers say the same: equal, within what the wording allows, or neither.

    "other" if they cannot be compared (another kind or currency).
    """
    if left.kind != right.kind or (left.kind == "money" and left.unit != right.unit):
        return "other"
    is_converted = left.unit != right.unit and left.kind != "money"
    slack = (0.06 if is_converted else 0.0005) * max(abs(left.value), abs(right.value), 1e-9)
    if _has_two_ends(left) and _has_two_ends(right):
        apart = max(abs(left.low - right.low), abs(left.high - right.high))
        return "same" if apart <= slack else "differ"
    if abs(left.value - right.value) <= slack:
        return "same"
    is_near = _is_allowed(left, right) or _is_rounded(left, right) or _is_rounded(right, left)
    return "compatible" if is_near else "differ"


def _has_two_ends(quantity: Quantity) -> bool:
    """True of "40 to 60 hours": two ends, and no looseness."""
    return quantity.hedge == "exact" and quantity.high > quantity.value * LEAST_RANGE


def _is_rounded(whole: Quantity, exact: Quantity) -> bool:
    """True of 2 per cent for 1.7, where "2.0" is not written."""
    is_whole = whole.value == int(whole.value) and exact.value != int(exact.value)
    is_share = whole.kind in {"percent", "points"}
    return is_share and is_whole and abs(whole.value - exact.value) <= 0.5


def _is_allowed(left: Quantity, right: Quantity) -> bool:
    """True if one value lies in what the other's wording allows, or two loose wordings overlap."""
    if left.low <= right.value <= left.high or right.low <= left.value <= right.high:
        return True
    hedges = {left.hedge, right.hedge}
    is_loose = "exact" not in hedges and hedges != {"about"}
    return is_loose and left.low <= right.high and right.low <= left.high
