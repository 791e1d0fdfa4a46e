"""
From gains to evidence: how much more does a text speak for a swap than for what is written?

A conditional logit over the candidates of a span and "as written". Each candidate has a score: its
gains, and a weight learned for it in advance (source, rarity, how often the same key looks swapped
in clean text). The log-likelihood ratio of a span is the log of the sum over its candidates, so
many fair candidates count as much as one good one. Fitted by tools/build_substitutions.py.

Once it is known that something was put in, another question is asked: what stood there? Its weights
are those of the first, adapted to texts spun by hand, where people choose otherwise than a machine
that draws; of a candidate it also counts how likely it is to be swapped for just what is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.gains import seams

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from credcheck.language.candidates import Candidates, Spans
    from credcheck.language.gains import Line, Rows

    Floats = NDArray[np.float32]
    Places = NDArray[np.int64]

# Gains beyond these say no more: a model of this size cannot tell one in a million from less.
LEAST_GAIN, MOST_GAIN = -6.0, 6.0


@dataclass(frozen=True, slots=True)
class Weights:
    """The coefficients that do not belong to one candidate; gains in log10, scores in log."""

    left: float
    right: float
    both: float
    join: float  # For each neighbour beside which the candidate has been seen.
    joined: float  # The same where both are.
    seam: float  # For each neighbour beside which the text as written has been seen.
    own: float
    window: float
    capital: float
    bias: float
    context: float  # For each unit by which the candidate fits the wider context better.
    written: float  # For each unit by which the text as written fits the wider context.
    heard: float  # Where both have a vector, so that the context can be asked.


@dataclass(frozen=True, slots=True)
class Naming:
    """The coefficients that tell the candidates of one span apart, named as those of Weights."""

    left: float
    right: float
    both: float
    join: float
    joined: float
    context: float
    heard: float


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """Scores of rows, and for each span that has rows: ratio (natural log), best row, first row."""

    scores: Floats
    ratios: Floats
    best: Places
    heads: Places


def row_scores(rows: Rows, table: Candidates, weights: Weights) -> Floats:
    """Return the score of each candidate."""
    scores = table.weight_values.take(table.weights.take(rows.pairs))
    _add_gains(scores, rows.left_gains, rows.right_gains, rows.joins, weights)
    return scores


def naming_scores(rows: Rows, chosen: Places, table: Candidates, naming: Naming) -> Floats:
    """Return how likely each chosen row is what stood there (natural log, up to a constant)."""
    scores = table.weight_values.take(table.ranks.take(rows.pairs.take(chosen)))
    left, right = rows.left_gains.take(chosen), rows.right_gains.take(chosen)
    _add_gains(scores, left, right, rows.joins.take(chosen), naming)
    return scores


def _add_gains(
    scores: Floats,
    left_gains: Floats,
    right_gains: Floats,
    joins: NDArray[np.uint8],
    weights: Weights | Naming,
) -> None:
    """Add what the n-grams say to the scores of the same rows."""
    left = np.clip(left_gains, LEAST_GAIN, MOST_GAIN)
    right = np.clip(right_gains, LEAST_GAIN, MOST_GAIN)
    scores += np.float32(weights.both) * np.minimum(left, right)
    left *= np.float32(weights.left)
    scores += left
    right *= np.float32(weights.right)
    scores += right
    by_joins = np.array([0.0, weights.join, 2 * weights.join + weights.joined], np.float32)
    scores += by_joins.take(joins)


def span_offsets(
    line: Line, spans: Spans, windows: Floats, are_capital: NDArray[np.bool_], weights: Weights
) -> Floats:
    """Return what speaks for a swap, or against it, whatever the candidate."""
    own = line.sum_between(spans.starts, spans.ends)
    own /= (spans.ends - spans.starts).astype(np.float32)
    offsets = np.float32(weights.own) * own + np.float32(weights.window) * windows
    offsets += np.float32(weights.capital) * are_capital[spans.starts]
    offsets += np.float32(weights.seam) * seams(line, spans)
    return offsets + np.float32(weights.bias)


def weigh(scores: Floats, of_span: Places, offsets: Floats) -> Evidence:
    """Sum up the scores of each span; `of_span` ascends and leaves no span out."""
    heads = np.flatnonzero(np.concatenate([[True], of_span[1:] != of_span[:-1]]))
    highest = np.maximum.reduceat(scores, heads)
    terms = np.exp(scores - highest.take(of_span))
    ratios = highest + np.log(np.add.reduceat(terms, heads)) + offsets
    peaks = np.flatnonzero(scores == highest.take(of_span))
    owners = of_span[peaks]
    is_first = np.concatenate([[True], owners[1:] != owners[:-1]])
    return Evidence(scores, ratios, peaks[is_first], heads)
