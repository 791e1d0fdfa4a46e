"""
Train the tagger of credcheck/models, which judges a swap by everything around it.

    OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 \\
        python -m tools.build_tagger MODELS CANDIDATES.tsv.gz NEWS.jsonl.xz \\
        --regional REGIONAL.jsonl.xz --registers REGISTERS.jsonl.xz --second SECOND

MODELS is the folder that tools/build_language.py and tools/build_substitutions.py wrote, CANDIDATES
the list of which the latter chose, SECOND what the former wrote with `--second`. Needs torch.
With one thread the same inputs, the same version of torch and the same kind of processor give the
same bytes.

The tagger learns on texts that tools/build_language.py kept aside, without every sixth, which is
left for measuring, on three times as many that only the second model lacks, read by that one, and
on registers of MASC that no other table has seen. Each text is spun in several ways, or left clean
(`tagger_examples`). What is written are weights, embeddings of
frequent words and of endings, and means: no text can be read back.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.ngrams import load_model
from credcheck.language.substitution_model import load_substitution_model
from credcheck.language.tagger import TABLES, WEIGHTS
from tools.build_language import collections_of
from tools.build_substitutions import without_house_style, write_tables
from tools.candidate_table import keep_best, phrases_told, read_pairs
from tools.tagger_batches import inputs_of
from tools.tagger_examples import Article, examples, sources_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from credcheck.language.substitution_model import SubstitutionModel
    from credcheck.language.tagger import Tagger

# One in so many of the texts kept aside is not learned from either.
ONE_LEFT_OUT_IN = 6
# The share of versions left clean; more of MASC, which is there to show what clean looks like
# where it is no news: mails, jokes, manuals and advertisements read as odd to a model of news.
CLEAN_SHARE, MASC_CLEAN_SHARE = 0.22, 0.6
MASC = "MASC"
MASC_TRAIN = frozenset(
    {"email", "letters", "blog", "technical", "essays", "travel-guides", "fiction", "twitter"}
    | {"jokes", "govt-docs", "journal", "spam"}
)
SHUFFLE_SEED = 9
# What is small, and divides or is taken off before anything is learned, stays exact.
EXACT = frozenset({"means", "deviations"})


def training_articles(options: argparse.Namespace) -> list[Article]:
    """Return the texts to learn from that no n-gram has seen, in a fixed random order."""
    found = []
    for collection in collections_of(options.news, options.regional, options.registers):
        kept = without_left_out(collection.texts(aside=True))
        found += [Article(text, CLEAN_SHARE) for text in kept]
    found += [Article(text, MASC_CLEAN_SHARE) for text in masc_texts(options.registers)]
    random.Random(SHUFFLE_SEED).shuffle(found)
    return found[: options.most_texts]


def second_articles(options: argparse.Namespace) -> list[Article]:
    """Return the texts to learn from that the second model has not seen."""
    found = []
    for collection in collections_of(options.news, options.regional, options.registers):
        found += [Article(text, CLEAN_SHARE) for text in collection.second_texts(aside=True)]
    random.Random(SHUFFLE_SEED).shuffle(found)
    return found[: options.most_texts]


def second_model(model: SubstitutionModel, folder: Path) -> SubstitutionModel:
    """Return `model` with the n-grams of the second language model."""
    language = load_model(folder)
    listed = model.candidates.phrases
    phrases = phrases_told(listed.words, listed.lengths.astype(np.int64), language)
    return replace(model, language=language, candidates=replace(model.candidates, phrases=phrases))


def without_left_out(texts: Iterable[str]) -> Iterator[str]:
    """Yield the texts but those that are left for measuring."""
    return (text for number, text in enumerate(texts) if number % ONE_LEFT_OUT_IN)


def masc_texts(registers: Path) -> Iterator[str]:
    """Yield the texts of those registers of MASC that are learned from."""
    with lzma.open(registers, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if str(record.get("source", "")).startswith(MASC) and record["register"] in MASC_TRAIN:
                yield record["text"]


def write(folder: Path, tagger: Tagger) -> None:
    """Write everything as `credcheck.language.tagger.load_tagger` reads it."""
    tables = {name: getattr(tagger, name) for name in TABLES}
    for name in WEIGHTS:
        tables[name] = getattr(tagger, name).astype(np.float32 if name in EXACT else np.float16)
    write_tables(folder, "tagger", tables)
    numbers = {
        field.name: getattr(tagger, field.name)
        for field in fields(tagger)
        if field.name not in tables
    }
    text = json.dumps(numbers, indent=1, sort_keys=True) + "\n"
    (folder / "tagger.json").write_text(text, encoding="utf-8")


def options_of(arguments: list[str] | None = None) -> argparse.Namespace:
    """Return the arguments of the command line, or those given."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("models", "candidates", "news"):
        parser.add_argument(name, type=Path)
    for name in ("--regional", "--registers"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--second", type=Path, required=True)
    parser.add_argument("--passes", type=float, default=2.5, help="over all examples")
    parser.add_argument("--channels", type=int, default=128)
    parser.add_argument("--versions", type=int, default=6, help="of each text")
    parser.add_argument("--second-versions", type=int, default=3, help="of texts for the second")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--output", type=Path, help="instead of MODELS")
    parser.add_argument("--most-texts", type=int, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def main() -> None:
    """Read the arguments, spin, train, and write the tables."""
    # Only here: what is above can be tested without torch.
    from tools.tagger_training import Recipe, tagger_of, train

    options = options_of()
    model = load_substitution_model(options.models, load_model(options.models))
    language = model.language
    pairs = keep_best(read_pairs(options.candidates, language))
    sources = sources_of(model, without_house_style(pairs, language))
    articles, more = training_articles(options), second_articles(options)
    print(f"{len(articles)} and {len(more)} texts", flush=True)
    second = replace(sources, model=second_model(model, options.second))
    learned_from = [
        *examples(sources, articles, options.versions, options.seed),
        *examples(second, more, options.second_versions, options.seed),
    ]
    tokens = sum(len(example.ids) for example in learned_from)
    print(f"{len(learned_from)} examples, {tokens} tokens", flush=True)
    names = (options.models / "words.txt").read_text(encoding="utf-8").split("\n")
    inputs = inputs_of(model.vectors, names, learned_from)
    weights = train(learned_from, inputs, Recipe(options.channels, options.passes, options.seed))
    write(options.output or options.models, tagger_of(weights, inputs))


if __name__ == "__main__":
    main()
