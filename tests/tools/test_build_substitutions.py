from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np

from credcheck.language.ngrams import language_model, words
from credcheck.language.substitution_model import load_candidates
from tools.build_substitutions import pruned, quantised_vectors, without_house_style, write
from tools.candidate_table import Pairs, build_table, read_pairs

MODEL = language_model()


def pairs_of(folder: Path, lines: str) -> Pairs:
    path = folder / "pairs.tsv.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(lines)
    return read_pairs(path, MODEL)


def test_house_style_never_becomes_a_key(tmp_path: Path) -> None:
    pairs = pairs_of(tmp_path, "crore\tmillion\t16\t0.3\nelevate\traise\t1\t0.6\n")
    assert len(without_house_style(pairs, MODEL).bits) == 1


def test_hopeless_candidates_are_left_out(tmp_path: Path) -> None:
    lines = "elevate\traise\t1\t0.6\nelevate\tlift\t2\t0.5\nelevate\tpromote\t2\t0.5\n"
    keep = pruned(pairs_of(tmp_path, lines), np.array([1.0, -1.0, -9.0], np.float32))
    assert keep.tolist() == [True, True, False]


def test_other_forms_stay_and_drive_nothing_out(tmp_path: Path) -> None:
    lines = "elevate\traise\t1\t0.6\nelevate\tlift\t2\t0.5\nelevate\traised\t16384\t0.6\n"
    pairs = pairs_of(tmp_path, lines)
    assert pruned(pairs, np.array([0.0, -1.0, 9.0], np.float32)).all()
    assert pruned(pairs, np.array([0.0, -1.0, -9.0], np.float32)).all()


def test_vectors_keep_their_products(tmp_path: Path) -> None:
    vectors = np.random.default_rng(1).normal(size=(2, 3, 96)).astype(np.float32)
    np.save(tmp_path / "vectors.npy", vectors)
    (tmp_path / "words.txt").write_text("bank\nrate\nqzxvb", encoding="utf-8")
    found = quantised_vectors(tmp_path / "vectors.npy", tmp_path / "words.txt", MODEL, words())
    bank, rate = (found.rows[words().index(word)] for word in ("bank", "rate"))
    product = float(found.inputs[bank].astype(np.float64) @ found.outputs[rate]) * found.scale
    assert abs(product - float(vectors[0, 0] @ vectors[1, 1])) < 4
    assert (found.inputs[found.nought] == 0).all()


def test_what_is_written_can_be_read_and_is_the_same_twice(tmp_path: Path) -> None:
    pairs = pairs_of(tmp_path, "elevate\traise\t1\t0.6\nreveal\tlay bare\t4\t0.4\n")
    table = build_table(pairs, MODEL, np.array([0.5, -0.5], np.float32))
    np.save(tmp_path / "v.npy", np.ones((2, 1, 96), np.float32) * np.arange(96))
    (tmp_path / "w.txt").write_text("bank", encoding="utf-8")
    vectors = quantised_vectors(tmp_path / "v.npy", tmp_path / "w.txt", MODEL, words())
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, table, vectors, {"vector_scale": 1.0})
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
    back = load_candidates(tmp_path / "one")
    assert back.words_of(np.arange(2)).tolist() == table.words_of(np.arange(2)).tolist()
    assert back.heads.tolist() == [0, 1, 2]
