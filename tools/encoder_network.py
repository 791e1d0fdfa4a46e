"""
The network of `credcheck.language.encoder` in torch (BSD-3): to train it and to write it out.

Six layers of a BERT encoder (Devlin et al. 2019) that begin with the weights of all-MiniLM-L6-v2,
and two heads: is this piece put in (as in ELECTRA, Clark et al. 2020), and which piece stood there
(with the embeddings of the input, as in BERT).
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch  # type: ignore[import-not-found,unused-ignore]
from torch import nn  # type: ignore[import-not-found,unused-ignore]
from torch.nn import functional  # type: ignore[import-not-found,unused-ignore]

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.encoder_examples import Rows

HIDDEN, HEADS, LAYERS, WIDE, PIECES, POSITIONS = 384, 12, 6, 1536, 30522, 512
TINY = 1e-12
# Swaps are rare: it is quicker to start from that.
FIRST_ODDS, FIRST_DEVIATION = -2.0, 0.02
# Adam; the rate climbs for one step in twenty, then falls in a line.
HIGHEST_RATE, LAST_SHARE, WARMUP_SHARE = 3e-4, 0.02, 20
BETAS, EPSILON, LARGEST_GRADIENT = (0.9, 0.98), 1e-6, 1.0
BATCH = 16
# What naming the original counts beside finding the swap, and how many swaps of a batch are named:
# each asks for a product with the whole vocabulary.
NAMING_WEIGHT, NAMED = 0.1, 256
STEPS_PER_REPORT = 50
LATEST_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Batch:
    """Passages as tensors of shape (BATCH, pieces)."""

    pieces: Any
    labels: Any
    originals: Any


class Layer(nn.Module):  # type: ignore[misc,unused-ignore]
    """Self-attention and two products, each with a residual and a norm after it."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.o = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.n1 = nn.LayerNorm(HIDDEN, eps=TINY)
        self.a, self.b = nn.Linear(HIDDEN, WIDE), nn.Linear(WIDE, HIDDEN)
        self.n2 = nn.LayerNorm(HIDDEN, eps=TINY)

    def forward(self, x: Any) -> Any:
        """Return what (passages, pieces, HIDDEN) becomes."""
        passages, pieces, _ = x.shape
        width = HIDDEN // HEADS
        split = self.qkv(x).view(passages, pieces, 3, HEADS, width).permute(2, 0, 3, 1, 4)
        queries, keys, values = split
        shares = ((queries * width**-0.5) @ keys.transpose(-1, -2)).softmax(-1, dtype=values.dtype)
        told = (shares @ values).transpose(1, 2).reshape(passages, pieces, HIDDEN)
        x = self.n1(x + self.o(told))
        return self.n2(x + self.b(functional.gelu(self.a(x))))


class Network(nn.Module):  # type: ignore[misc,unused-ignore]
    """The encoder with both heads."""

    def __init__(self) -> None:
        super().__init__()
        self.we, self.pe = nn.Embedding(PIECES, HIDDEN), nn.Embedding(POSITIONS, HIDDEN)
        self.te = nn.Parameter(torch.zeros(HIDDEN))
        self.n = nn.LayerNorm(HIDDEN, eps=TINY)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.h1, self.det = nn.Linear(HIDDEN, HIDDEN), nn.Linear(HIDDEN, 1)
        self.t, self.tn = nn.Linear(HIDDEN, HIDDEN), nn.LayerNorm(HIDDEN, eps=TINY)
        self.tb = nn.Parameter(torch.zeros(PIECES))

    def begin_with(self, weights: dict[str, Any]) -> None:
        """Take over the weights of a BERT encoder of this size, by the names of transformers."""
        first = "embeddings."
        self.we.weight.data = weights[f"{first}word_embeddings.weight"].clone()
        self.pe.weight.data = weights[f"{first}position_embeddings.weight"].clone()
        self.te.data = weights[f"{first}token_type_embeddings.weight"][0].clone()
        parts: list[tuple[Any, list[str]]] = [(self.n, [f"{first}LayerNorm"])]
        for number, layer in enumerate(self.layers):
            name = f"encoder.layer.{number}."
            asked = [f"{name}attention.self.{of}" for of in ("query", "key", "value")]
            parts += [(layer.qkv, asked), (layer.o, [f"{name}attention.output.dense"])]
            parts += [(layer.n1, [f"{name}attention.output.LayerNorm"])]
            parts += [(layer.a, [f"{name}intermediate.dense"]), (layer.b, [f"{name}output.dense"])]
            parts += [(layer.n2, [f"{name}output.LayerNorm"])]
        for module, names in parts:
            for kind in ("weight", "bias"):
                getattr(module, kind).data = torch.cat([weights[f"{n}.{kind}"] for n in names])
        nn.init.normal_(self.det.weight, std=FIRST_DEVIATION)
        self.det.bias.data.fill_(FIRST_ODDS)

    def hidden(self, pieces: Any) -> Any:
        """Return what (passages, pieces) reads as, (passages, pieces, HIDDEN)."""
        return self.read(self.we(pieces) + self.pe.weight[: pieces.shape[1]] + self.te)

    def read(self, embedded: Any) -> Any:
        """Return the same of pieces that are embedded already."""
        hidden = self.n(embedded)
        for layer in self.layers:
            hidden = layer(hidden)
        return hidden

    def odds(self, hidden: Any) -> Any:
        """Return the log odds of each piece that it was put in."""
        return self.det(functional.gelu(self.h1(hidden)))[..., 0]

    def restored(self, hidden: Any) -> Any:
        """Return what is compared with the embeddings of pieces that may have stood there."""
        return self.tn(functional.gelu(self.t(hidden)))


class Written(nn.Module):  # type: ignore[misc,unused-ignore]
    """The network as it is written out: one passage, embedded already."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, embedded: Any) -> tuple[Any, Any]:
        """Return log odds (pieces,) and what was restored (pieces, HIDDEN) of (1, pieces, ..)."""
        hidden = self.network.read(embedded)
        return self.network.odds(hidden)[0], self.network.restored(hidden)[0]


def train(shards: Sequence[Rows], weights: dict[str, Any], steps: int, seed: int) -> Network:
    """Return the trained network; prints the loss now and then."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    network = Network()
    network.begin_with(weights)
    optimizer = torch.optim.Adam(network.parameters(), HIGHEST_RATE, BETAS, EPSILON)
    means = [0.0, 0.0]
    begun = time.monotonic()
    for step, batch in zip(range(1, steps + 1), batches(shards, rng), strict=False):
        for group in optimizer.param_groups:
            group["lr"] = rate(step, steps)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found, named = losses(network, batch)
        optimizer.zero_grad()
        (found + NAMING_WEIGHT * named).backward()
        nn.utils.clip_grad_norm_(network.parameters(), LARGEST_GRADIENT)
        optimizer.step()
        latest = max(LATEST_SHARE, 1 / step)
        means = [m + latest * (v.item() - m) for m, v in zip(means, (found, named), strict=True)]
        if step % STEPS_PER_REPORT == 0:
            seconds = time.monotonic() - begun
            print(f"{step} {means[0]:.4f} {means[1]:.3f} {seconds:.0f} s", flush=True)
    return network


def losses(network: Network, batch: Batch) -> tuple[Any, Any]:
    """Return the mean cross-entropies (natural log): of finding swaps, of naming the originals."""
    hidden = network.hidden(batch.pieces)
    is_judged = batch.labels >= 0
    odds = network.odds(hidden).float()[is_judged]
    found = functional.binary_cross_entropy_with_logits(odds, batch.labels[is_judged])
    swaps = torch.nonzero(batch.labels == 1)
    if not len(swaps):
        return found, torch.zeros(())
    rows, columns = swaps[torch.randperm(len(swaps))[:NAMED]].T
    restored = network.restored(hidden[rows, columns])
    told = functional.linear(restored, network.we.weight, network.tb).float()
    return found, functional.cross_entropy(told, batch.originals[rows, columns])


def rate(step: int, steps: int) -> float:
    """Return the learning rate of a step, counted from one."""
    climbed = min(1.0, step / max(1, steps // WARMUP_SHARE))
    return HIGHEST_RATE * climbed * max(LAST_SHARE, 1 - step / steps)


def batches(shards: Sequence[Rows], rng: random.Random) -> Iterator[Batch]:
    """Yield batches for ever: shard after shard in random order, each shuffled."""
    while True:
        left = list(range(len(shards)))
        while left:
            shard = shards[left.pop(left.index(rng.choice(left)))]
            shuffle = np.random.RandomState(len(shards) - len(left))
            rows = shuffle.permutation(len(shard.pieces))
            for start in range(0, len(rows) - BATCH + 1, BATCH):
                chosen = rows[start : start + BATCH]
                yield Batch(
                    torch.from_numpy(shard.pieces[chosen]).long(),
                    torch.from_numpy(shard.labels[chosen]).float(),
                    torch.from_numpy(shard.originals[chosen]).long(),
                )
