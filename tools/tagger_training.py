"""
Train the network of `credcheck.language.tagger` with jax and optax (both Apache-2.0).

The network is written out once more because numpy takes no derivatives. Kernel and dilations come
from the package, and the tests hold both versions to the same result.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import jax  # type: ignore[import-untyped,import-not-found,unused-ignore]
import jax.numpy as jnp  # type: ignore[import-untyped,import-not-found,unused-ignore]
import numpy as np
import optax  # type: ignore[import-untyped,import-not-found,unused-ignore]

from credcheck.language.tagger import DILATIONS, FEATURES, KERNEL, POOLED_BLOCK, TINY, Tagger
from tools.tagger_batches import BATCH_TOKENS, SUFFIXES, WORDS, batch_of, chunked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.tagger_batches import Batch, Inputs
    from tools.tagger_examples import Example

    Floats = NDArray[np.float32]
    Weights = dict[str, Any]  # By the names of the fields of Tagger; arrays of numpy or jax.

WORD_DIMENSIONS, SUFFIX_DIMENSIONS = 24, 8
# The share of tokens whose words are hidden, so that the net does not live on known words alone.
WORD_DROPOUT = 0.1

# Batches hold padding, so it takes this many more of them to read every token once.
PADDING_FACTOR = 1.1

# AdamW; the rate climbs for the first steps, then falls along a cosine.
FIRST_RATE, HIGHEST_RATE, LAST_RATE = 1e-4, 2e-3, 2e-5
MOST_WARMUP_STEPS, WARMUP_SHARE = 300, 10
LARGEST_GRADIENT = 1.0
WEIGHT_DECAY = 0.02
DECAYED = frozenset({"words", "suffixes", "wide", "convolutions", "pool", "out"})
STEPS_PER_REPORT = 400
# How much the latest step counts in the loss that is printed.
LATEST_SHARE = 0.01

# Embeddings are kept in bytes, in steps fine enough for their spread; what lies beyond is cut off.
STEPS_PER_DEVIATION, MOST_STEPS = 12, 127


@dataclass(frozen=True, slots=True)
class Recipe:
    """How wide the net is, how often it reads the examples, and where chance begins."""

    channels: int
    passes: float
    seed: int


def first_weights(width: int, channels: int, key: Any) -> Weights:
    """Return random weights for vectors of `width` dimensions (input and output together)."""
    inputs = 2 * (width + WORD_DIMENSIONS + SUFFIX_DIMENSIONS) + len(FEATURES)
    blocks, square = len(DILATIONS), (channels, channels)
    shapes = {
        "words": ((WORDS, WORD_DIMENSIONS), 0.02),
        "suffixes": ((SUFFIXES, SUFFIX_DIMENSIONS), 0.05),
        "wide": ((inputs, channels), inputs**-0.5),
        "convolutions": ((blocks, KERNEL, *square), (KERNEL * channels) ** -0.5),
        "pool": (square, channels**-0.5),
        "out": ((channels,), 0.02),
    }
    drawn = {
        name: jax.random.normal(part, shape) * deviation
        for part, (name, (shape, deviation)) in zip(
            jax.random.split(key, len(shapes)), shapes.items(), strict=True
        )
    }
    return drawn | {
        "wide_bias": jnp.zeros(channels),
        "norms": jnp.ones((blocks, channels)),
        "biases": jnp.zeros((blocks, channels)),
        # Swaps are rare, and the ratio is right as a rule: it is quicker to start from that.
        "out_bias": jnp.array(-2.0, jnp.float32),
        "ratio_weight": jnp.array(0.5, jnp.float32),
    }


def network(weights: Weights, vectors: Any, batch: Batch, noise: Any = None) -> Any:
    """Return log odds, shape (chunks, tokens); with the key `noise` some words are hidden."""
    parts = []
    for rows in (batch.words, batch.candidates):
        parts += [vectors[rows], weights["words"][rows]]
    parts += [weights["suffixes"][rows] for rows in (batch.suffixes, batch.candidate_suffixes)]
    embedded = jnp.concatenate(parts, axis=-1)
    if noise is not None:
        is_heard = jax.random.bernoulli(noise, 1 - WORD_DROPOUT, (*batch.words.shape, 1))
        embedded = embedded * is_heard / (1 - WORD_DROPOUT)
    hidden = jnp.concatenate([embedded, batch.features], axis=-1) @ weights["wide"]
    hidden = hidden + weights["wide_bias"]
    mask = jnp.asarray(batch.mask)[..., None]
    for block, dilation in enumerate(DILATIONS):
        hidden = hidden + _convolved(weights, block, dilation, hidden, mask)
        if block == POOLED_BLOCK:
            mean = (hidden * mask).sum(axis=1, keepdims=True) / mask.sum(axis=1, keepdims=True)
            hidden = hidden + jnp.tanh(mean @ weights["pool"])
    odds = hidden @ weights["out"] + weights["out_bias"]
    return odds + weights["ratio_weight"] * batch.features[..., 0]


def _convolved(weights: Weights, block: int, dilation: int, hidden: Any, mask: Any) -> Any:
    scale = jax.lax.rsqrt((hidden * hidden).mean(axis=-1, keepdims=True) + TINY)
    convolved = jax.lax.conv_general_dilated(
        weights["norms"][block] * hidden * scale * mask,
        weights["convolutions"][block],
        (1,),
        "SAME",
        rhs_dilation=(dilation,),
        dimension_numbers=("NWC", "WIO", "NWC"),
    )
    return jax.nn.relu(convolved + weights["biases"][block])


def loss_of(weights: Weights, vectors: Any, batch: Batch, noise: Any = None) -> Any:
    """Return the mean cross-entropy of the tokens (natural log)."""
    odds = network(weights, vectors, batch, noise)
    losses = optax.sigmoid_binary_cross_entropy(odds, batch.labels) * batch.mask
    return losses.sum() / batch.mask.sum()


def optimizer(steps: int) -> Any:
    """Return the optimizer of a training of so many steps."""
    warmup = min(MOST_WARMUP_STEPS, steps // WARMUP_SHARE)
    rate = optax.warmup_cosine_decay_schedule(FIRST_RATE, HIGHEST_RATE, warmup, steps, LAST_RATE)
    return optax.chain(
        optax.clip_by_global_norm(LARGEST_GRADIENT),
        optax.adamw(rate, weight_decay=WEIGHT_DECAY, mask=are_decayed),
    )


def are_decayed(weights: Weights) -> dict[str, bool]:
    """Tell of each of the weights whether it is drawn towards nought."""
    return {name: name in DECAYED for name in weights}


def stepper(optimize: Any, vectors: Any) -> Any:
    """Return the function that takes one step: new weights and state, and the loss before it."""

    def step(weights: Weights, state: Any, batch: Batch, noise: Any) -> tuple[Weights, Any, Any]:
        loss, gradient = jax.value_and_grad(loss_of)(weights, vectors, batch, noise)
        updates, state = optimize.update(gradient, state, weights)
        return optax.apply_updates(weights, updates), state, loss

    return jax.jit(step)


def train(examples: Sequence[Example], inputs: Inputs, recipe: Recipe) -> Weights:
    """Return the learned weights as arrays of numpy; prints the loss now and then."""
    lengths = [len(example.ids) for example in examples]
    steps = int(recipe.passes * sum(lengths) / BATCH_TOKENS * PADDING_FACTOR)
    beginning, noise = jax.random.split(jax.random.PRNGKey(recipe.seed))
    weights = first_weights(inputs.vectors.shape[1], recipe.channels, beginning)
    optimize = optimizer(steps)
    state = optimize.init(weights)
    step = stepper(optimize, jnp.asarray(inputs.vectors))
    batches = chunked(lengths, random.Random(recipe.seed))
    mean = 0.0
    for number in range(1, steps + 1):
        noise, now = jax.random.split(noise)
        batch = batch_of(examples, next(batches), inputs)
        weights, state, loss = step(weights, state, batch, now)
        mean += max(LATEST_SHARE, 1 / number) * (float(loss) - mean)
        if number % STEPS_PER_REPORT == 0 or number == steps:
            print(f"step {number} of {steps}, loss {mean:.4f}", flush=True)
    return {name: np.asarray(array) for name, array in weights.items()}


def tagger_of(weights: Weights, inputs: Inputs) -> Tagger:
    """Return the tagger of the package with its embeddings in whole steps."""
    words, word_step = in_steps(weights["words"])
    suffixes, suffix_step = in_steps(weights["suffixes"])
    return Tagger(
        **weights
        | {
            "words": words,
            "word_step": word_step,
            "suffixes": suffixes,
            "suffix_step": suffix_step,
            "suffix_of": inputs.suffix_of,
            "means": inputs.means,
            "deviations": inputs.deviations,
            "vector_steps": inputs.vector_steps,
            "out_bias": float(weights["out_bias"]),
            "ratio_weight": float(weights["ratio_weight"]),
        }
    )


def in_steps(table: Floats) -> tuple[NDArray[np.int8], float]:
    """Return a table in whole steps, and the step."""
    step = min(float(np.abs(table).max()) / MOST_STEPS, float(table.std()) / STEPS_PER_DEVIATION)
    return np.clip(np.rint(table / step), -MOST_STEPS, MOST_STEPS).astype(np.int8), step
