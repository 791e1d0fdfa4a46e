"""Read one row of tokens: its doubtful spans, their candidates, and the evidence for each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.context import MOST_FIT, words_between
from credcheck.language.evidence import row_scores, span_offsets, weigh
from credcheck.language.gains import PADDING, doubtful_spans, pad, read_line, swap_gains
from credcheck.language.swaps import Swap

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from credcheck.language.candidates import Spans
    from credcheck.language.evidence import Evidence
    from credcheck.language.gains import Rows
    from credcheck.language.substitution_model import SubstitutionModel

    Ids = NDArray[np.int32]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float32]
    Places = NDArray[np.int64]

# Swaps weaker than this (natural log) do not count in the score of a text, nor could their repeats
# carry them into a report.
LEAST_RATIO = 0.5
# How far from a repaired place a trigram can still feel it.
NEIGHBOURHOOD = 3
# Rows this far (natural log) below the best of their span cannot catch up through the context.
HOPELESS = 4.0
# Spans below this stay what they are whatever the context says.
WORTH_CONTEXT = -1.5


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A row of tokens, read; `offset` is where it begins in the text it was cut from."""

    ids: Ids
    offset: int
    spans: Spans
    rows: Rows
    offsets: Floats
    evidence: Evidence

    def swaps(self) -> list[Swap]:
        """Return what looks swapped, places counted in the text."""
        heads = self.evidence.heads
        ends = np.append(heads[1:], len(self.rows.pairs))
        shift = self.offset - PADDING
        found = np.flatnonzero(self.evidence.ratios >= LEAST_RATIO)
        columns = (
            *(self.spans.starts[found] + shift, self.spans.ends[found] + shift),
            *(self.spans.keys[found], self.rows.pairs[self.evidence.best[found]]),
            *(heads[found], ends[found], self.evidence.ratios[found]),
        )
        return [
            Swap(
                start,
                end,
                key,
                best,
                # Copies, since a view would hold the whole piece in memory.
                self.rows.pairs[first:last].copy(),
                self.evidence.scores[first:last].copy(),
                ratio,
            )
            for start, end, key, best, first, last, ratio in zip(
                *(column.tolist() for column in columns), strict=True
            )
        ]

    def with_context(self, model: SubstitutionModel) -> Piece:
        """Return the piece with what the wider context says in its evidence."""
        added = _context_scores(model, self.ids, self.spans, self.rows, self.evidence)
        scores = self.evidence.scores + added
        return replace(self, evidence=weigh(scores, self.rows.spans, self.offsets))


def read_piece(
    model: SubstitutionModel,
    ids: Ids,
    are_capital: Flags,
    offset: int,
    near: Places | None = None,
) -> Piece | None:
    """
    Read one row of tokens without asking the context; None if nothing in it is doubtful.

    `near` limits the reading to the neighbourhood of some places of the text, ascending.
    """
    line = read_line(model.language, pad(ids))
    spans, windows = doubtful_spans(line, model.candidates)
    if near is not None:
        close = _is_close(spans, near - offset + PADDING)
        spans, windows = spans.where(close), windows[close]
    if not len(spans):
        return None
    rows = swap_gains(model.language, line, model.candidates, spans)
    edge = np.zeros(PADDING, np.bool_)
    capitals = np.concatenate([edge, are_capital, edge])
    offsets = span_offsets(line, spans, windows, capitals, model.weights)
    evidence = weigh(row_scores(rows, model.candidates, model.weights), rows.spans, offsets)
    return Piece(ids, offset, spans, rows, offsets, evidence)


def _is_close(spans: Spans, places: Places) -> Flags:
    """Tell of each span whether one of the ascending `places` is within NEIGHBOURHOOD of it."""
    before = np.searchsorted(places, spans.starts - NEIGHBOURHOOD)
    beyond = np.searchsorted(places, spans.ends + NEIGHBOURHOOD)
    return beyond > before


def _context_scores(
    model: SubstitutionModel, ids: Ids, spans: Spans, rows: Rows, evidence: Evidence
) -> Floats:
    """Return what the wider context adds to each row, less what it says for the text as read."""
    vectors, weights = model.vectors, model.weights
    result = np.zeros(len(rows.spans), np.float32)
    is_worth = evidence.ratios >= WORTH_CONTEXT
    least = evidence.scores.take(evidence.best) - np.float32(HOPELESS)
    at = np.flatnonzero(is_worth[rows.spans] & (evidence.scores >= least.take(rows.spans)))
    if not len(at):
        return result
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
    return result
