from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")

import torch  # type: ignore[import-not-found,unused-ignore]

from credcheck.language.tagger import judged
from tests.language.reference_tagger import KNOWN_WORDS, WORDS, small_tagger, small_text
from tools import tagger_batches, tagger_training
from tools.tagger_batches import Chunk, Inputs, batch_of, inputs_of
from tools.tagger_examples import Example
from tools.tagger_training import Network, Recipe, in_steps, tagger_of, tensors, train


def example_of(tokens: int, seed: int) -> Example:
    ids, candidates, told = small_text(tokens, seed)
    return Example(ids, candidates, told.astype(np.float16), told[:, 0] > 3)


def test_the_network_that_learns_is_the_network_that_is_used() -> None:
    tagger, vectors = small_tagger()
    names = ("wide", "wide_bias", "norms", "convolutions", "biases", "pool", "out")
    weights = {name: getattr(tagger, name) for name in (*names, "out_bias", "ratio_weight")}
    weights |= {"words": tagger.words * np.float32(tagger.word_step)}
    weights |= {"suffixes": tagger.suffixes * np.float32(tagger.suffix_step)}
    rows = vectors.rows[:KNOWN_WORDS]
    sides = [vectors.inputs[rows], vectors.outputs[rows]]
    even = [side * np.float32(step) for side, step in zip(sides, tagger.vector_steps, strict=True)]
    steps = (tagger.vector_steps[0], tagger.vector_steps[1])
    table = np.concatenate(even, axis=1)
    inputs = Inputs(table, steps, tagger.suffix_of, tagger.means, tagger.deviations)
    texts = [example_of(tokens, tokens) for tokens in (3, 60, 400, 1024)]
    chunks = [Chunk(number, 0, len(text.ids)) for number, text in enumerate(texts)]
    network = Network(table.shape[1], len(tagger.out)).eval()
    for name, of in network.named_parameters():
        of.data = torch.tensor(weights[name])
    with torch.no_grad():
        odds = network(torch.from_numpy(table), tensors(batch_of(texts, chunks, inputs)))
    for row, text in zip(odds.numpy(), texts, strict=True):
        used = judged(tagger, vectors, text.ids, text.candidates, text.told.astype(np.float32))
        np.testing.assert_allclose(row[: len(used)], used, rtol=1e-3, atol=1e-3)


def test_training_finds_what_tells_swaps_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    # One length and few words, for speed.
    monkeypatch.setattr(tagger_batches, "CHUNK_TOKENS", (128,))
    for module in (tagger_batches, tagger_training):
        monkeypatch.setattr(module, "WORDS", KNOWN_WORDS)
    _, vectors = small_tagger()
    texts = [example_of(300, seed) for seed in range(80)]
    inputs = inputs_of(vectors, [f"word{number}" for number in range(WORDS)], texts)
    weights = train(texts, inputs, Recipe(channels=4, passes=8, seed=1))
    fresh = example_of(500, 99)
    told = fresh.told.astype(np.float32)
    odds = judged(tagger_of(weights, inputs), vectors, fresh.ids, fresh.candidates, told)
    assert odds[fresh.are_swapped].mean() > odds[~fresh.are_swapped].mean() + 1


def test_steps_are_fine_where_the_values_are() -> None:
    table = np.append(np.random.default_rng(1).normal(size=999), 50).astype(np.float32)
    whole, step = in_steps(table)
    assert whole[-1] == 127
    assert np.abs(whole[:-1] * step - table[:-1]).max() <= step / 2 + 1e-6
