"""
Train the network of `credcheck.language.tagger` with torch (BSD-3).

The network is written out once more because numpy takes no derivatives. Kernel and dilations come
from the package, and the tests hold both versions to the same result.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch  # type: ignore[import-not-found,unused-ignore]
from torch import nn  # type: ignore[import-not-found,unused-ignore]
from torch.nn import functional  # type: ignore[import-not-found,unused-ignore]

from credcheck.language.tagger import DILATIONS, FEATURES, KERNEL, POOLED_BLOCK, TINY, Tagger
from tools.tagger_batches import BATCH_TOKENS, SUFFIXES, WORDS, Batch, batch_of, chunked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.tagger_batches import Inputs
    from tools.tagger_examples import Example

    Floats = NDArray[np.float32]
    Weights = dict[str, Any]  # By the names of the fields of Tagger.

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


class Network(nn.Module):  # type: ignore[misc,unused-ignore]
    """The tagger of `channels` channels, given vectors of `width` dimensions (both sides)."""

    def __init__(self, width: int, channels: int) -> None:
        super().__init__()
        inputs = 2 * (width + WORD_DIMENSIONS + SUFFIX_DIMENSIONS) + len(FEATURES)
        blocks = len(DILATIONS)
        self.words = drawn((WORDS, WORD_DIMENSIONS), 0.02)
        self.suffixes = drawn((SUFFIXES, SUFFIX_DIMENSIONS), 0.05)
        self.wide = drawn((inputs, channels), inputs**-0.5)
        square = (channels, channels)
        self.convolutions = drawn((blocks, KERNEL, *square), (KERNEL * channels) ** -0.5)
        self.pool = drawn(square, channels**-0.5)
        self.out = drawn((channels,), 0.02)
        self.wide_bias = nn.Parameter(torch.zeros(channels))
        self.norms = nn.Parameter(torch.ones(blocks, channels))
        self.biases = nn.Parameter(torch.zeros(blocks, channels))
        # Swaps are rare, and the ratio is right as a rule: it is quicker to start from that.
        self.out_bias = nn.Parameter(torch.tensor(-2.0))
        self.ratio_weight = nn.Parameter(torch.tensor(0.5))

    def forward(self, vectors: Any, batch: Batch) -> Any:
        """Return log odds, shape (chunks, tokens); while it learns some words are hidden."""
        parts = []
        for rows in (batch.words, batch.candidates):
            parts += [vectors[rows], functional.embedding(rows, self.words)]
        for rows in (batch.suffixes, batch.candidate_suffixes):
            parts.append(functional.embedding(rows, self.suffixes))
        embedded = torch.cat(parts, dim=-1)
        if self.training:
            is_heard = torch.rand((*batch.words.shape, 1)) < 1 - WORD_DROPOUT
            embedded = embedded * is_heard / (1 - WORD_DROPOUT)
        hidden = torch.cat([embedded, batch.features], dim=-1) @ self.wide + self.wide_bias
        mask: Any = batch.mask[..., None]
        for block, dilation in enumerate(DILATIONS):
            hidden = hidden + self._convolved(block, dilation, hidden, mask)
            if block == POOLED_BLOCK:
                mean = (hidden * mask).sum(dim=1, keepdim=True) / mask.sum(dim=1, keepdim=True)
                hidden = hidden + torch.tanh(mean @ self.pool)
        odds = hidden @ self.out + self.out_bias
        return odds + self.ratio_weight * batch.features[..., 0]

    def _convolved(self, block: int, dilation: int, hidden: Any, mask: Any) -> Any:
        scale = torch.rsqrt((hidden * hidden).mean(dim=-1, keepdim=True) + TINY)
        reach = (KERNEL // 2) * dilation
        normed = functional.pad(self.norms[block] * hidden * scale * mask, (0, 0, reach, reach))
        size = hidden.shape[1]
        places = [normed[:, at * dilation : at * dilation + size] for at in range(KERNEL)]
        convolved = torch.cat(places, dim=-1) @ self.convolutions[block].flatten(0, 1)
        return functional.relu(convolved + self.biases[block])


def drawn(shape: tuple[int, ...], deviation: float) -> Any:
    """Return random weights around nought."""
    return nn.Parameter(torch.randn(shape) * deviation)


def loss_of(odds: Any, batch: Batch) -> Any:
    """Return the mean cross-entropy of the tokens (natural log)."""
    losses = functional.binary_cross_entropy_with_logits(odds, batch.labels, reduction="none")
    return (losses * batch.mask).sum() / batch.mask.sum()


def optimizer_of(network: Network) -> Any:
    """Return AdamW, which draws the weights of DECAYED towards nought."""
    named = dict(network.named_parameters())
    groups = [
        {"params": [of for name, of in named.items() if name in DECAYED]},
        {"params": [of for name, of in named.items() if name not in DECAYED], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, HIGHEST_RATE, weight_decay=WEIGHT_DECAY)


def rate(step: int, steps: int) -> float:
    """Return the learning rate of a step, counted from nought."""
    warmup = max(1, min(MOST_WARMUP_STEPS, steps // WARMUP_SHARE))
    if step < warmup:
        return FIRST_RATE + (HIGHEST_RATE - FIRST_RATE) * step / warmup
    fallen = (1 + math.cos(math.pi * (step - warmup) / max(1, steps - warmup))) / 2
    return LAST_RATE + (HIGHEST_RATE - LAST_RATE) * fallen


def train(examples: Sequence[Example], inputs: Inputs, recipe: Recipe) -> Weights:
    """Return the learned weights as arrays of numpy; prints the loss now and then."""
    torch.manual_seed(recipe.seed)
    lengths = [len(example.ids) for example in examples]
    steps = int(recipe.passes * sum(lengths) / BATCH_TOKENS * PADDING_FACTOR)
    network = Network(inputs.vectors.shape[1], recipe.channels)
    vectors = torch.from_numpy(inputs.vectors)
    optimizer = optimizer_of(network)
    batches = chunked(lengths, random.Random(recipe.seed))
    mean = 0.0
    for number in range(1, steps + 1):
        for group in optimizer.param_groups:
            group["lr"] = rate(number - 1, steps)
        batch = tensors(batch_of(examples, next(batches), inputs))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            odds = network(vectors, batch)
        loss = loss_of(odds.float(), batch)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), LARGEST_GRADIENT)
        optimizer.step()
        mean += max(LATEST_SHARE, 1 / number) * (loss.item() - mean)
        if number % STEPS_PER_REPORT == 0 or number == steps:
            print(f"step {number} of {steps}, loss {mean:.4f}", flush=True)
    return {name: of.detach().numpy() for name, of in network.named_parameters()}


def tensors(batch: Batch) -> Batch:
    """Return a batch of arrays as one of tensors."""
    return Batch(*(torch.from_numpy(of) for of in batch))


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
