"""
Build the n-gram model of credcheck/models from named collections of articles.

    python tools/build_language.py OUTPUT NEWS.jsonl.xz --regional REGIONAL.jsonl.xz \\
        --registers REGISTERS.jsonl.xz --candidates CANDIDATES.tsv.gz

With `--second OUTPUT` in the place of the candidates, a second model with the same words and fewer
texts, which only tools/build_tagger.py needs.

Each input holds one JSON record a line with the article in the field "text". Only n-grams that
occur in at least two documents are written, as log-probabilities behind hashes: no text can be
read back. The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import lzma
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from credcheck.language.characters import character_table, fold
from credcheck.language.ngrams import BACKOFF_STEPS, BIGRAM_STEPS, FACTORS, TRIGRAM_STEPS
from credcheck.language.static_function import StaticFunction, mix
from credcheck.language.tokens import Cuts, cut, word_hash
from credcheck.language.vocabulary import (
    COUNTED_NUMBERS,
    PARAGRAPH,
    PLACEHOLDERS,
    Vocabulary,
    counted_table,
)
from tools.kneser_ney import BITS, Estimate, Order, count, estimate, pack
from tools.static_function_builder import build_static_function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

# How often a text of each kind counts: the news is American, and ten times the rest together.
WEIGHT_NEWS, WEIGHT_REGIONAL, WEIGHT_REGISTERS = 1, 4, 2

# One text in so many stays outside the model: scores are calibrated on text it has not seen.
KEPT_ASIDE_NEWS, KEPT_ASIDE_REGIONAL, KEPT_ASIDE_REGISTERS = 16, 6, 4

# Of so many, the texts of these places are left out of a second model too. The tagger learns on
# what the n-grams have not seen, and what is kept aside from the first is not much.
SECOND_NEWS, SECOND_REGIONAL = frozenset({4, 8, 12}), frozenset({3})

# Registers not free to use commercially, or that teach and measure the tagger, stay outside.
EXCLUDED_ORIGINS = ("Brown", "MASC")

MOST_WORDS = 125_000
LEAST_OCCURRENCES = 3
_LETTERS = re.compile(r"[a-z]+(?:'[a-z]+)*")
_SPELT_NUMBERS = frozenset(map(str, COUNTED_NUMBERS))
SIZES = (1_450_000, 1_950_000)


@dataclass(frozen=True, slots=True)
class Collection:
    """A file of articles, how much each of them counts, and how many are kept aside."""

    path: Path
    weight: int
    one_aside_in: int
    second: frozenset[int] = frozenset()  # Further places that a second model leaves out.

    def texts(self, *, aside: bool = False) -> Iterator[str]:
        """Yield the texts of the model, or those kept aside, without excluded origins."""
        chosen = {0} if aside else set(range(1, self.one_aside_in))
        return self._texts_at(frozenset(chosen))

    def second_texts(self, *, aside: bool = False) -> Iterator[str]:
        """Yield the texts of the second model, or those that only this one leaves out."""
        every = frozenset(range(1, self.one_aside_in))
        return self._texts_at(self.second if aside else every - self.second)

    def _texts_at(self, places: frozenset[int]) -> Iterator[str]:
        with lzma.open(self.path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                record = json.loads(line)
                is_excluded = str(record.get("source", "")).startswith(EXCLUDED_ORIGINS)
                if not is_excluded and number % self.one_aside_in in places:
                    yield record["text"]


@dataclass(frozen=True, slots=True, eq=False)
class Stream:
    """All documents as one row of tokens, with the document and the weight of each."""

    ids: NDArray[np.int32]
    documents: NDArray[np.int32]
    weights: NDArray[np.float32]


def vocabulary_words(collections: list[Collection], characters: NDArray[np.uint16]) -> list[str]:
    """Return the most frequent words that occur in two documents or more, most frequent first."""
    tally: dict[int, list[int]] = {}
    names: dict[int, str] = {}
    number = 0
    for collection in collections:
        for text in collection.texts():
            number += 1
            _tally(text, cut(text, characters), number, tally, names)
    kept = [
        (-occurrences, names[key])
        for key, (occurrences, _, documents_) in tally.items()
        if occurrences >= LEAST_OCCURRENCES and documents_ > 1 and _is_word(names[key])
    ]
    return [word for _, word in sorted(kept)[:MOST_WORDS]]


def _is_word(token: str) -> bool:
    """Tell whether a token is looked up by its spelling: most numbers and line feeds are not."""
    return token in _SPELT_NUMBERS or not (token[0].isdecimal() or token == "\n")


def _tally(
    text: str, cuts: Cuts, number: int, tally: dict[int, list[int]], names: dict[int, str]
) -> None:
    keys, first, occurrences = np.unique(cuts.hashes, return_index=True, return_counts=True)
    for key, place, times in zip(keys.tolist(), first.tolist(), occurrences.tolist(), strict=True):
        entry = tally.get(key)
        if entry is None:
            tally[key] = [times, number, 1]
            names[key] = folded(text[cuts.starts[place] : cuts.ends[place]])
        else:
            entry[0] += times
            entry[2] += 1


def folded(token: str) -> str:
    """Return a token as the vocabulary spells it."""
    return "".join(map(fold, token))


def read_stream(
    collections: list[Collection], vocabulary: Vocabulary, *, is_second: bool = False
) -> Stream:
    """Number the tokens of all documents; each is closed by a PARAGRAPH."""
    ids, numbers, weights = [], [], []
    number = 0
    end = np.array([PARAGRAPH], np.int32)
    for collection in collections:
        for text in collection.second_texts() if is_second else collection.texts():
            row = np.concatenate([vocabulary.tokens(text).ids, end])
            ids.append(row)
            numbers.append(np.full(len(row), number, np.int32))
            weights.append(np.full(len(row), collection.weight, np.float32))
            number += 1
    return Stream(*map(np.concatenate, (ids, numbers, weights)))


def extra_words(candidates: Path, known: list[str]) -> list[str]:
    """Return the words of the candidate table that the articles lack, so that they have numbers."""
    with gzip.open(candidates, "rt", encoding="utf-8") as lines:
        keys = {line.split("\t", 1)[0] for line in lines}
    found = {word for key in keys for word in _LETTERS.findall(key)}
    return sorted(found - set(known))[: MOST_WORDS - len(known)]


def build_vocabulary(words: list[str], characters: NDArray[np.uint16]) -> Vocabulary:
    """Return the vocabulary of `words`, numbered after the placeholders."""
    numbered = {word: place for place, word in enumerate(words, len(PLACEHOLDERS))}
    hashes = np.array([word_hash(word) for word in words], np.uint64)
    table = build_static_function(
        mix(hashes), np.arange(len(PLACEHOLDERS), len(words) + len(PLACEHOLDERS), dtype=np.uint32)
    )
    counted = counted_table(
        {value: numbered[str(value)] for value in COUNTED_NUMBERS if str(value) in numbered}
    )
    return Vocabulary(characters, table, counted, len(words) + len(PLACEHOLDERS))


def count_and_estimate(stream: Stream, words: int) -> Estimate:
    """Count the n-grams that do not cross a paragraph, and estimate the model."""
    ends = stream.ids == PARAGRAPH
    two = np.flatnonzero(~(ends[:-1] & ends[1:]))
    bigrams = count(
        pack(stream.ids[two], stream.ids[two + 1]),
        stream.weights[two + 1],
        stream.documents[two + 1],
    )
    three = np.flatnonzero(~ends[1:-1])
    trigrams = count(
        pack(*(stream.ids[three + shift] for shift in range(3))),
        stream.weights[three + 2],
        stream.documents[three + 2],
    )
    return estimate(bigrams, trigrams, words, PARAGRAPH, SIZES)


def quantised(values: NDArray[np.float64], steps: int) -> NDArray[np.uint32]:
    """Return `-values` in steps, rounded, within a byte."""
    return np.clip(np.rint(-values * steps), 0, 255).astype(np.uint32)


def ngram_keys(order: Order, length: int) -> NDArray[np.uint64]:
    """Return the keys under which the run-time model looks n-grams up."""
    total = np.zeros(len(order.keys), np.uint64)
    for place in range(length):
        shift = np.uint64(BITS * (length - 1 - place))
        total += (order.keys >> shift & np.uint64((1 << BITS) - 1)) * FACTORS[place]
    return mix(total)


def bigram_function(order: Order) -> StaticFunction:
    """Pack bigrams: log-probability in the high byte, back-off in the low one."""
    values = quantised(order.log_probabilities, BIGRAM_STEPS) << np.uint32(8)
    values |= quantised(order.log_backoffs, BACKOFF_STEPS)
    return build_static_function(ngram_keys(order, 2), values)


def trigram_function(order: Order) -> StaticFunction:
    """Pack trigrams: log-probability in one byte."""
    values = quantised(order.log_probabilities, TRIGRAM_STEPS)
    return build_static_function(ngram_keys(order, 3), values)


def collections_of(news: Path, regional: Path, registers: Path) -> list[Collection]:
    """Return the inputs in the order in which they are read."""
    return [
        Collection(news, WEIGHT_NEWS, KEPT_ASIDE_NEWS, SECOND_NEWS),
        Collection(regional, WEIGHT_REGIONAL, KEPT_ASIDE_REGIONAL, SECOND_REGIONAL),
        Collection(registers, WEIGHT_REGISTERS, KEPT_ASIDE_REGISTERS),
    ]


def main() -> None:
    """Read the arguments, build the model, and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("--regional", type=Path, required=True)
    parser.add_argument("--registers", type=Path, required=True)
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument("--candidates", type=Path, help="its words get numbers")
    wanted.add_argument(
        "--second", type=Path, help="build the second model, with the words of this"
    )
    options = parser.parse_args()
    collections = collections_of(options.news, options.regional, options.registers)
    characters = character_table()
    if options.second:
        listed = (options.second / "words.txt").read_text(encoding="utf-8").split("\n")
        words = listed[len(PLACEHOLDERS) :]
    else:
        words = vocabulary_words(collections, characters)
        words += extra_words(options.candidates, words)
    vocabulary = build_vocabulary(words, characters)
    print(f"{len(words)} words", flush=True)
    stream = read_stream(collections, vocabulary, is_second=options.second is not None)
    model = count_and_estimate(stream, vocabulary.words)
    print(f"{len(model.bigrams.keys)} bigrams, {len(model.trigrams.keys)} trigrams", flush=True)
    write(options.output, words, vocabulary, model)


def write(folder: Path, words: list[str], vocabulary: Vocabulary, model: Estimate) -> None:
    """Write the tables as `credcheck.language.ngrams.load_model` reads them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words.txt").write_text("\n".join((*PLACEHOLDERS, *words)), encoding="utf-8")
    one = model.unigrams
    tables: dict[str, NDArray[Any]] = {
        "characters": vocabulary.characters,
        "numbers": vocabulary.counted,
        "words": vocabulary.table.cells,
        "unigrams": np.stack([one.log_probabilities, one.log_backoffs]).astype(np.float16),
        "bigrams": bigram_function(model.bigrams).cells,
        "trigrams": trigram_function(model.trigrams).cells,
    }
    for name, table in tables.items():
        np.save(folder / f"{name}.npy", table)


if __name__ == "__main__":
    main()
