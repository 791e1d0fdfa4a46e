"""
The last look at two figures that differ: how likely is it that they are one figure, told twice?

What the second look found, weighed with what looks like a slip of the keys, with the kind of the
figures, with whether the reports give the value elsewhere, and with how many figures they hold: in
two short reports two figures of a kind are of one thing more often than in two long ones. A
logistic regression (`tools/build_last_look.py`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from credcheck.lexicons import rows
from credcheck.support.likeness import MOMENT_KINDS, weight
from credcheck.types import Claim, Measure

KINDS = (
    "label", "ordinal", "weekday", "clock", "date", "month", "age", "duration", "percent", "money",
    "score",
)  # fmt: skip
FEATURES = (
    "second look", "first look", "sentences alike", "reports alike", "slip", "octaves",
    "near year", "far year", "given elsewhere", "head shared", "figures alike", "figures of kind",
    "words of shorter", "words of longer", "moment in long", "row in long", "near year in long",
    *(f"kind {name}" for name in KINDS),
)  # fmt: skip
# Years further apart are of two things: of 20 judged by eye in real articles all 8 that were so,
# swapped digits apart.
NEAR_YEARS = 2
# Twice as much and more is no slip; beyond eight times as much is as far as can be.
MOST_OCTAVES = 3.0
# Reports of fewer and of more words are taken for as short and as long as that.
SHORT_WORDS, LONG_WORDS = 75, 740
# A value of which a report gives an equal one elsewhere: from here on the likeness of that one
# speaks against a difference.
LEAST_GIVEN = -5.0
MOST_HEAD = 12.0
ROWS = frozenset({"label", "ordinal"})


@dataclass(frozen=True, slots=True)
class Setting:
    """How often a report gives each kind of figure, and figures of the same, and its words."""

    kinds: Mapping[str, int]
    slots: Mapping[tuple[str, str, str], int]
    words: int

    @classmethod
    def of(cls, claims: Sequence[Claim], text: str) -> Setting:
        """The setting that these claims of a text make up."""
        kinds: dict[str, int] = {}
        slots: dict[tuple[str, str, str], int] = {}
        for measure in (claim.measure for claim in claims if claim.measure):
            kinds[measure.kind] = kinds.get(measure.kind, 0) + 1
            slots[_slot(measure)] = slots.get(_slot(measure), 0) + 1
        return cls(kinds, slots, text.count(" ") + 1)


def _slot(measure: Measure) -> tuple[str, str, str]:
    """What a figure is of, as far as its unit and the word after it say."""
    return measure.kind, measure.unit, measure.run[0] if measure.run else measure.thing


@dataclass(frozen=True, slots=True)
class Seen:
    """
    What the earlier looks found: their log odds, how alike the sentences and the reports are, and
    how likely (log odds) one of the two values is given elsewhere in the other report, -infinity if
    it is not.
    """

    second: float
    first: float
    sentences: float
    reports: float
    given: float = -math.inf


def values(
    left: Claim, right: Claim, seen: Seen, settings: tuple[Setting, Setting]
) -> tuple[float, ...]:
    """What speaks for and against two differing figures being one, in the order of FEATURES."""
    one, two = left.measure, right.measure
    if one is None or two is None:
        raise ValueError("only numbers and dates have features")
    shorter, longer = sorted(_length(setting) for setting in settings)
    near_year = _is_near_year(left.value, right.value) if one.kind == "year" else None
    is_day = one.kind in MOMENT_KINDS and one.kind != "year"
    return (
        seen.second,
        seen.first,
        seen.sentences,
        seen.reports,
        is_slip(one, two),
        max(0.0, _octaves(one, two) - 1.0),
        near_year is True,
        near_year is False,
        max(0.0, seen.given - LEAST_GIVEN),
        _head(one, two),
        _log_product(settings[0].slots.get(_slot(one), 1), settings[1].slots.get(_slot(two), 1)),
        _log_product(settings[0].kinds.get(one.kind, 1), settings[1].kinds.get(two.kind, 1)),
        shorter,
        longer,
        is_day * longer,
        (one.kind in ROWS) * longer,
        (near_year is True) * longer,
        *(one.kind == kind for kind in KINDS),
    )


def _length(setting: Setting) -> float:
    return math.log(min(LONG_WORDS, max(SHORT_WORDS, setting.words)) / 100)


def _log_product(one: int, two: int) -> float:
    return math.log(max(1, one) * max(1, two))


def _head(one: Measure, two: Measure) -> float:
    """How much it says that words right after both figures are the same."""
    shared = set(one.run) & set(two.run)
    return min(MOST_HEAD, sum(weight(word) for word in sorted(shared)))


def _is_near_year(left: str, right: str) -> bool:
    return abs(int(left) - int(right)) <= NEAR_YEARS or sorted(left) == sorted(right)


def _octaves(one: Measure, two: Measure) -> float:
    """How many times one value is twice the other."""
    small, large = sorted((abs(one.value), abs(two.value)))
    return min(MOST_OCTAVES, math.log2(large / small)) if small > 0 else MOST_OCTAVES


def is_slip(one: Measure, two: Measure) -> bool:
    """True if two values look like one gone wrong: digits swapped, or one of them another."""
    if one.kind in MOMENT_KINDS or one.kind == "score":
        return False
    shorter, longer = sorted((_digits(one.value), _digits(two.value)), key=len)
    if len(longer) < 2:
        return False
    is_changed = len(shorter) == len(longer) and _apart(shorter, longer) == 1
    return is_changed or sorted(shorter) == sorted(longer)


def _digits(value: float) -> str:
    return f"{value:.10g}".replace(".", "").rstrip("0")


def _apart(left: str, right: str) -> int:
    return sum(a != b for a, b in zip(left, right, strict=True))


@cache
def weights() -> tuple[float, tuple[float, ...]]:
    """The bias and the weights in the order of FEATURES."""
    table = {name: float(value) for name, value in rows("last_look_weights")}
    return table["bias"], tuple(table[name] for name in FEATURES)


def likelihood(found: Sequence[float]) -> float:
    """How much speaks for one figure told twice, in log odds."""
    bias, each = weights()
    return bias + sum(value * each[place] for place, value in enumerate(found))
