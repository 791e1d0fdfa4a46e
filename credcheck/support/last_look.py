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
from credcheck.support.comparable import SOFT, doubts, soft
from credcheck.support.likeness import MOMENT_KINDS
from credcheck.support.slips import FEATURES as SLIPS
from credcheck.support.slips import slips
from credcheck.types import Claim, Measure

KINDS = (
    "label", "ordinal", "year", "weekday", "clock", "date", "month", "age", "duration", "percent",
    "money", "score",
)  # fmt: skip
FEATURES = (
    "second look", "first look", "sentences alike", "reports alike", "given elsewhere",
    "figures alike", "figures of kind", "words of shorter", "words of longer",
    *SLIPS,
    *(f"doubt {name}" for name in SOFT),
    *(f"{name} in long" for name in ("moment", "row", "year", "near year", "slip", "doubt")),
    *(f"kind {name}" for name in KINDS),
)  # fmt: skip
# Reports of fewer and of more words are taken for as short and as long as that.
SHORT_WORDS, LONG_WORDS = 75, 740
# A value of which a report gives an equal one elsewhere: from here on the likeness of that one
# speaks against a difference.
LEAST_GIVEN = -5.0
ROWS = frozenset({"label", "ordinal"})
_NEAR_YEAR, _SLIPS = SLIPS.index("near year"), slice(0, 2)


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
    slipped, doubted = slips(left, right), soft(doubts(left, right))
    return (
        seen.second,
        seen.first,
        seen.sentences,
        seen.reports,
        max(0.0, seen.given - LEAST_GIVEN),
        _log_product(settings[0].slots.get(_slot(one), 1), settings[1].slots.get(_slot(two), 1)),
        _log_product(settings[0].kinds.get(one.kind, 1), settings[1].kinds.get(two.kind, 1)),
        shorter,
        longer,
        *slipped,
        *doubted,
        (one.kind in MOMENT_KINDS and one.kind != "year") * longer,
        (one.kind in ROWS) * longer,
        (one.kind == "year") * longer,
        slipped[_NEAR_YEAR] * longer,
        any(slipped[_SLIPS]) * longer,
        any(doubted) * max(0.0, longer),
        *(one.kind == kind for kind in KINDS),
    )


def _length(setting: Setting) -> float:
    return math.log(min(LONG_WORDS, max(SHORT_WORDS, setting.words)) / 100)


def _log_product(one: int, two: int) -> float:
    return math.log(max(1, one) * max(1, two))


@cache
def weights() -> tuple[float, tuple[float, ...]]:
    """The bias and the weights in the order of FEATURES."""
    table = {name: float(value) for name, value in rows("last_look_weights")}
    return table["bias"], tuple(table[name] for name in FEATURES)


def likelihood(found: Sequence[float]) -> float:
    """How much speaks for one figure told twice, in log odds."""
    bias, each = weights()
    return bias + sum(value * each[place] for place, value in enumerate(found))
