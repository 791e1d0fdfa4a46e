"""The network of the tagger written out token by token, and small ones to try it on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from credcheck.language.context import WordVectors
from credcheck.language.tagger import FEATURES, Tagger

WORDS, KNOWN_WORDS, SUFFIXES, CHANNELS, DIMENSIONS = 40, 25, 7, 6, 4
HAS_CANDIDATE = FEATURES.index("has candidate")

Floats = NDArray[np.float32]
Ids = NDArray[np.int32]


def small_tagger(seed: int = 1) -> tuple[Tagger, WordVectors]:
    """A tagger with random weights, which binary16 holds exactly, and vectors to go with it."""
    rng = np.random.default_rng(seed)

    def drawn(*shape: int) -> Floats:
        return rng.normal(0, 0.3, shape).astype(np.float16).astype(np.float32)

    def whole(*shape: int) -> NDArray[np.int8]:
        return rng.integers(-100, 100, shape).astype(np.int8)

    inputs = 2 * (2 * DIMENSIONS + 3 + 2) + len(FEATURES)
    tagger = Tagger(
        words=whole(KNOWN_WORDS, 3),
        suffixes=whole(SUFFIXES, 2),
        suffix_of=rng.integers(0, SUFFIXES, WORDS).astype(np.uint16),
        word_step=0.01,
        suffix_step=0.02,
        means=drawn(len(FEATURES)),
        deviations=np.abs(drawn(len(FEATURES))) + np.float32(0.25),
        wide=drawn(inputs, CHANNELS),
        wide_bias=drawn(CHANNELS),
        norms=drawn(3, CHANNELS),
        convolutions=drawn(3, 5, CHANNELS, CHANNELS),
        biases=drawn(3, CHANNELS),
        pool=drawn(CHANNELS, CHANNELS),
        out=drawn(CHANNELS),
        out_bias=-1.5,
        ratio_weight=0.5,
        vector_steps=[0.02, 0.03],
    )
    rows = rng.integers(0, 11, WORDS).astype(np.uint16)
    return tagger, WordVectors(rows, whole(11, DIMENSIONS), whole(11, DIMENSIONS), 1.0)


def small_text(tokens: int, seed: int) -> tuple[Ids, Ids, Floats]:
    """Random tokens, candidates, and what is told of them; half of them have a candidate."""
    rng = np.random.default_rng(seed)
    told = rng.normal(0, 3, (tokens, len(FEATURES))).astype(np.float16).astype(np.float32)
    told[:, HAS_CANDIDATE] = rng.integers(0, 2, tokens)
    ids, candidates = rng.integers(0, WORDS, (2, tokens)).astype(np.int32)
    return ids, candidates * (told[:, HAS_CANDIDATE] > 0), told


def slow_odds(
    tagger: Tagger, vectors: WordVectors, ids: Ids, candidates: Ids, told: Floats
) -> list[float]:
    """Log odds of each token, one token and one step after the other."""
    told = told.astype(np.float64)
    # Beyond six deviations all is alike.
    features = [np.clip((row - tagger.means) / tagger.deviations, -6, 6) for row in told]
    hidden: list[NDArray[np.float64]] = []
    for token, feature in enumerate(features):
        parts = [
            *word_parts(tagger, vectors, int(ids[token])),
            *word_parts(tagger, vectors, int(candidates[token])),
            suffix(tagger, tagger.suffix_of[ids[token]]),
            suffix(tagger, tagger.suffix_of[candidates[token]] if row_has(told[token]) else 0),
            feature,
        ]
        hidden.append(np.concatenate(parts) @ tagger.wide.astype(np.float64) + tagger.wide_bias)
    for block in range(3):
        hidden = [after_block(tagger, block, hidden, token) for token in range(len(hidden))]
        if block == 1:
            mean = sum(hidden) / len(hidden)
            hidden = [row + np.tanh(mean @ tagger.pool) for row in hidden]
    return [
        float(row @ tagger.out + tagger.out_bias + tagger.ratio_weight * feature[0])
        for row, feature in zip(hidden, features, strict=True)
    ]


def row_has(told: NDArray[np.float64]) -> bool:
    return bool(told[HAS_CANDIDATE] > 0)


def word_parts(tagger: Tagger, vectors: WordVectors, word: int) -> list[NDArray[np.float64]]:
    word = min(word, len(tagger.words) - 1)
    row = vectors.rows[word]
    return [
        vectors.inputs[row] * tagger.vector_steps[0],
        vectors.outputs[row] * tagger.vector_steps[1],
        tagger.words[word] * tagger.word_step,
    ]


def suffix(tagger: Tagger, row: int) -> NDArray[np.float64]:
    return np.asarray(tagger.suffixes[row] * tagger.suffix_step, np.float64)


def after_block(
    tagger: Tagger, block: int, hidden: list[NDArray[np.float64]], token: int
) -> NDArray[np.float64]:
    total = tagger.biases[block].astype(np.float64)
    for place in range(5):
        at = token + (place - 2) * 2**block
        if 0 <= at < len(hidden):
            size = np.sqrt((hidden[at] ** 2).mean() + 1e-5)
            normed = hidden[at] / size * tagger.norms[block]
            total = total + normed @ tagger.convolutions[block, place]
    added: NDArray[np.float64] = hidden[token] + np.maximum(total, 0)
    return added
