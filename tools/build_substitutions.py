"""
Build the table of candidates and the weights of credcheck/models from named inputs.

    python -m tools.build_substitutions MODELS CANDIDATES.tsv.gz VECTORS.npy VECTOR_WORDS.txt \\
        NEWS.jsonl.xz --regional REGIONAL.jsonl.xz --registers REGISTERS.jsonl.xz --trial TRIAL

MODELS is the folder that tools/build_language.py wrote. The weights are learned on articles that
tools/build_language.py kept aside, spun by synthetic spinners, each with one source of synonyms;
in half of the texts the candidates of that source are held out. What ranks the candidates of a
place once something is known to have been put in is adapted to TRIAL, texts spun by hand
(`benchmarks/accuracy/spun_trial`), since people choose otherwise than a machine that draws.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from credcheck.language.candidates import Candidates
from credcheck.language.context import WordVectors
from credcheck.language.ngrams import LanguageModel, load_model
from credcheck.language.vocabulary import NUMBER, YEAR, Tokens
from tools.build_language import collections_of
from tools.candidate_table import (
    SOURCES,
    UNINFLECTED,
    Pairs,
    build_table,
    keep_best,
    listed,
    number,
    read_pairs,
)
from tools.conditional_logit import OUTSIDE, Choices, adapt, fit
from tools.spinner import SPINNERS, Offers, Spun, drawn_sources, offers_of, slowed, spin
from tools.spun_by_hand import Named, manners, named
from tools.substitution_training import (
    CHANNEL_FEATURES,
    CONTEXT_FEATURES,
    PAIR_FEATURES,
    TEXT_FEATURES,
    answers,
    channel,
    context_features,
    join,
    pair_features,
    read,
    thin,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

SHARES_SWAPPED = (0.05, 0.1, 0.2, 0.35, 0.5, 0.7)
ONE_CLEAN_IN = 4
KEPT_CLEAN = 0.2
MOST_TOKENS = 1200
TEXTS = (360, 160, 40)
SEED = 5

# A step of the vectors is a third of their standard deviation: .9 % of noise, four bits a number.
STEPS_PER_DEVIATION = 3.0

# Candidates whose weight is this far (natural log) below the best of their key are left out.
HOPELESS_WEIGHT = 3.0
MOST_PAIRS = 1_100_000

FEATURES = (*TEXT_FEATURES, *CONTEXT_FEATURES, *PAIR_FEATURES)
# What is the same for all candidates of a place, and so ranks none.
OF_PLACE = frozenset(
    {"seam", "own", "window", "capital", "bias", "written", "key words", "key frequency", "unheard"}
)
# With texts of other writers left out, 10 to 100 named as many originals first.
ADAPTING_STRENGTH = 30.0
NAMING = ("left", "right", "both", "join", "joined", "context", "heard")
# What is added to every rank, so that all fit into a byte; the candidates of a place share it.
RANK_SHIFT = 3.0


def without_house_style(pairs: Pairs, model: LanguageModel) -> Pairs:
    """Drop the keys that are house style."""
    numbered, _ = number(sorted(listed("house_style.txt")), model, pairs.keys.shape[1])
    rows = {tuple(row) for row in numbered.tolist()}
    keep = np.array([tuple(row) not in rows for row in pairs.keys.tolist()], np.bool_)
    return pairs.where(keep)


def quantised_vectors(
    path: Path, words_path: Path, model: LanguageModel, names: tuple[str, ...]
) -> WordVectors:
    """Return the vectors in whole steps, with a row of noughts at the end."""
    vectors = np.load(path).astype(np.float32)
    steps = vectors.std(axis=(1, 2)) / STEPS_PER_DEVIATION
    whole = np.clip(np.rint(vectors / steps[:, None, None]), -127, 127).astype(np.int8)
    whole = np.concatenate([whole, np.zeros((2, 1, whole.shape[2]), np.int8)], axis=1)
    numbers = {name: place for place, name in enumerate(names)}
    numbers |= {"<num>": NUMBER, "<year>": YEAR}
    rows = np.full(len(names), whole.shape[1] - 1, np.uint16)
    for row, word in enumerate(words_path.read_text(encoding="utf-8").split("\n")):
        if word in numbers and row < whole.shape[1] - 1:
            rows[numbers[word]] = row
    return WordVectors(rows, whole[0], whole[1], float(steps[0] * steps[1]))


def training_texts(model: LanguageModel, options: argparse.Namespace) -> list[Tokens]:
    """Return some of the articles that the language model has not seen, in a fixed random order."""
    chosen = []
    collections = collections_of(options.news, options.regional, options.registers)
    for collection, most in zip(collections, TEXTS, strict=True):
        texts = list(collection.texts(aside=True))
        chosen += texts[:: max(1, len(texts) // most)][:most]
    random.Random(SEED).shuffle(chosen)
    return [model.vocabulary.tokens(text) for text in chosen]


def examples(
    model: LanguageModel, table: Candidates, vectors: WordVectors, pairs: Pairs, texts: list[Tokens]
) -> tuple[Choices, NDArray[np.int64]]:
    """Return the choices of all texts with the features of the text, and the pair of each row."""
    offers = {bits: offers_of(pairs, model, bits) for bits in SPINNERS.values()}
    offers = {bits: found for bits, found in offers.items() if found}
    rng, sampler = random.Random(SEED), np.random.default_rng(SEED)
    crude = np.log1p(sum(pairs.bits >> bit & 1 for bit in range(SOURCES))) + pairs.cosines
    parts, numbers = [], []
    for place, tokens in enumerate(texts):
        spun, held_out = _spun(tokens, place, offers, rng)
        reading = read(model, table, spun.ids, spun.are_capital)
        if not len(reading.spans):
            continue
        of_rows = reading.rows.pairs
        gains = reading.features[:, 0] + reading.features[:, 1]
        rows, choices = thin(
            reading,
            answers(reading, spun, pairs),
            gains + crude[of_rows],
            (pairs.bits[of_rows] & ~held_out) > 0,
            sampler.random(len(reading.spans)) < KEPT_CLEAN,
        )
        context = context_features(vectors, table, spun.ids, reading, rows)
        weights = np.where(choices.answers == OUTSIDE, 1 / KEPT_CLEAN, 1.0) * choices.weights
        features = np.concatenate([choices.features, context], axis=1)
        parts.append(replace(choices, features=features, weights=weights))
        numbers.append(of_rows[rows])
    return join(parts), np.concatenate(numbers)


def _spun(
    tokens: Tokens, place: int, offers: dict[int, Offers], rng: random.Random
) -> tuple[Spun, int]:
    """Return a text, spun but for one in so many, and the source bits to hold out."""
    ids, capitals = tokens.ids[:MOST_TOKENS], tokens.are_capital[:MOST_TOKENS]
    if place % ONE_CLEAN_IN == 0:
        return Spun(ids, capitals, ()), 0
    bits = rng.choice(drawn_sources(offers))
    spun = spin(ids, capitals, offers[bits], slowed(rng.choice(SHARES_SWAPPED), bits), rng)
    return spun, bits if rng.random() < 0.5 else 0


def adapted(learned: dict[str, float], by_hand: Named) -> dict[str, float]:
    """Return what each feature says of what stood there, begun with what it says of a swap."""
    names = (*FEATURES, *CHANNEL_FEATURES)
    ranks = np.array([name not in OF_PLACE for name in names])
    begun = np.array([learned.get(name, 0.0) for name in names])
    features, heads = by_hand.features[:, ranks], by_hand.heads
    begun[ranks] = adapt(features, heads, by_hand.are_right, begun[ranks], ADAPTING_STRENGTH)
    return dict(zip(names, begun.tolist(), strict=True))


def prior_odds(choices: Choices) -> float:
    """Return the log odds of a swap among the examples."""
    swapped = choices.answers != OUTSIDE
    return float(np.log(choices.weights[swapped].sum() / choices.weights[~swapped].sum()))


def pruned(pairs: Pairs, weights: Floats) -> NDArray[np.bool_]:
    """
    Return which candidates are worth their place: not hopeless beside the best of their key.

    The other forms of the likeliest are few, and all stay.
    """
    starts = pairs.key_starts()
    is_other = pairs.bits == UNINFLECTED
    heights = np.maximum.reduceat(np.where(is_other, -np.inf, weights), starts)
    best = np.repeat(heights, np.diff(np.append(starts, len(weights))))
    behind = np.where(is_other, 0, best - weights)
    limit = min(HOPELESS_WEIGHT, float(np.sort(behind)[:MOST_PAIRS][-1]))
    keep: NDArray[np.bool_] = behind <= limit
    return keep


def write_tables(folder: Path, prefix: str, tables: dict[str, NDArray[Any]]) -> None:
    """Write each table as its own file, so that it can be mapped."""
    for name, table in tables.items():
        np.save(folder / f"{prefix}_{name}.npy", table)


def write(folder: Path, table: Candidates, vectors: WordVectors, settings: dict[str, Any]) -> None:
    """Write everything as `credcheck.language.substitution_model` reads it."""
    phrases = table.phrases
    write_tables(
        folder,
        "candidate",
        {
            "singles": table.singles,
            "openings": table.openings,
            "seconds": table.seconds,
            "phrase_keys": table.phrase_keys.cells,
            "checks": table.checks,
            "widths": table.widths,
            "counts": np.diff(table.heads).astype(np.uint8),
            "first_words": table.first_words,
            "weights": table.weights,
            "ranks": table.ranks,
        },
    )
    write_tables(folder, "phrase", {name: getattr(phrases, name) for name in phrases.__slots__})
    write_tables(
        folder,
        "vector",
        {"rows": vectors.rows, "inputs": vectors.inputs, "outputs": vectors.outputs},
    )
    text = json.dumps(settings, indent=1, sort_keys=True) + "\n"
    (folder / "substitutions.json").write_text(text, encoding="utf-8")


def main() -> None:
    """Read the arguments, learn the weights, and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("models", "candidates", "vectors", "vector_words", "news"):
        parser.add_argument(name, type=Path)
    for name in ("--regional", "--registers", "--trial"):
        parser.add_argument(name, type=Path, required=True)
    options = parser.parse_args()
    model = load_model(options.models)
    names = tuple((options.models / "words.txt").read_text(encoding="utf-8").split("\n"))
    pairs = without_house_style(keep_best(read_pairs(options.candidates, model)), model)
    vectors = quantised_vectors(options.vectors, options.vector_words, model, names)
    table = build_table(pairs, model, np.zeros(len(pairs.bits), np.float32))
    print(f"{len(table.widths)} keys, {len(pairs.bits)} candidates", flush=True)
    choices, numbers = examples(model, table, vectors, pairs, training_texts(model, options))
    print(f"{len(choices.heads)} examples, {len(numbers)} rows", flush=True)
    static = pair_features(pairs, model, names)
    features = np.concatenate([choices.features, static[numbers]], axis=1)
    coefficients = fit(replace(choices, features=features))
    learned = dict(zip(FEATURES, coefficients.tolist(), strict=True))
    print(json.dumps({name: round(value, 2) for name, value in learned.items()}), flush=True)
    weights = (static @ coefficients[-static.shape[1] :]).astype(np.float32)
    pair = np.concatenate([static, channel(pairs)], axis=1)
    texts = [text for of in manners(options.trial).values() for text in of]
    by_hand = named(texts, model, table, vectors, pairs, pair)
    naming = adapted(learned, by_hand)
    print(f"{len(by_hand.heads)} places named by hand", flush=True)
    print(json.dumps({name: round(value, 2) for name, value in naming.items()}), flush=True)
    ranks = pair @ np.array([naming[name] for name in (*PAIR_FEATURES, *CHANNEL_FEATURES)])
    keep = pruned(pairs, weights)
    shifted = (ranks[keep] - ranks[keep].max() + RANK_SHIFT).astype(np.float32)
    table = build_table(pairs.where(keep), model, weights[keep], shifted)
    shared = {name: learned[name] for name in (*TEXT_FEATURES, *CONTEXT_FEATURES)}
    # The first reading does not ask the context; it takes all words as heard.
    shared["bias"] += learned["heard"] - prior_odds(choices)
    settings = {
        "weights": shared,
        "naming": {name: naming[name] for name in NAMING},
        "vector_scale": vectors.scale,
    }
    write(options.models, table, vectors, settings)
    print(f"{len(table.widths)} keys, {int(keep.sum())} candidates kept", flush=True)


if __name__ == "__main__":
    main()
