from __future__ import annotations

import random
from itertools import islice

import numpy as np
import pytest

from credcheck.language.substitution_model import substitution_model
from credcheck.language.tagger import FEATURES
from tools.tagger_batches import (
    BATCH_TOKENS,
    CHUNK_TOKENS,
    LEAST_CHUNK,
    Chunk,
    batch_of,
    chunked,
    inputs_of,
    suffix_rows,
)
from tools.tagger_examples import Example

LENGTHS = [1500, 700, 45, 130] * 60
NAMES = [f"word{number}" for number in range(83_000)]


def random_example(tokens: int) -> Example:
    rng = np.random.default_rng(tokens)
    return Example(
        rng.integers(0, 80_000, tokens).astype(np.int32),
        rng.integers(0, 80_000, tokens).astype(np.int32),
        rng.normal(0, 9, (tokens, len(FEATURES))).astype(np.float16),
        rng.random(tokens) < 0.5,
    )


def test_batches_have_one_length_and_as_many_tokens_as_fit() -> None:
    for chunks in islice(chunked(LENGTHS, random.Random(1)), 200):
        size = BATCH_TOKENS // len(chunks)
        assert size in CHUNK_TOKENS
        for chunk in chunks:
            assert LEAST_CHUNK <= chunk.end - chunk.start <= size
            assert 0 <= chunk.start < chunk.end <= LENGTHS[chunk.text]


def test_the_same_seed_gives_the_same_batches() -> None:
    first, second = (list(islice(chunked(LENGTHS, random.Random(3)), 9)) for _ in range(2))
    assert first == second


def test_too_few_texts_are_refused() -> None:
    with pytest.raises(ValueError, match="too few texts"):
        next(chunked([1500], random.Random(1)))


def test_chunks_are_padded_and_features_bounded() -> None:
    found = [random_example(1000), random_example(300)]
    inputs = inputs_of(substitution_model().vectors, NAMES, found)
    chunks = [Chunk(0, 10, 970), Chunk(1, 0, 300), Chunk(0, 0, 50), Chunk(1, 40, 90)]
    batch = batch_of(found, chunks, inputs)
    assert batch.words.shape == (4, 1024)
    assert batch.mask.sum(axis=1).tolist() == [960, 300, 50, 50]
    assert batch.labels[0, :960].tolist() == found[0].are_swapped[10:970].tolist()
    assert batch.words.max() == len(inputs.vectors) - 1
    assert np.abs(batch.features).max() <= 6
    assert abs(float(batch.features[1, :300].mean())) < 0.1
    assert not batch.features[batch.mask == 0].any()


def test_vectors_are_made_even() -> None:
    vectors = substitution_model().vectors
    inputs = inputs_of(vectors, NAMES, [random_example(50)])
    width = vectors.inputs.shape[1]
    assert inputs.vectors[:, :width].std() == pytest.approx(1, abs=1e-3)
    assert inputs.vectors[:, width:].std() == pytest.approx(1, abs=1e-3)
    step = np.float32(inputs.vector_steps[1])
    assert (inputs.vectors[7, width:] == vectors.outputs[vectors.rows[7]] * step).all()


def test_words_with_one_ending_share_a_row() -> None:
    rows = suffix_rows(["walking", "talking", "walked", "of"])
    assert rows[0] == rows[1] != rows[2]
