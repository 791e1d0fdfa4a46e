from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np

from credcheck.language.ngrams import language_model, words
from credcheck.language.substitution_model import substitution_model
from tools.candidate_table import build_table, read_pairs
from tools.spun_by_hand import PutIn, accepted, manners, named
from tools.substitution_training import pair_features

MODEL = language_model()
TEXT = "They agreed to elevate the minimum wage subsequent week, ministers said in the capital."
LINES = "elevate\traise\t1\t0.6\nelevate\tlift\t2\t0.5\nsubsequent\tlast\t16\t0.3\n"


def folder_with(folder: Path) -> Path:
    (folder / "spun").mkdir()
    for number in (1, 2):
        (folder / "spun" / f"mine{number}.txt").write_text(TEXT, encoding="utf-8")
        spans = [
            {"start": 15, "end": 22, "accept": ["Raise", "increase"]},
            {"start": 40, "end": 50, "accept": ["next"]},
        ]
        gold = {"file": f"mine{number}.txt", "spans": spans}
        path = folder / "spun" / f"mine{number}_gold.json"
        path.write_text(json.dumps(gold), encoding="utf-8")
    return folder


def test_texts_are_gathered_by_manner(tmp_path: Path) -> None:
    found = manners(folder_with(tmp_path))
    assert list(found) == ["mine"]
    text, places = found["mine"][0]
    assert text[places[0].start : places[0].end] == "elevate"


def test_a_wording_is_accepted_in_any_case_and_spacing() -> None:
    assert accepted(PutIn(0, 1, ("Put  Off", "delay"))) == {"put off", "delay"}


def test_only_places_that_a_candidate_restores_teach_how_to_rank(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(LINES)
    pairs = read_pairs(path, MODEL)
    table = build_table(pairs, MODEL, np.zeros(len(pairs.bits), np.float32))
    static = pair_features(pairs, MODEL, words())
    texts = manners(folder_with(tmp_path))["mine"]
    found = named(texts, MODEL, table, substitution_model().vectors, pairs, static)
    assert found.heads.tolist() == [0, 2]
    assert found.are_right.reshape(2, 2).sum(axis=1).tolist() == [1, 1]
    assert len(found.features) == 4
