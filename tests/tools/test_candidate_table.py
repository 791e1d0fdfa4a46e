from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from credcheck.language.candidates import find_spans
from credcheck.language.gains import pad
from credcheck.language.ngrams import language_model, words
from tools.candidate_table import (
    MOST_CANDIDATES,
    UNINFLECTED,
    build_table,
    is_spelling,
    keep_best,
    read_pairs,
)

LINES = """\
elevate\traise\t1\t0.6
elevate\tlift\t2\t0.5
go to\tvisit\t16\t0.3
reveal\tlay bare\t4\t0.4
reveal\trevealing the thing that was hidden\t4\t0.4
colour\tcolor\t1\t0.9
the\ta\t1\t0.9
overseas\tqzxvb\t1\t0.9
take part\tpart\t1\t0.5
listed\twritten\t4096\t0.5
"""


@pytest.fixture
def table_file(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.tsv.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(LINES)
    return path


def test_what_the_model_cannot_judge_is_left_out(table_file: Path) -> None:
    assert len(read_pairs(table_file, language_model()).bits) == 4


def test_other_forms_come_on_top_of_the_best(tmp_path: Path) -> None:
    names = [name for name in words()[5000:5200] if name.isalpha()][:40]
    lines = [f"elevate\t{name}\t1\t0.5\n" for name in names] + ["elevate\traised\t16384\t0.5\n"]
    path = tmp_path / "pairs.tsv.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(lines)
    kept = keep_best(read_pairs(path, language_model()))
    assert len(kept.bits) == MOST_CANDIDATES + 1
    assert kept.bits[-1] == UNINFLECTED


def test_the_table_finds_words_and_phrases(table_file: Path) -> None:
    model = language_model()
    pairs = keep_best(read_pairs(table_file, model))
    table = build_table(pairs, model, np.zeros(len(pairs.bits), np.float32))
    ids = pad(model.vocabulary.tokens("They go to elevate and reveal it").ids)
    spans = find_spans(table, ids)
    assert sorted((spans.ends - spans.starts).tolist()) == [1, 1, 2]
    sizes = table.heads[spans.keys + 1] - table.heads[spans.keys]
    assert sorted(sizes.tolist()) == [1, 1, 2]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("organisation", "organization", True),
        ("co-operation", "co operation", True),
        ("centre", "center", True),
        ("raise", "elevate", False),
    ],
)
def test_spellings_are_no_swaps(left: str, right: str, expected: bool) -> None:
    assert is_spelling(left, right) is expected
