from __future__ import annotations

import hashlib

from credcheck.language.ngrams import MODELS
from credcheck.language.substitution_model import substitution_model


def test_the_tables_belong_together() -> None:
    model = substitution_model()
    table = model.candidates
    words = model.language.vocabulary.words
    assert len(table.singles) == len(table.openings) == len(model.vectors.rows) == words
    assert table.heads[-1] == len(table.first_words) == len(table.weights)
    assert len(table.heads) == len(table.widths) + 1
    assert len(model.vectors.inputs) == len(model.vectors.outputs)


def test_it_is_loaded_once() -> None:
    assert substitution_model() is substitution_model()


def test_every_table_is_the_one_whose_checksum_is_written_down() -> None:
    lines = (MODELS / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    tables = {path.name for path in MODELS.glob("*.npy")}
    assert tables <= sums.keys()
    for name, expected in sums.items():
        assert hashlib.sha256((MODELS / name).read_bytes()).hexdigest() == expected


def test_the_models_stay_small() -> None:
    # 23 MB once packed; 36 MB as they lie on disk.
    assert sum(path.stat().st_size for path in MODELS.glob("*.npy")) < 38_000_000
