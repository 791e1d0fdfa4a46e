from __future__ import annotations

import gzip
import json
import lzma
from pathlib import Path

import numpy as np

from credcheck.language.characters import character_table
from credcheck.language.ngrams import load_model
from tools import build_language
from tools.build_language import Collection, collections_of, extra_words, vocabulary_words

SENTENCES = (
    "The minister said that the talks would go on.",
    "The minister said that the bank would lend more.",
    "Secretly zaphod said that the talks had ended.",
)


def write_articles(path: Path, copies: int) -> Path:
    with lzma.open(path, "wt", encoding="utf-8") as out:
        for number in range(copies):
            text = SENTENCES[number % 2] if number != 3 else SENTENCES[2]
            out.write(json.dumps({"source": "ours", "text": text}) + "\n")
    return path


def build(folder: Path) -> Path:
    folder.mkdir()
    collections = collections_of(*(write_articles(folder / f"{n}.xz", 40) for n in "abc"))
    characters = character_table()
    words = vocabulary_words(collections, characters)
    vocabulary = build_language.build_vocabulary(words, characters)
    stream = build_language.read_stream(collections, vocabulary)
    model = build_language.count_and_estimate(stream, vocabulary.words)
    build_language.write(folder / "models", words, vocabulary, model)
    return folder / "models"


def test_the_same_inputs_give_the_same_bytes_and_a_model_that_works(tmp_path: Path) -> None:
    first, second = build(tmp_path / "one"), build(tmp_path / "two")
    for path in sorted(first.iterdir()):
        assert path.read_bytes() == (second / path.name).read_bytes()
    model = load_model(first)
    fluent = model.vocabulary.tokens("the minister said that").ids
    assert (fluent > 3).all()
    assert model.log_probabilities(fluent)[2:].mean() > -0.6


def test_words_of_one_document_stay_outside(tmp_path: Path) -> None:
    collection = Collection(write_articles(tmp_path / "a.xz", 8), 1, 1000)
    words = vocabulary_words([collection], character_table())
    assert "minister" in words
    assert "zaphod" not in words


def test_what_is_kept_aside_is_not_read(tmp_path: Path) -> None:
    collection = Collection(write_articles(tmp_path / "a.xz", 8), 1, 4)
    assert len(list(collection.texts())) == 6
    assert len(list(collection.texts(aside=True))) == 2


def test_words_of_the_candidates_get_numbers(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write("perambulate\twalk\t1\t0.1\nwalk about\tstroll\t1\t0.1\n")
    assert extra_words(path, ["walk"]) == ["about", "perambulate"]


def test_values_are_rounded_to_steps() -> None:
    assert build_language.quantised(np.array([-1.26, -99.0, 0.5]), 40).tolist() == [50, 255, 0]
