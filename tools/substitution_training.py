"""Turn clean and synthetically spun texts into examples, and examples into weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.context import MOST_FIT, words_between
from credcheck.language.evidence import LEAST_GAIN, MOST_GAIN
from credcheck.language.gains import PADDING, doubtful_spans, pad, read_line, seams, swap_gains
from tools.candidate_table import SOURCES, mean_log_probabilities
from tools.conditional_logit import OUTSIDE, SOME_ROW, Choices
from tools.spinner import CLOSENESS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from credcheck.language.candidates import Candidates, Spans
    from credcheck.language.context import WordVectors
    from credcheck.language.gains import Rows
    from credcheck.language.ngrams import LanguageModel
    from tools.candidate_table import Pairs
    from tools.spinner import Spun

    Floats = NDArray[np.float32]
    Places = NDArray[np.int64]
    Flags = NDArray[np.bool_]

# Features of a row that the text gives, then those of its span, then those of the pair alone.
TEXT_FEATURES = (
    *("left", "right", "both", "join", "joined", "seam", "own", "window", "capital", "bias"),
)
CONTEXT_FEATURES = ("context", "written", "heard")
PAIR_FEATURES = (
    *(f"source {bit}" for bit in range(SOURCES)),
    *("cosine", "rank", "rarer", "commoner", "words", "key words", "key frequency"),
    *("candidate frequency", "unheard", "same start", "sources"),
)

# What is known of a pair besides where it is asked what stood there.
CHANNEL_FEATURES = ("channel", "fan-out")
# What keeps the logarithm of a channel finite, and its sums from nought.
LEAST_CHANNEL, TINY = 1e-5, 1e-9

# A spun stretch whose original is not among its candidates teaches less than one where it is.
SOME_ROW_WEIGHT = 0.5
MOST_ROWS = 8


def pair_features(pairs: Pairs, model: LanguageModel, words: tuple[str, ...]) -> Floats:
    """Return what can be said of each pair without a text, in the order of PAIR_FEATURES."""
    key = mean_log_probabilities(pairs.keys, pairs.key_lengths, model)
    candidate = mean_log_probabilities(pairs.originals, pairs.lengths, model)
    starts = pairs.key_starts()
    sizes = np.diff(np.append(starts, len(key)))
    rank = np.arange(len(key)) - np.repeat(starts, sizes)
    bits = [(pairs.bits >> bit & 1) for bit in range(SOURCES)]
    frequencies = np.concatenate([model.unigrams, np.zeros(1, np.float32)])
    unheard = frequencies[pairs.keys].min(axis=1) <= model.unigrams.min() + 1e-3
    stems = np.array([word[:4] for word in (*words, "")])
    columns = [
        *bits,
        pairs.cosines,
        np.log1p(rank),
        np.clip(candidate - key, 0, 4),
        np.clip(key - candidate, 0, 4),
        pairs.lengths - 1,
        pairs.key_lengths - 1,
        key,
        candidate,
        unheard,
        stems[pairs.keys[:, 0]] == stems[pairs.originals[:, 0]],
        np.log(np.maximum(sum(bits), 1)),
    ]
    return np.stack([np.asarray(column, np.float32) for column in columns], axis=1)


def channel(pairs: Pairs) -> Floats:
    """
    Return CHANNEL_FEATURES of each pair, natural logs.

    How likely the original is to be swapped for its key, and how many keys may stand for it. The
    first is the channel of the noisy channel, P(written | original): a
    source puts in one of its synonyms of the original, the closer ones more often, so that a word
    with hundreds of them ("set", "way") seldom becomes just this one. Summed over the sources.
    """
    _, originals = np.unique(pairs.originals, axis=0, return_inverse=True)
    closeness = np.exp(CLOSENESS * pairs.cosines.astype(np.float64))
    likely = np.zeros(len(pairs.bits))
    for bit in range(SOURCES):
        offered = (pairs.bits >> bit & 1) * closeness
        totals = np.bincount(originals, offered)
        likely += offered / np.maximum(totals[originals], TINY)
    columns = [np.log(likely + LEAST_CHANNEL), np.log1p(np.bincount(originals)[originals])]
    return np.stack(columns, axis=1).astype(np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """All doubtful spans of a text with their rows, and what the text says about each."""

    spans: Spans
    rows: Rows
    heads: Places
    features: Floats  # One row a candidate, TEXT_FEATURES.


def read(
    model: LanguageModel, table: Candidates, ids: NDArray[np.int32], are_capital: Flags
) -> Reading:
    """Read one text as the package does, keeping every feature."""
    line = read_line(model, pad(ids))
    spans, windows = doubtful_spans(line, table)
    rows = swap_gains(model, line, table, spans)
    own = line.sum_between(spans.starts, spans.ends) / (spans.ends - spans.starts)
    left = np.clip(rows.left_gains, LEAST_GAIN, MOST_GAIN)
    right = np.clip(rows.right_gains, LEAST_GAIN, MOST_GAIN)
    capital = are_capital[spans.starts - PADDING]
    of_span = rows.spans
    columns = [
        *(left, right, np.minimum(left, right), rows.joins, rows.joins == 2),
        *(seams(line, spans)[of_span], own[of_span], windows[of_span]),
        *(capital[of_span], np.ones(len(left))),
    ]
    features = np.stack([np.asarray(column, np.float32) for column in columns], axis=1)
    heads = np.flatnonzero(np.concatenate([[True], of_span[1:] != of_span[:-1]]))
    return Reading(spans, rows, heads[: len(of_span)], features)


def answers(reading: Reading, spun: Spun, pairs: Pairs) -> Places:
    """Return the answer of each span: the right row, SOME_ROW, or OUTSIDE."""
    starts, ends = reading.spans.starts - PADDING, reading.spans.ends - PADDING
    swapped = np.zeros(len(spun.ids) + 1, np.int64)
    for swap in spun.swaps:
        swapped[swap.start + 1 : swap.end + 1] = 1
    inside = np.cumsum(swapped)
    result = np.where(inside[ends] > inside[starts], SOME_ROW, OUTSIDE)
    exact = {(swap.start, swap.end): swap.original for swap in spun.swaps}
    last = np.append(reading.heads[1:], len(reading.rows.pairs))
    for place in np.flatnonzero(result == SOME_ROW).tolist():
        original = exact.get((int(starts[place]), int(ends[place])))
        if original is not None:
            rows = slice(int(reading.heads[place]), int(last[place]))
            row = _row_of(original, reading.rows.pairs[rows], pairs)
            result[place] = SOME_ROW if row is None else rows.start + row
    return result


def _row_of(original: tuple[int, ...], of_rows: Places, pairs: Pairs) -> int | None:
    same_length = pairs.lengths[of_rows] == len(original)
    words = pairs.originals[of_rows, : len(original)]
    found = np.flatnonzero(same_length & (words == np.array(original)).all(axis=1))
    return int(found[0]) if len(found) else None


def thin(
    reading: Reading,
    answer: Places,
    crude: Floats,
    allowed: Flags,
    keep_clean: Flags,
) -> tuple[Places, Choices]:
    """
    Keep a sample: every swapped span, the chosen clean ones, and the best rows of each by `crude`.

    Rows that are not `allowed` (their only source is held out) are dropped; an answer among them
    becomes SOME_ROW. Returns the rows kept, and the choices with the features of the text.
    """
    of_span = reading.rows.spans
    held = (answer >= 0) & ~allowed[np.maximum(answer, 0)]
    answer = np.where(held, SOME_ROW, answer)
    spans = (answer != OUTSIDE) | keep_clean
    right = np.zeros(len(of_span), np.bool_)
    right[answer[answer >= 0]] = True
    order = np.lexsort((-np.where(right, np.inf, crude), ~allowed, of_span))
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order)) - reading.heads[of_span[order]]
    rows = np.flatnonzero((place < MOST_ROWS) & allowed & spans[of_span])
    kept = np.unique(of_span[rows])
    heads = np.searchsorted(of_span[rows], kept)
    renumbered = np.searchsorted(rows, np.maximum(answer[kept], 0))
    final = np.where(answer[kept] >= 0, renumbered, answer[kept])
    weights = np.where(final == SOME_ROW, SOME_ROW_WEIGHT, 1.0)
    return rows, Choices(reading.features[rows], heads, final, weights)


def join(parts: list[Choices]) -> Choices:
    """Put the choices of many texts together."""
    sizes = np.cumsum([0, *(len(part.features) for part in parts)])
    moved = [
        np.where(part.answers >= 0, part.answers + size, part.answers)
        for part, size in zip(parts, sizes, strict=False)
    ]
    return Choices(
        np.concatenate([part.features for part in parts]),
        np.concatenate([part.heads + size for part, size in zip(parts, sizes, strict=False)]),
        np.concatenate(moved),
        np.concatenate([part.weights for part in parts]),
    )


def context_features(
    vectors: WordVectors,
    candidates: Candidates,
    ids: NDArray[np.int32],
    reading: Reading,
    rows: Places,
) -> Floats:
    """Return what the wider context says of each row: the better fit, and whether it can tell."""
    starts, ends = reading.spans.starts - PADDING, reading.spans.ends - PADDING
    around = vectors.surroundings(ids, starts, ends)
    written, is_heard = vectors.fits(around, words_between(ids, starts, ends))
    of_span = reading.rows.spans[rows]
    words = candidates.words_of(reading.rows.pairs[rows])
    fits, has_vector = vectors.fits(around[of_span], words)
    both = has_vector & is_heard[of_span]
    better = np.clip(fits - written[of_span], -MOST_FIT, MOST_FIT)
    as_written = np.clip(written[of_span], -MOST_FIT, MOST_FIT)
    columns = [np.where(both, better, 0), np.where(both, as_written, 0), both]
    return np.stack(columns, axis=1).astype(np.float32)
