"""
How likely is it, given everything around it, that a word was swapped?

A convolutional tagger: three residual blocks over five words each, dilated 1, 2 and 4 times, so
that a word sees 14 on either side, and the mean of the whole text after the second (Collobert et
al. 2011; Yu and Koltun 2016). Of each token it is told which word it is, which word its best
candidate is, and what the n-grams say of both. It learned on articles spun by synthetic spinners
how swaps look beside what is merely rare. Trained by tools/build_tagger.py, run by numpy alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from credcheck.language.gains import PADDING
from credcheck.language.ngrams import MODELS, mapped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from credcheck.language.context import WordVectors
    from credcheck.language.piece import Piece
    from credcheck.language.substitution_model import SubstitutionModel

    Ids = NDArray[np.int32]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float32]
    Places = NDArray[np.int64]

# What a token is told, in order. A ratio is LEAST_RATIO where a token has no candidate; "next" is
# nought for the last token; "length" is the natural log of the tokens read together, 4,096 at most.
FEATURES = (
    *("ratio", "ratio of one word", "own", "next", "frequency", "seam before", "seam after"),
    *("capital", "has candidate", "left gain", "right gain", "weight", "width", "joins"),
    *("own repeats", "candidate repeats", "length"),
)
LEAST_RATIO = -4.0
# Features further than this many standard deviations from their mean say no more.
MOST_DEVIATION = 6.0
DILATIONS = (1, 2, 4)
KERNEL = 5
# The block after which every token is told the mean of all.
POOLED_BLOCK = 1
TINY = 1e-5


@dataclass(frozen=True, slots=True, eq=False)
class Tagger:
    """
    The weights; C channels, embeddings of words (int8, in steps) and of their last three letters.

    `wide` is (inputs, C), `convolutions` (3, 5, C, C), `norms` and `biases` (3, C), `pool` (C, C).
    """

    words: NDArray[np.int8]
    suffixes: NDArray[np.int8]
    suffix_of: NDArray[np.uint16]  # Of each word of the vocabulary.
    word_step: float
    suffix_step: float
    means: Floats
    deviations: Floats
    wide: Floats
    wide_bias: Floats
    norms: Floats
    convolutions: Floats
    biases: Floats
    pool: Floats
    out: Floats
    out_bias: float
    ratio_weight: float
    vector_steps: Sequence[float]  # What makes inputs and outputs of the word vectors even.


TABLES = ("words", "suffixes", "suffix_of")
WEIGHTS = (
    *("means", "deviations", "wide", "wide_bias", "norms", "convolutions", "biases", "pool", "out"),
)


@lru_cache(maxsize=1)
def tagger() -> Tagger:
    """Return the tagger of the package, loaded once per process and only for doubtful texts."""
    return load_tagger(MODELS)


def load_tagger(folder: Path) -> Tagger:
    """Map the tables that tools/build_tagger.py wrote to `folder`."""
    parts: dict[str, Any] = json.loads((folder / "tagger.json").read_text(encoding="utf-8"))
    parts |= {name: mapped(folder, f"tagger_{name}") for name in TABLES}
    parts |= {name: mapped(folder, f"tagger_{name}").astype(np.float32) for name in WEIGHTS}
    return Tagger(**parts)


def log_odds(model: SubstitutionModel, piece: Piece) -> Floats:
    """Return the natural log odds of each token of `piece` that it was put in by a spinner."""
    told, candidates = told_of(model, piece)
    return judged(tagger(), model.vectors, piece.ids, candidates, told)


def told_of(model: SubstitutionModel, piece: Piece) -> tuple[Floats, Ids]:
    """Return what each token is told, shape (tokens, FEATURES), and its best candidate's word."""
    ids, language, line = piece.ids, model.language, piece.line
    size = len(ids)
    told = np.zeros((size, len(FEATURES)), np.float32)
    candidates = np.zeros(size, np.int32)
    own = line.sums[1:] - line.sums[:-1]
    known = line.pairs.are_known
    told[:, 0:2] = LEAST_RATIO
    told[:, 2] = own[PADDING : PADDING + size]
    told[:-1, 3] = told[1:, 2]
    told[:, 4] = language.unigrams.take(ids)
    told[:, 5] = known[PADDING : PADDING + size]
    told[:, 6] = known[PADDING + 1 : PADDING + size + 1]
    told[:, 7] = piece.are_capital
    told[:, 16] = np.log(size)
    _tell_of_candidates(model, piece, told, candidates)
    distinct, of_token, counts = np.unique(ids, return_inverse=True, return_counts=True)
    told[:, 14] = np.log(counts[of_token])
    places = np.minimum(np.searchsorted(distinct, candidates), len(distinct) - 1)
    stands = (distinct[places] == candidates) & (told[:, 8] > 0)
    told[:, 15] = np.where(stands, np.log1p(counts[places]), 0)
    return told, candidates


def _tell_of_candidates(
    model: SubstitutionModel, piece: Piece, told: Floats, candidates: Ids
) -> None:
    """
    Put into `told` and `candidates` what the strongest span over each token says.

    All tokens of a span of several words get the first word of its candidate.
    """
    best = piece.evidence.best
    ratios = np.maximum(piece.evidence.ratios, np.float32(LEAST_RATIO))
    starts = piece.spans.starts - PADDING
    widths = piece.spans.ends - piece.spans.starts
    pairs = piece.rows.pairs[best]
    values: tuple[NDArray[Any], ...] = (
        *(ratios, np.ones(len(ratios)), piece.rows.left_gains[best], piece.rows.right_gains[best]),
        *(model.candidates.weight_values[model.candidates.weights[pairs]], widths),
        piece.rows.joins[best],
    )
    # Of a repeated place the last assignment stays, so the strongest goes last.
    order = np.argsort(ratios, kind="stable")
    ordered = widths[order]
    spans = np.repeat(order, ordered)
    within = np.arange(len(spans)) - np.repeat(np.cumsum(ordered) - ordered, ordered)
    tokens = starts[spans] + within
    for column, value in zip((0, *range(8, 14)), values, strict=True):
        told[tokens, column] = value[spans]
    candidates[tokens] = model.candidates.words_of(pairs)[spans, 0]
    single = order[ordered == 1]
    told[starts[single], 1] = ratios[single]


def judged(tagger: Tagger, vectors: WordVectors, ids: Ids, candidates: Ids, told: Floats) -> Floats:
    """Return the log odds of each token from what it is told."""
    features: Floats = (told - tagger.means) / tagger.deviations
    np.clip(features, -MOST_DEVIATION, MOST_DEVIATION, out=features)
    has_candidate = told[:, 8] > 0
    known = _embedded(tagger, vectors, ids, candidates, has_candidate, features)
    hidden: Floats = known @ tagger.wide
    hidden += tagger.wide_bias
    for block, dilation in enumerate(DILATIONS):
        hidden += _convolved(tagger, block, dilation, hidden)
        if block == POOLED_BLOCK:
            hidden += np.tanh(hidden.mean(axis=0) @ tagger.pool)
    result: Floats = hidden @ tagger.out + np.float32(tagger.out_bias)
    result += np.float32(tagger.ratio_weight) * features[:, 0]
    return result


def _embedded(
    tagger: Tagger,
    vectors: WordVectors,
    ids: Ids,
    candidates: Ids,
    has_candidate: Flags,
    features: Floats,
) -> Floats:
    """Return the input of the first layer: vectors and embeddings of both words, then features."""
    parts: list[Floats] = []
    steps = np.float32(tagger.vector_steps[0]), np.float32(tagger.vector_steps[1])
    last = len(tagger.words) - 1
    for words in (ids, candidates):
        # Rare words share a row: too few of each were seen to learn one.
        rows = np.minimum(words, last)
        heard = vectors.rows.take(rows)
        parts += [vectors.inputs[heard] * steps[0], vectors.outputs[heard] * steps[1]]
        parts.append(tagger.words[rows] * np.float32(tagger.word_step))
    suffixes = tagger.suffix_of.take(ids), tagger.suffix_of.take(candidates) * has_candidate
    parts += [tagger.suffixes[rows] * np.float32(tagger.suffix_step) for rows in suffixes]
    joined: Floats = np.concatenate([*parts, features], axis=1)
    return joined


def _convolved(tagger: Tagger, block: int, dilation: int, hidden: Floats) -> Floats:
    """Return what a block adds: normed, convolved with zeros beyond the ends, rectified."""
    scale: Floats = 1 / np.sqrt((hidden * hidden).mean(axis=1, keepdims=True) + np.float32(TINY))
    reach = (KERNEL // 2) * dilation
    padded = np.zeros((len(hidden) + 2 * reach, hidden.shape[1]), np.float32)
    padded[reach : reach + len(hidden)] = hidden * scale * tagger.norms[block]
    total = np.tile(tagger.biases[block], (len(hidden), 1))
    for place, weights in enumerate(tagger.convolutions[block]):
        total += padded[place * dilation : place * dilation + len(hidden)] @ weights
    np.maximum(total, 0, out=total)
    return total
