"""
Build credcheck/lexicons/swap_signs.tsv: what each sign of a span says of its being swapped.

    OMP_NUM_THREADS=1 python -m tools.build_swap_signs OUTPUT CANDIDATES.tsv.gz NEWS.jsonl.xz \\
        --regional REGIONAL.jsonl.xz --registers REGISTERS.jsonl.xz --trial TRIAL

CANDIDATES is the list of which the table of the package was chosen; of the articles those are
taken that tools/build_language.py and tools/build_tagger.py kept aside. TRIAL is a folder of texts
spun by hand, `benchmarks/accuracy/spun_trial`; each manner of spinning counts alike. The articles
are spun by every synthetic spinner, once as it is, once with its source held out of the table, as a
spinner would be that nobody has seen; each counts as much as a manner. Fitted with LightGBM (MIT);
the extra `context` must be there for what the encoder says. The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from credcheck.language.encoder import encoder, heard_by
from credcheck.language.gains import PADDING
from credcheck.language.ngrams import words
from credcheck.language.piece import LEAST_RATIO_BY_ODDS, read_piece
from credcheck.language.substitution_model import SubstitutionModel, substitution_model
from credcheck.language.swap_signs import ASKED_SIGNS, SIGNS, Told
from credcheck.language.tagger import log_odds
from credcheck.language.vocabulary import Tokens
from tools.build_language import collections_of
from tools.build_substitutions import without_house_style
from tools.build_tagger import ONE_LEFT_OUT_IN
from tools.candidate_table import keep_best, read_pairs
from tools.spinner import Spun, slowed, spin
from tools.spun_by_hand import manners
from tools.tagger_examples import BLIND_SHARE, SHARES_SWAPPED, Sources, sources_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Gold = Sequence[tuple[int, int]]  # Places that were swapped, in code points.

# News and regional articles that are spun, of each so many; how many of them by each spinner.
ARTICLES, SPUN_EACH = 60, 14
LENGTHS = (300, 600)  # Tokens of a cut.
SEED = 7
STUMPS, RATE, LEAST_IN_LEAF, RIDGE = 400, 0.1, 60, 5.0
# What grows with the odds of a swap, whatever the rest says; a common word is seldom put in.
GROWING, FALLING = ("evidence", "tagger", "highest", "encoder", "encoder highest"), ("frequency",)
HEADER = """\
# What each sign of a span adds to the natural log odds that it was put in by a spinner, where the
# sign is above a threshold; "bias" is where all begin. Signs: credcheck/language/swap_signs.py.
# asked: yes = with what the contextual encoder says.
# Source: fitted by tools/build_swap_signs.py to {texts} texts, spun by hand (our own) or by
# synthetic spinners. Licence: CC0-1.0. Date: 2026-11.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """The doubtful spans of a text: signs, the encoder's too; tokens; which swaps each touches."""

    signs: Floats
    places: list[tuple[int, int]]
    hits: list[list[int]]
    swaps: int


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """Texts that were spun in one manner; all kinds count alike."""

    texts: list[Seen]


def by_hand(folder: Path) -> dict[str, list[tuple[str, Gold]]]:
    """Return the texts of each manner, and where something was put in."""
    return {
        name: [(text, [(place.start, place.end) for place in places]) for text, places in texts]
        for name, texts in manners(folder).items()
    }


def spun_text(
    text: str, tokens: Tokens, spun: Spun, names: Sequence[str]
) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with the swaps of `spun` in it, whose tokens were `tokens`, and where."""
    parts, places = [], []
    written = copied = source = 0
    last = 0
    for swap in spun.swaps:
        source += swap.start - last
        before = text[copied : tokens.starts[source]]
        words = " ".join(names[word] for word in spun.ids[swap.start : swap.end].tolist())
        words = words[:1].upper() + words[1:] if spun.are_capital[swap.start] else words
        parts += [before, words]
        places.append((written + len(before), written + len(before) + len(words)))
        written = places[-1][1]
        source += len(swap.original)
        copied, last = int(tokens.ends[source - 1]), swap.end
    return "".join([*parts, text[copied:]]), places


def cut(text: str, tokens: Tokens, size: int, rng: random.Random) -> str:
    """Return a passage of about `size` tokens."""
    start = rng.randrange(max(1, len(tokens) - size))
    end = min(start + size, len(tokens))
    return text[tokens.starts[start] : tokens.ends[end - 1]]


def seen_in(text: str, gold: Gold, read_by: SubstitutionModel) -> Seen | None:
    """Return what is doubtful in a text; None if nothing is."""
    tokens = read_by.language.vocabulary.tokens(text)
    piece = read_piece(read_by, tokens.ids, tokens.are_capital, 0)
    if piece is None:
        return None
    piece = piece.with_context(read_by)
    told = Told(
        log_odds(read_by, piece),
        read_by.language.unigrams.take(tokens.ids),
        tokens.are_capital,
        heard_by(encoder(), text, tokens).odds,
    )
    kept = np.flatnonzero(piece.evidence.ratios >= LEAST_RATIO_BY_ODDS)
    starts, ends = piece.spans.starts[kept] - PADDING, piece.spans.ends[kept] - PADDING
    signs = told.signs(starts, ends, piece.offered(read_by.candidates).of(kept))
    characters = zip(tokens.starts[starts].tolist(), tokens.ends[ends - 1].tolist(), strict=True)
    hits = [[n for n, (x, y) in enumerate(gold) if a < y and x < b] for a, b in characters]
    return Seen(signs, list(zip(starts.tolist(), ends.tolist(), strict=True)), hits, len(gold))


def kind_of(texts: Iterable[tuple[str, Gold]], read_by: SubstitutionModel) -> Kind:
    """Return what is seen in texts of one manner."""
    found = (seen_in(text, gold, read_by) for text, gold in texts)
    return Kind([one for one in found if one is not None])


def synthetic(sources: Sources, texts: Sequence[str], names: Sequence[str]) -> Iterator[Kind]:
    """Yield what is seen in texts spun by each synthetic spinner, known and held out."""
    rng = random.Random(SEED)
    vocabulary = sources.model.language.vocabulary
    for bits, offers in sources.offers.items():
        for read_by in (sources.model, sources.without(bits)):
            spun = []
            for text in rng.sample(list(texts), SPUN_EACH):
                passage = cut(text, vocabulary.tokens(text), rng.choice(LENGTHS), rng)
                tokens = vocabulary.tokens(passage)
                rate = slowed(rng.choice(SHARES_SWAPPED), bits)
                is_blind = rng.random() < BLIND_SHARE
                made = spin(tokens.ids, tokens.are_capital, offers, rate, rng, is_blind=is_blind)
                spun.append(spun_text(passage, tokens, made, names))
            yield kind_of(spun, read_by)


def left_out(options: argparse.Namespace) -> list[str]:
    """Return articles from which neither the n-grams nor the tagger learned."""
    found = []
    for collection in collections_of(options.news, options.regional, options.registers)[:2]:
        texts = collection.texts(aside=True)
        found += [t for n, t in enumerate(texts) if n % ONE_LEFT_OUT_IN == 0][:ARTICLES]
    return found


def stumps(kinds: Iterable[Kind], signs: Sequence[str]) -> dict[tuple[str, float], float]:
    """Return the steps (sign, threshold) -> natural log odds added above it, ("bias", 0) too."""
    import lightgbm

    values, labels, weights = [], [], []
    for kind in kinds:
        spans = sum(len(text.hits) for text in kind.texts)
        for text in kind.texts:
            values.append(text.signs[:, : len(signs)])
            labels += [bool(hit) for hit in text.hits]
            weights += [1 / spans] * len(text.hits)
    model = lightgbm.LGBMClassifier(
        n_estimators=STUMPS,
        num_leaves=2,
        learning_rate=RATE,
        min_child_samples=LEAST_IN_LEAF,
        subsample=0.7,
        subsample_freq=1,
        colsample_bytree=0.7,
        reg_lambda=RIDGE,
        monotone_constraints=[(name in GROWING) - (name in FALLING) for name in signs],
        random_state=1,
        n_jobs=1,
        verbose=-1,
    )
    mean = np.mean(weights)
    model.fit(np.concatenate(values), labels, sample_weight=[one / mean for one in weights])
    steps: dict[tuple[str, float], float] = defaultdict(float)
    for tree in model.booster_.dump_model()["tree_info"]:
        add_stump(steps, tree["tree_structure"], signs)
    return steps


def add_stump(
    steps: dict[tuple[str, float], float], tree: dict[str, Any], signs: Sequence[str]
) -> None:
    """Add a tree of one split to the steps."""
    if "leaf_value" in tree:
        steps["bias", 0.0] += tree["leaf_value"]
        return
    below, above = (tree[side]["leaf_value"] for side in ("left_child", "right_child"))
    steps["bias", 0.0] += below
    steps[signs[tree["split_feature"]], tree["threshold"]] += above - below


def kinds_of(options: argparse.Namespace) -> tuple[dict[str, Kind], list[Kind]]:
    """Return what is seen in the texts spun by hand, by manner, and in those by machine."""
    model = substitution_model()
    pairs = keep_best(read_pairs(options.candidates, model.language))
    sources = sources_of(model, without_house_style(pairs, model.language))
    hands = {name: kind_of(texts, model) for name, texts in by_hand(options.trial).items()}
    return hands, list(synthetic(sources, left_out(options), words()))


def options_of(*names: str) -> argparse.Namespace:
    """Return the arguments of the command line; `names` are those beside the usual ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in (*names, "candidates", "news"):
        parser.add_argument(name, type=Path)
    for name in ("--regional", "--registers", "--trial"):
        parser.add_argument(name, type=Path, required=True)
    return parser.parse_args()


def main() -> None:
    """Read the arguments, look at all texts, fit both tables, write them."""
    options = options_of("output")
    hands, machines = kinds_of(options)
    kinds = [*hands.values(), *machines]
    lines = []
    for asked, signs in (("no", SIGNS), ("yes", (*SIGNS, *ASKED_SIGNS))):
        for (sign, above), odds in sorted(stumps(kinds, signs).items()):
            lines.append(f"{asked}\t{sign}\t{above:.5g}\t{odds:.4f}\n")
    texts = sum(len(kind.texts) for kind in kinds)
    options.output.write_text(HEADER.format(texts=texts) + "".join(lines), encoding="utf-8")
    print(f"{len(kinds)} kinds, {texts} texts, {len(lines)} steps")


if __name__ == "__main__":
    main()
