"""Read one row of tokens: its doubtful spans, their candidates, and the evidence for each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.context import MOST_FIT, words_between
from credcheck.language.evidence import naming_scores, row_scores, span_offsets, weigh
from credcheck.language.gains import PADDING, doubtful_spans, pad, read_line, swap_gains
from credcheck.language.swap_signs import MOST_MARGIN, Offered, Told
from credcheck.language.swaps import Swap

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from credcheck.language.candidates import Candidates, Spans
    from credcheck.language.evidence import Evidence
    from credcheck.language.gains import Line, Rows
    from credcheck.language.substitution_model import SubstitutionModel

    Ids = NDArray[np.int32]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float32]
    Places = NDArray[np.int64]

# Swaps weaker than this (natural log) do not count in the score of a text, nor could their repeats
# carry them into a report.
LEAST_RATIO = 0.5
# Swaps whose odds are above the first are handed on too, unless they are unlikely by themselves.
LEAST_ODDS, LEAST_RATIO_BY_ODDS = -0.2, -2.0
# Rows this far (natural log) below the best of their span cannot catch up through the context.
HOPELESS = 4.0
# Spans above the first are common in clean text; none counts for more than the second. Of seven
# measures of what is doubtful this sum went with the evidence best (r = .82).
COMMON_WINDOW, MOST_SHORT = -2.5, 3.0
# Spans below this stay what they are whatever the context says.
WORTH_CONTEXT = -1.5


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A row of tokens, read; `offset` is where it begins in the text it was cut from."""

    ids: Ids
    are_capital: Flags
    offset: int
    line: Line
    spans: Spans
    rows: Rows
    offsets: Floats
    evidence: Evidence
    named: Floats | None = None  # What the wider context says of each row as what stood there.

    def swaps(self, model: SubstitutionModel, odds: Floats | None = None) -> list[Swap]:
        """
        Return what looks swapped, places counted in the text.

        `odds` are the log odds of each span; what they speak for is then returned as well. Before
        they are known the ratio has to do.
        """
        ratios = self.evidence.ratios
        is_found = ratios >= LEAST_RATIO
        if odds is not None:
            is_found |= (odds >= LEAST_ODDS) & (ratios >= LEAST_RATIO_BY_ODDS)
        found = np.flatnonzero(is_found)
        heads = self.evidence.heads
        counts = np.diff(np.append(heads, len(self.rows.pairs)))[found]
        ends = np.cumsum(counts)
        # Copies of what is found, since a view of the rest would hold the whole piece in memory.
        rows = np.arange(counts.sum()) + np.repeat(heads[found] - ends + counts, counts)
        pairs = self.rows.pairs[rows]
        scores = naming_scores(self.rows, rows, model.candidates, model.naming)
        if self.named is not None:
            scores += self.named[rows]
        shift = self.offset - PADDING
        columns = (
            *(self.spans.starts[found] + shift, self.spans.ends[found] + shift),
            *(self.spans.keys[found], self.rows.pairs[self.evidence.best[found]]),
            *(ends - counts, ends, ratios[found]),
            (ratios if odds is None else odds)[found],
        )
        return [
            Swap(start, end, key, best, pairs[first:last], scores[first:last], ratio, odds=log_odds)
            for start, end, key, best, first, last, ratio, log_odds in zip(
                *(column.tolist() for column in columns), strict=True
            )
        ]

    def span_odds(self, told: Told, candidates: Candidates) -> Floats:
        """Return the log odds of each span by what is known of the tokens of the piece."""
        starts, ends = self.spans.starts - PADDING, self.spans.ends - PADDING
        return told.odds_of(starts, ends, self.offered(candidates))

    def offered(self, candidates: Candidates) -> Offered:
        """Return what the candidates of each span say."""
        scores, heads, best = self.evidence.scores, self.evidence.heads, self.evidence.best
        others = scores.copy()
        others[best] = -np.inf
        second = np.maximum.reduceat(others, heads)
        counts = np.diff(np.append(heads, len(scores)))
        weights = candidates.weight_values[candidates.weights[self.rows.pairs[best]]]
        margins = np.minimum(scores[best] - second, np.float32(MOST_MARGIN))
        return Offered(self.evidence.ratios, weights, margins, np.log1p(counts).astype(np.float32))

    def with_context(self, model: SubstitutionModel) -> Piece:
        """Return the piece with what the wider context says in its evidence."""
        added, named = _context_scores(model, self.ids, self.spans, self.rows, self.evidence)
        scores = self.evidence.scores + added
        evidence = weigh(scores, self.rows.spans, self.offsets)
        return replace(self, evidence=evidence, named=named)


@dataclass(frozen=True, slots=True, eq=False)
class Doubts:
    """A row of tokens whose doubtful spans are known, and not yet what may have stood there."""

    ids: Ids
    are_capital: Flags
    offset: int
    line: Line
    spans: Spans
    windows: Floats  # Mean log10 P of the tokens of each span and the two after it.

    @property
    def excess(self) -> float:
        """By how much all spans together fall short of what is common in clean text (log10)."""
        short = np.clip(COMMON_WINDOW - self.windows, 0, MOST_SHORT)
        return float(short.sum(dtype=np.float64))

    def read(self, model: SubstitutionModel) -> Piece:
        """Return the same with the evidence for each span, without asking the context."""
        rows = swap_gains(model.language, self.line, model.candidates, self.spans)
        edge = np.zeros(PADDING, np.bool_)
        capitals = np.concatenate([edge, self.are_capital, edge])
        offsets = span_offsets(self.line, self.spans, self.windows, capitals, model.weights)
        scores = row_scores(rows, model.candidates, model.weights)
        evidence = weigh(scores, rows.spans, offsets)
        return Piece(
            *(self.ids, self.are_capital, self.offset, self.line),
            *(self.spans, rows, offsets, evidence),
        )


def read_doubts(
    model: SubstitutionModel, ids: Ids, are_capital: Flags, offset: int
) -> Doubts | None:
    """Look for what is doubtful in one row of tokens; None if nothing is."""
    line = read_line(model.language, pad(ids))
    spans, windows = doubtful_spans(line, model.candidates)
    return Doubts(ids, are_capital, offset, line, spans, windows) if len(spans) else None


def read_piece(model: SubstitutionModel, ids: Ids, are_capital: Flags, offset: int) -> Piece | None:
    """Read one row of tokens without asking the context; None if nothing in it is doubtful."""
    doubts = read_doubts(model, ids, are_capital, offset)
    return None if doubts is None else doubts.read(model)


def _context_scores(
    model: SubstitutionModel, ids: Ids, spans: Spans, rows: Rows, evidence: Evidence
) -> tuple[Floats, Floats]:
    """
    Return what the wider context adds to each row, less what it says for the text as read.

    The second is what it adds when it is asked what stood there; hopeless rows are left behind.
    """
    vectors, weights, naming = model.vectors, model.weights, model.naming
    result = np.zeros(len(rows.spans), np.float32)
    named = np.full(len(rows.spans), -HOPELESS, np.float32)
    is_worth = evidence.ratios >= WORTH_CONTEXT
    least = evidence.scores.take(evidence.best) - np.float32(HOPELESS)
    at = np.flatnonzero(is_worth[rows.spans] & (evidence.scores >= least.take(rows.spans)))
    if not len(at):
        return result, named
    worth = np.flatnonzero(is_worth)
    starts, ends = spans.starts[worth] - PADDING, spans.ends[worth] - PADDING
    around = vectors.surroundings(ids, starts, ends)
    written, is_heard = vectors.fits(around, words_between(ids, starts, ends))
    of_span = (np.cumsum(is_worth) - 1)[rows.spans[at]]
    fits, has_vector = vectors.fits(around[of_span], model.candidates.words_of(rows.pairs[at]))
    both = has_vector & is_heard[of_span]
    better = np.clip(fits - written[of_span], -MOST_FIT, MOST_FIT)
    as_written = np.clip(written[of_span], -MOST_FIT, MOST_FIT)
    told = weights.context * better + weights.written * as_written
    result[at] = np.where(both, told, -weights.heard)
    named[at] = np.where(both, naming.context * better, -naming.heard)
    return result, named
