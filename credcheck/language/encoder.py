"""
What a contextual encoder says of each word: was it put in by a spinner, and what stood there?

A small transformer (MiniLM, Wang et al. 2020) that was trained on articles spun by synthetic
spinners to tell replaced words from written ones, as ELECTRA is (Clark et al. 2020), and to name
the word that was replaced. It sees some 190 words at a time, where the n-grams see three and the
tagger thirty, and costs a hundred times what they cost; so it is asked only about texts that they
do not clear, and only if the user wants it: weights and runtime come with the extra `context`.
Built by tools/build_encoder.py; the model card is encoder/README.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np

from credcheck.language.ngrams import mapped
from credcheck.language.wordpieces import END, START, WordPieces, load_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from credcheck.language.vocabulary import Tokens

    Floats = NDArray[np.float32]
    Ids = NDArray[np.int64]

PACKAGE = "credcheck_encoder"
MISSING = 'encoder: not installed: in a clone of the repository, pip install ./encoder ".[context]"'
# Pieces read together, both marks included, and how many of them two stretches share; of those the
# first half is believed to the stretch before, which has seen what follows.
WINDOW, SHARED = 256, 80
# The vocabulary is worked off in parts, so that it is never in memory as floats.
PART = 4096


class EncoderMissingError(Exception):
    """The encoder is asked for and not installed; the message is one line that says what is."""


@dataclass(frozen=True, slots=True, eq=False)
class Encoder:
    """
    Tables and the network: V pieces, H dimensions.

    `embeddings` are (V, H) whole numbers, worth `steps` (V, 1) each; `positions` (WINDOW, H);
    `biases` (V,). `network` maps (1, pieces, H) to log odds (pieces,) and what was restored
    (pieces, H), whose product with the embeddings is the log of a probability up to a constant.
    """

    pieces: WordPieces
    embeddings: NDArray[np.int8]
    steps: NDArray[np.float32]
    positions: Floats
    biases: Floats
    network: Any

    def embedded(self, numbers: Ids) -> Floats:
        """Return the input of the network for pieces in a row, shape (1, pieces, H)."""
        rows = self.embeddings[numbers].astype(np.float32) * self.steps[numbers]
        added: Floats = (rows + self.positions[: len(numbers)])[None]
        return added

    def log_probabilities(self, restored: Floats, numbers: Ids) -> Floats:
        """Return what `restored` (n, H) says for each of `numbers` (m,): shape (n, m), unscaled."""
        rows = self.embeddings[numbers].astype(np.float32) * self.steps[numbers]
        told: Floats = restored @ rows.T + self.biases[numbers]
        return told


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """For each token: log odds that it was put in, and what stood there (see `Encoder`)."""

    odds: Floats  # (tokens,)
    restored: NDArray[np.float16]  # (tokens, H), of the first piece of each; half the memory.


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """Load the encoder once per process; raises EncoderMissingError if it is not installed."""
    try:
        folder: Path = import_module(PACKAGE).FOLDER
        runtime = import_module("onnxruntime")
    except ImportError:
        raise EncoderMissingError(MISSING) from None
    return load_encoder(folder, runtime)


def load_encoder(folder: Path, runtime: Any) -> Encoder:
    """Map the tables that tools/build_encoder.py wrote to `folder`, and load the network."""
    options = runtime.SessionOptions()
    # Workers are processes; a second thread would only make sums come out in another order.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    path = str(folder / "encoder.onnx")
    session = runtime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return Encoder(
        load_pieces(folder / "vocabulary.txt"),
        mapped(folder, "embeddings"),
        mapped(folder, "steps"),
        mapped(folder, "positions").astype(np.float32),
        mapped(folder, "biases").astype(np.float32),
        lambda embedded: session.run(("odds", "restored"), {"embedded": embedded}),
    )


def version() -> str:
    """Return the version of the encoder; raises EncoderMissingError if it is not installed."""
    encoder()
    found: str = import_module(PACKAGE).__version__
    return found


def heard_by(model: Encoder, text: str, tokens: Tokens) -> Heard:
    """Read the tokens of `text`, all of them."""
    numbers, owners = _numbered(model.pieces, text, tokens)
    odds = np.zeros(len(numbers), np.float32)
    restored = np.zeros((len(numbers), model.embeddings.shape[1]), np.float16)
    for start, first, end in stretches(len(numbers)):
        of_stretch = _read(model, numbers[start:end])
        odds[first:end] = of_stretch[0][first - start :]
        restored[first:end] = of_stretch[1][first - start :]
    heads = np.searchsorted(owners, np.arange(len(tokens)))
    # The piece that looks most like a swap speaks for its token.
    return Heard(np.maximum.reduceat(odds, heads), restored[heads])


def stretches(pieces: int) -> Iterator[tuple[int, int, int]]:
    """Yield (start, from where it is believed, end) of what is read together."""
    most = WINDOW - 2
    starts = list(range(0, max(pieces - SHARED, 1), most - SHARED))
    if pieces > most:
        # The last one is as long as the others: a short one has too little to go by.
        starts[-1] = pieces - most
    ends = [min(start + most, pieces) for start in starts]
    firsts = [0, *((start + end) // 2 for end, start in zip(ends, starts[1:], strict=False))]
    yield from zip(starts, firsts, ends, strict=True)


def _numbered(pieces: WordPieces, text: str, tokens: Tokens) -> tuple[Ids, Ids]:
    """Return the pieces of all tokens, and the token of each."""
    numbers: list[int] = []
    counts = []
    for start, end in zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True):
        found = pieces.of(text[start:end])
        numbers += found
        counts.append(len(found))
    return np.array(numbers, np.int64), np.repeat(np.arange(len(tokens)), counts)


def _read(model: Encoder, numbers: Ids) -> tuple[Floats, Floats]:
    marks = model.pieces.numbers
    closed = np.concatenate([[marks[START]], numbers, [marks[END]]])
    odds, restored = model.network(model.embedded(closed))
    return odds[1:-1], restored[1:-1]
