"""What the net of the tagger is given: chunks of examples, in batches of equal size."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from credcheck.language.tagger import FEATURES, MOST_DEVIATION

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from credcheck.language.context import WordVectors
    from tools.tagger_examples import Example

    Ids = NDArray[np.int32]
    Floats = NDArray[np.float32]

# Words with an embedding of their own; all rarer ones share the last.
WORDS = 40_000
# Rows for the last three letters of words, by hash: they tell the ending of a word seldom seen.
SUFFIXES, SUFFIX_LETTERS = 1024, 3
# Examples that give the features their mean and deviation, and what keeps those above nought.
SCALE_EXAMPLES, LEAST_DEVIATION = 2000, 1e-3
# Texts are cut in chunks of one of these lengths, drawn anew in each round, at random places.
CHUNK_TOKENS = (128, 256, 512, 1024)
LEAST_CHUNK = 40
BATCH_TOKENS = 4096
# A round reads a part of the chunks, so that the lengths take turns often.
ROUNDS_PER_PASS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Inputs:
    """What of an example goes into the net, and how: nothing here is learned."""

    vectors: Floats  # Of each of WORDS: input and output vector, both with deviation 1.
    vector_steps: tuple[float, float]
    suffix_of: NDArray[np.uint16]  # Of each word of the vocabulary.
    means: Floats
    deviations: Floats


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens start..end of the text of this number."""

    text: int
    start: int
    end: int


class Batch(NamedTuple):
    """Chunks of equal length, padded with noughts; shape (chunks, tokens)."""

    words: Ids
    candidates: Ids
    suffixes: Ids
    candidate_suffixes: Ids
    features: Floats  # Shape (chunks, tokens, FEATURES).
    labels: Floats
    mask: Floats  # 1 for tokens, 0 for padding.


def inputs_of(vectors: WordVectors, words: Sequence[str], examples: Sequence[Example]) -> Inputs:
    """Return the tables of the net's inputs, with the scale of the features of `examples`."""
    rows = vectors.rows[:WORDS]
    sides = vectors.inputs[rows].astype(np.float32), vectors.outputs[rows].astype(np.float32)
    steps = 1 / float(sides[0].std()), 1 / float(sides[1].std())
    even = [side * np.float32(step) for side, step in zip(sides, steps, strict=True)]
    told = np.concatenate([found.told for found in examples[:SCALE_EXAMPLES]]).astype(np.float32)
    deviations = told.std(axis=0) + np.float32(LEAST_DEVIATION)
    return Inputs(
        np.concatenate(even, axis=1), steps, suffix_rows(words), told.mean(axis=0), deviations
    )


def suffix_rows(words: Sequence[str]) -> NDArray[np.uint16]:
    """Return the row of the last letters of each word; words may share one by chance."""
    hashes = [zlib.crc32(word[-SUFFIX_LETTERS:].encode()) for word in words]
    return np.array([code % SUFFIXES for code in hashes], np.uint16)


def chunked(lengths: Sequence[int], rng: random.Random) -> Iterator[list[Chunk]]:
    """
    Yield batches of chunks of texts of these `lengths`, for ever.

    Raises ValueError if the texts are too few to fill a batch.
    """
    while True:
        size = rng.choice(CHUNK_TOKENS)
        chunks = _chunks(lengths, size, rng)
        rng.shuffle(chunks)
        chunks = chunks[: len(chunks) // ROUNDS_PER_PASS]
        together = BATCH_TOKENS // size
        if len(chunks) < together:
            raise ValueError("too few texts to learn from")
        for place in range(0, len(chunks) - together + 1, together):
            yield chunks[place : place + together]


def _chunks(lengths: Sequence[int], size: int, rng: random.Random) -> list[Chunk]:
    """Return all texts in chunks of `size`, less their ends where little is left."""
    chunks = []
    for number, length in enumerate(lengths):
        # Long texts are cut elsewhere in each round, so that no word always stands at an edge.
        shift = rng.randrange(size) if length > size else 0
        for start in range(-shift, length, size):
            chunk = Chunk(number, max(start, 0), min(start + size, length))
            if chunk.end - chunk.start >= LEAST_CHUNK:
                chunks.append(chunk)
    return chunks


def batch_of(examples: Sequence[Example], chunks: Sequence[Chunk], inputs: Inputs) -> Batch:
    """Return the chunks as one batch of BATCH_TOKENS, padding included."""
    size = BATCH_TOKENS // len(chunks)
    rows = [_columns(examples[chunk.text], chunk, inputs) for chunk in chunks]
    tables = [np.stack([padded(row, size) for row in of]) for of in zip(*rows, strict=True)]
    return Batch(*tables)


def padded(column: NDArray[Any], size: int) -> NDArray[Any]:
    """Return the entries of each token with noughts after them, `size` in all."""
    table = np.zeros((size, *column.shape[1:]), column.dtype)
    table[: len(column)] = column
    return table


def _columns(example: Example, chunk: Chunk, inputs: Inputs) -> Batch:
    """Return a chunk as a batch of one row, without the first dimension."""
    within = slice(chunk.start, chunk.end)
    ids, candidates = example.ids[within], example.candidates[within]
    told = example.told[within].astype(np.float32)
    features = np.clip((told - inputs.means) / inputs.deviations, -MOST_DEVIATION, MOST_DEVIATION)
    has_candidate = told[:, FEATURES.index("has candidate")] > 0
    return Batch(
        np.minimum(ids, len(inputs.vectors) - 1),
        np.minimum(candidates, len(inputs.vectors) - 1),
        inputs.suffix_of[ids].astype(np.int32),
        np.where(has_candidate, inputs.suffix_of[candidates], 0).astype(np.int32),
        features,
        example.are_swapped[within].astype(np.float32),
        np.ones(len(ids), np.float32),
    )
