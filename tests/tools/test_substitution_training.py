from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest

from credcheck.language.ngrams import language_model, words
from credcheck.language.vocabulary import Tokens
from tools.candidate_table import Pairs, build_table, read_pairs
from tools.conditional_logit import OUTSIDE, SOME_ROW
from tools.spinner import Spun, Swap
from tools.substitution_training import (
    PAIR_FEATURES,
    TEXT_FEATURES,
    Reading,
    answers,
    channel,
    join,
    pair_features,
    read,
    thin,
)

MODEL = language_model()
LINES = """\
elevate\traise\t1\t0.6
elevate\tlift\t2\t0.5
subsequent\tnext\t16\t0.3
"""
TEXT = "They agreed to elevate the minimum wage subsequent week, ministers said in the capital."


@pytest.fixture
def pairs(tmp_path: Path) -> Pairs:
    path = tmp_path / "pairs.tsv.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(LINES)
    return read_pairs(path, MODEL)


def number(word: str) -> int:
    return words().index(word)


def example(pairs: Pairs) -> tuple[Reading, Spun, Tokens]:
    """The text with "elevate" for "raise", and "subsequent" for a word that nobody offers."""
    tokens = MODEL.vocabulary.tokens(TEXT)
    table = build_table(pairs, MODEL, np.zeros(len(pairs.bits), np.float32))
    swaps = (Swap(3, 4, (number("raise"),)), Swap(7, 8, (number("wednesday"),)))
    spun = Spun(tokens.ids, tokens.are_capital, swaps)
    return read(MODEL, table, spun.ids, spun.are_capital), spun, tokens


def test_answers_name_the_right_row_or_say_that_there_is_none(pairs: Pairs) -> None:
    reading, spun, _ = example(pairs)
    found = answers(reading, spun, pairs)
    assert len(found) == 2
    assert pairs.originals[reading.rows.pairs[found[0]], 0] == number("raise")
    assert found[1] == SOME_ROW


def test_an_untouched_text_has_no_swaps(pairs: Pairs) -> None:
    reading, spun, _ = example(pairs)
    untouched = Spun(spun.ids, spun.are_capital, ())
    assert (answers(reading, untouched, pairs) == OUTSIDE).all()


def test_held_out_rows_are_dropped_and_their_answers_become_unknown(pairs: Pairs) -> None:
    reading, spun, _ = example(pairs)
    found = answers(reading, spun, pairs)
    allowed = np.arange(len(reading.rows.pairs)) != found[0]
    crude = np.zeros(len(allowed), np.float32)
    rows, choices = thin(reading, found, crude, allowed, np.ones(len(found), np.bool_))
    assert found[0] not in rows
    assert choices.answers.tolist() == [SOME_ROW, SOME_ROW]


def test_joining_moves_answers_to_their_rows(pairs: Pairs) -> None:
    reading, spun, _ = example(pairs)
    found = answers(reading, spun, pairs)
    every = np.ones(len(reading.rows.pairs), np.bool_)
    _, choices = thin(reading, found, reading.features[:, 0], every, np.ones(2, np.bool_))
    both = join([choices, choices])
    size = len(choices.features)
    assert both.answers[2] == both.answers[0] + size
    assert both.heads[2] == size


def test_features_have_their_names(pairs: Pairs) -> None:
    reading, _, _ = example(pairs)
    assert reading.features.shape[1] == len(TEXT_FEATURES)
    assert pair_features(pairs, MODEL, words()).shape == (3, len(PAIR_FEATURES))


def test_a_word_with_many_synonyms_seldom_becomes_just_this_one(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv.gz"
    lines = ["elevate\tlift\t1\t0.5\n", "elevate\traise\t1\t0.5\n", "hoist\tlift\t1\t0.5\n"]
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write("".join(lines))
    pairs = read_pairs(path, MODEL)
    rows = pairs.originals[:, 0].tolist()
    likely, fan_out = channel(pairs).T
    lift, raised = rows.index(number("lift")), rows.index(number("raise"))
    assert likely[raised] - likely[lift] == pytest.approx(np.log(2), abs=1e-3)
    assert fan_out[lift] == pytest.approx(np.log(3))
    assert fan_out[raised] == pytest.approx(np.log(2))
