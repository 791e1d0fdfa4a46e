"""
What speaks for a swap: each sign of a span adds to its log odds, by a step function of its own.

A generalised additive model (Hastie and Tibshirani 1986): what the tagger says of the tokens of a
span, beside it, around it and in the whole text, what the n-grams say of its candidates, how rare
its words are, how long it is, if it is a name. The step functions (lexicons/swap_signs.tsv) are
sums of boosted stumps, fitted by tools/build_swap_signs.py to texts spun by hand in many manners
and to articles spun by synthetic spinners.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from credcheck.lexicons import rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Flags = NDArray[np.bool_]
    Places = NDArray[np.int64]

SIGNS = (
    *("evidence", "tagger", "highest", "lowest", "before", "after", "around", "whole"),
    *("frequency", "words", "capital", "weight", "margin", "candidates"),
)
# The encoder says as much in its way; these come after the others where it was asked.
ASKED_SIGNS = ("encoder", "encoder highest", "encoder around", "encoder whole")
# The four numbers below were set once, by hand, and not tried otherwise; the step functions are
# fitted to signs that are worked out with them. Tokens on either side that are around a span:
NEAR_TOKENS = 12
# Beyond the ends of a text stands nothing that looks swapped.
EDGE_ODDS = -4.0
# A margin above this says no more; a span with one candidate has it.
MOST_MARGIN = 5.0
# What keeps the logarithm of a share finite.
LEAST_SHARE = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class Offered:
    """
    What the candidates of each span say.

    `ratios` is the evidence, `weights` that of the best candidate whatever the text, `margins` by
    how much it is ahead of the second, `counts` the natural log of their number and one.
    """

    ratios: Floats
    weights: Floats
    margins: Floats
    counts: Floats

    def of(self, chosen: Places) -> Offered:
        """Return what is said of the chosen spans."""
        every = (self.ratios, self.weights, self.margins, self.counts)
        return Offered(*(column[chosen] for column in every))


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """
    What is known of each token: natural log odds that it was put in, and how rare it is (log10).

    `encoder` is None if it was not asked.
    """

    tagger: Floats
    frequencies: Floats
    are_capital: Flags
    encoder: Floats | None = None

    def odds_of(self, starts: Places, ends: Places, offered: Offered) -> Floats:
        """Return the natural log odds of spans that they were put in."""
        table = tables()[self.encoder is not None]
        return table.log_odds(self.signs(starts, ends, offered))

    def signs(self, starts: Places, ends: Places, offered: Offered) -> Floats:
        """Return the signs of each span, (spans, SIGNS) or (spans, SIGNS and ASKED_SIGNS)."""
        beyond = np.pad(self.tagger, 1, constant_values=EDGE_ODDS)
        columns = [
            offered.ratios,
            means(self.tagger, starts, ends),
            np.maximum.reduceat(beyond, _pairs(starts, ends))[::2],
            np.minimum.reduceat(beyond, _pairs(starts, ends))[::2],
            beyond[starts],
            beyond[ends + 1],
            around(self.tagger, starts, ends),
            np.full(len(starts), whole(self.tagger), np.float32),
            np.minimum.reduceat(np.pad(self.frequencies, 1), _pairs(starts, ends))[::2],
            (ends - starts).astype(np.float32),
            self.are_capital[starts].astype(np.float32),
            *(offered.weights, offered.margins, offered.counts),
        ]
        if self.encoder is not None:
            highest = np.pad(self.encoder, 1, constant_values=EDGE_ODDS)
            columns += [
                means(self.encoder, starts, ends),
                np.maximum.reduceat(highest, _pairs(starts, ends))[::2],
                around(self.encoder, starts, ends),
                np.full(len(starts), whole(self.encoder), np.float32),
            ]
        return np.stack(columns, axis=1)


def _pairs(starts: Places, ends: Places) -> Places:
    """Return where each span begins and ends in a row with one token before the first."""
    return np.stack([starts + 1, ends + 1], axis=1).ravel()


def means(values: Floats, starts: Places, ends: Places) -> Floats:
    """Return the mean of the values in each range."""
    sums = _sums(values)
    found: Floats = ((sums[ends] - sums[starts]) / (ends - starts)).astype(np.float32)
    return found


def around(odds: Floats, starts: Places, ends: Places) -> Floats:
    """Return the natural log of the share of the tokens near each span that look swapped."""
    sums = _sums(shares(odds))
    first, last = np.maximum(starts - NEAR_TOKENS, 0), np.minimum(ends + NEAR_TOKENS, len(odds))
    beside = sums[last] - sums[first] - (sums[ends] - sums[starts])
    tokens = np.maximum(last - first - (ends - starts), 1)
    found: Floats = np.log(beside / tokens + LEAST_SHARE).astype(np.float32)
    return found


def whole(odds: Floats) -> float:
    """Return the natural log of the share of all tokens that look swapped."""
    return float(np.log(shares(odds).mean() + LEAST_SHARE))


def shares(odds: Floats) -> Floats:
    """Return the probabilities that belong to log odds."""
    found: Floats = (1 / (1 + np.exp(-odds))).astype(np.float32, copy=False)
    return found


def _sums(values: Floats) -> NDArray[np.float64]:
    return np.concatenate([np.zeros(1), np.cumsum(values, dtype=np.float64)])


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """What each sign adds above each of its thresholds, and what all begin at."""

    bias: float
    thresholds: tuple[Floats, ...]
    added: tuple[Floats, ...]  # One more than thresholds: first what is added below all.

    def log_odds(self, signs: Floats) -> Floats:
        """Return the sum over all signs for each span."""
        total = np.full(len(signs), self.bias, np.float32)
        for values, bounds, added in zip(signs.T, self.thresholds, self.added, strict=True):
            total += added[np.searchsorted(bounds, values, side="left")]
        return total


@cache
def tables() -> tuple[Table, Table]:
    """Return the table without the encoder, and the one with it."""
    steps = rows("swap_signs")
    read = [(asked, sign, float(above), float(odds)) for asked, sign, above, odds in steps]
    plain = [row[1:] for row in read if row[0] == "no"]
    asked = [row[1:] for row in read if row[0] == "yes"]
    return table_of(plain, SIGNS), table_of(asked, (*SIGNS, *ASKED_SIGNS))


def table_of(steps: list[tuple[str, float, float]], signs: tuple[str, ...]) -> Table:
    """Return the table of steps (sign, threshold, natural log odds added above it)."""
    bias = sum(odds for sign, _, odds in steps if sign == "bias")
    of_signs = [sorted((at, odds) for name, at, odds in steps if name == sign) for sign in signs]
    return Table(
        bias,
        tuple(np.array([at for at, _ in some], np.float32) for some in of_signs),
        tuple(
            np.concatenate([[0], np.cumsum([odds for _, odds in some])]).astype(np.float32)
            for some in of_signs
        ),
    )
