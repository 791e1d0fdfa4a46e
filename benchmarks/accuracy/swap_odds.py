"""
How should tagger, n-grams and encoder be weighed in the odds of a swap?

    python benchmarks/accuracy/swap_odds.py DATA_FOLDER [--articles N]

Fits the weights of credcheck/language/token_odds.py by logistic regression, each set counted
alike, to the texts of benchmarks/accuracy/spun_trial and to articles kept out of the models
(`clean/train*`) that are spun with a table the models lack (`spun/*.tsv.gz`). Prints the weights,
and the recall of spans at a precision of .85 on each style of spinning by hand with that style left
out of the fit, and on other articles (`clean/dev*`). Repeats, lists and the rules about names are
left aside. Needs the encoder (extra `context`).
"""

from __future__ import annotations

import argparse
import random
import sys
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.accuracy.spun import Gold, foreign_table, gold_of, records, spin
from credcheck.language.encoder import encoder, heard_by
from credcheck.language.gains import PADDING
from credcheck.language.gate import GATE
from credcheck.language.piece import read_piece
from credcheck.language.spun import ASKED_PRIOR_WEIGHT, PRIOR_WEIGHT, find_substitutions
from credcheck.language.substitution_model import substitution_model
from credcheck.language.tagger import log_odds
from credcheck.language.token_odds import means

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

TRIAL = Path(__file__).resolve().parent / "spun_trial"
STYLES = ("first-heavy", "second-heavyA", "second-heavyB", "second-heavyC")
RATES = (0.15, 0.3, 0.6)
PRECISION = 0.85
# Weaker evidence is handed on by no reading; longer texts are cut here.
LEAST_RATIO, MOST_CHARACTERS = -2.0, 7000
ROUNDS, RIDGE = 30, 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """The doubtful spans of a text: columns tagger, evidence, encoder; the gold spans of each."""

    columns: Floats
    places: list[tuple[int, int]]
    hits: list[list[int]]
    gold: int
    prior: float
    is_clean: bool


def seen(text: str, gold: Sequence[Gold]) -> Seen | None:
    model = substitution_model()
    tokens = model.language.vocabulary.tokens(text)
    piece = read_piece(model, tokens.ids, tokens.are_capital, 0)
    if piece is None:
        return None
    piece = piece.with_context(model)
    starts, ends = piece.spans.starts - PADDING, piece.spans.ends - PADDING
    odds = log_odds(model, piece), heard_by(encoder(), text, tokens).odds
    tagger, asked = (means(of, starts, ends) for of in odds)
    is_kept = piece.evidence.ratios > LEAST_RATIO
    columns = np.stack([tagger, piece.evidence.ratios, asked], axis=1)[is_kept].astype(np.float64)
    places = list(zip(starts[is_kept].tolist(), ends[is_kept].tolist(), strict=True))
    hits = [
        [n for n, g in enumerate(gold) if g.start < tokens.ends[b - 1] and tokens.starts[a] < g.end]
        for a, b in places
    ]
    reading = find_substitutions(text, is_named_if_clean=False)
    prior = log(max(reading.score, 1e-3) / GATE.bar("spun", reading.words))
    return Seen(columns, places, hits, len(gold), prior, reading.verdict == "clean")


def all_seen(texts: Iterable[tuple[str, Sequence[Gold]]]) -> list[Seen]:
    return [found for text, gold in texts if (found := seen(text, gold)) is not None]


def fitted(sets: Sequence[Sequence[Seen]], chosen: list[int], prior: float) -> Floats:
    """Return the weight of each of the chosen columns and the bias, by Newton's method."""
    asked = [[one for one in some if not one.is_clean] for some in sets]
    each = [one for some in asked for one in some]
    rows = np.concatenate([one.columns[:, chosen] for one in each])
    rows = np.c_[rows, np.ones(len(rows))]
    wanted = np.concatenate([[bool(hit) for hit in one.hits] for one in each]).astype(np.float64)
    offset = np.concatenate([np.full(len(one.hits), prior * one.prior) for one in each])
    counts = [sum(len(one.hits) for one in some) for some in asked]
    shares = np.repeat([1 / max(count, 1) for count in counts], counts)
    weights = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        believed = 1 / (1 + np.exp(-(rows @ weights + offset)))
        slope = rows.T @ (shares * (believed - wanted)) + RIDGE * weights
        curve = (rows * (shares * believed * (1 - believed))[:, None]).T @ rows
        weights -= np.linalg.solve(curve + RIDGE * np.eye(len(weights)), slope)
    return weights


def recall(some: Sequence[Seen], weights: Floats, chosen: list[int], prior: float) -> float:
    """Return the highest recall at which so many of the spans are right."""
    found: list[tuple[float, list[tuple[int, int]]]] = []
    for number, one in enumerate(some):
        if not one.is_clean:
            odds = one.columns[:, chosen] @ weights[:-1] + weights[-1] + prior * one.prior
            found += [(odds[k], [(number, hit) for hit in one.hits[k]]) for k in kept(one, odds)]
    found.sort(key=lambda pair: -pair[0])
    told: set[tuple[int, int]] = set()
    right, best = 0, 0
    for reported, (_, hits) in enumerate(found, 1):
        right += bool(hits)
        told.update(hits)
        if right >= PRECISION * reported:
            best = len(told)
    return best / max(1, sum(one.gold for one in some))


def kept(one: Seen, odds: Floats) -> list[int]:
    """Of spans that overlap, the likeliest."""
    taken: set[int] = set()
    chosen = []
    for k in np.argsort(-odds, kind="stable").tolist():
        tokens = range(*one.places[k])
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            chosen.append(k)
    return chosen


def spun_with(folder: Path, texts: Sequence[str], seed: int) -> list[list[Seen]]:
    table = foreign_table(next(iter(sorted(folder.glob("spun/*.tsv.gz")))))
    found = []
    for rate in RATES:
        rng = random.Random(seed)
        found.append(all_seen(spin(text, table, rate, rng) for text in texts))
    return found


def texts_of(folder: Path, pattern: str, number: int) -> list[str]:
    every = [r["text"] for path in sorted(folder.glob(pattern)) for r in records(path)]
    return [text[:MOST_CHARACTERS] for text in every[:: max(1, len(every) // number)]][:number]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=36, help="of either kind")
    options = parser.parse_args()
    by_hand = [
        all_seen(gold_of(path, TRIAL) for path in sorted(TRIAL.glob(f"spun/*{style}*_gold.json")))
        for style in STYLES
    ]
    learned = spun_with(
        options.folder, texts_of(options.folder, "clean/train*", options.articles), 3
    )
    others = spun_with(options.folder, texts_of(options.folder, "clean/dev*", options.articles), 2)
    for name, chosen, prior in (
        ("without the encoder", [0, 1], PRIOR_WEIGHT),
        ("with the encoder", [0, 1, 2], ASKED_PRIOR_WEIGHT),
    ):
        weights = fitted([*learned, *by_hand], chosen, prior)
        print(f"{name}: tagger, evidence(, encoder), bias {np.round(weights, 2).tolist()}")
        for number, style in enumerate(STYLES):
            rest = [some for place, some in enumerate(by_hand) if place != number]
            without = fitted([*learned, *rest], chosen, prior)
            got = recall(by_hand[number], without, chosen, prior)
            print(f"  {style}, left out of the fit: recall {got:.2f}")
        for rate, some in zip(RATES, others, strict=True):
            print(
                f"  other articles, rate {rate}: recall {recall(some, weights, chosen, prior):.2f}"
            )


if __name__ == "__main__":
    main()
