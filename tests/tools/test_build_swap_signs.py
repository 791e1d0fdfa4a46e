from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from credcheck.language.ngrams import words
from credcheck.language.substitution_model import substitution_model
from credcheck.language.swap_signs import SIGNS, table_of
from tools.build_swap_signs import Kind, Seen, add_stump, by_hand, cut, spun_text, stumps
from tools.spinner import Offers, spin

TRIAL = Path(__file__).resolve().parents[2] / "benchmarks" / "accuracy" / "spun_trial"
TEXT = (
    "The mayor opened a new bridge over the river on Monday. It cost 4.2 million euros, and people"
    " had waited for it since the flood. “We kept our promise,” she said; the council agreed."
)


def test_a_spun_text_holds_the_words_put_in_where_it_says() -> None:
    vocabulary, names = substitution_model().language.vocabulary, words()
    tokens = vocabulary.tokens(TEXT)
    numbers = {name: number for number, name in enumerate(names)}
    offers: Offers = {
        (numbers["mayor"],): ([(numbers["civic"], numbers["chief"])], [1.0]),
        (numbers["the"],): ([(numbers["said"],)], [1.0]),
        (numbers["it"], numbers["cost"]): ([(numbers["valued"],)], [1.0]),
    }
    spun = spin(tokens.ids, tokens.are_capital, offers, 1.0, random.Random(1))
    text, places = spun_text(TEXT, tokens, spun, names)
    put_in = [text[start:end] for start, end in places]
    assert put_in[:2] == ["Said", "civic chief"]
    assert "said river on Monday" in text
    # What was not swapped stays as it was, down to its marks.
    assert "4.2 million euros, and people had waited" in text
    assert text.endswith("“We kept our promise,” she said; said council agreed.")


def test_a_cut_is_a_passage_of_the_text() -> None:
    tokens = substitution_model().language.vocabulary.tokens(TEXT)
    passage = cut(TEXT, tokens, 12, random.Random(3))
    assert passage in TEXT
    assert 0 < len(passage) < len(TEXT)


def test_manners_are_told_by_the_names_of_their_files() -> None:
    manners = by_hand(TRIAL)
    assert {"first-heavy", "second-heavyA", "third-heavyI", "third-lightA"} <= set(manners)
    assert all(not gold for text, gold in manners["first-clean"])
    text, gold = manners["first-heavy"][0]
    assert all(0 <= start < end <= len(text) for start, end in gold)


def test_stumps_become_steps() -> None:
    pytest.importorskip("lightgbm")
    rng = np.random.default_rng(1)
    signs = rng.normal(size=(4000, len(SIGNS))).astype(np.float32)
    swapped = signs[:, SIGNS.index("tagger")] > 0.5
    places = [(n, n + 1) for n in range(len(signs))]
    text = Seen(signs, places, [[0] if swap else [] for swap in swapped], 1)
    steps = stumps([Kind([text])], SIGNS)
    table = table_of([(sign, above, odds) for (sign, above), odds in steps.items()], SIGNS)
    odds = table.log_odds(signs)
    assert (odds[swapped] > 1).mean() > 0.95
    assert (odds[~swapped] < -1).mean() > 0.95


def test_a_tree_without_a_split_moves_the_beginning_only() -> None:
    steps: dict[tuple[str, float], float] = {("bias", 0.0): 0.5}
    add_stump(steps, {"leaf_value": 0.25}, SIGNS)
    assert steps == {("bias", 0.0): 0.75}
