from __future__ import annotations

import gzip
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from credcheck.language import tagger
from credcheck.language.spun import find_substitutions
from credcheck.language.substitution_model import substitution_model
from credcheck.language.tagger import FEATURES
from tools.candidate_table import Pairs, build_table, read_pairs
from tools.spinner import Spun, Swap
from tools.tagger_examples import Article, Sources, bits_of, example, examples, sources_of

MODEL = substitution_model()
PAIRS = "elevate\traise\t1\t0.6\nelevate\tlift\t16\t0.5\nsubsequent\tnext\t17\t0.3\n"
CLEAN = (
    "Ministers agreed to raise the minimum wage next week, after they had talked all night. " * 4
)
SPUN = """The council said on Tuesday that it would augment the least wage subsequent year, and that
the capital necessary had previously been appropriated. Legislators from the antagonism party
articulated disquiet about the expenditure, stating small commerces would suffer. The mayor
rebuffed the critique and said that dwellers were in want of succour."""


def pairs_of(folder: Path, lines: str) -> Pairs:
    path = folder / "pairs.tsv.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(lines)
    return read_pairs(path, MODEL.language)


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    pairs = pairs_of(tmp_path, PAIRS)
    table = build_table(pairs, MODEL.language, np.full(len(pairs.bits), 0.5, np.float32))
    return sources_of(replace(MODEL, candidates=table), pairs)


def spun_by_hand(sources: Sources, text: str, *swapped: int) -> Spun:
    tokens = sources.model.language.vocabulary.tokens(text)
    swaps = tuple(Swap(place, place + 1, (0,)) for place in swapped)
    return Spun(tokens.ids, tokens.are_capital, swaps)


def test_training_is_told_what_is_told_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Any] = []

    def listening(*given: Any) -> Any:
        heard.append(given)
        return judged(*given)

    judged = tagger.judged
    monkeypatch.setattr(tagger, "judged", listening)
    find_substitutions(SPUN)
    (_, _, ids, candidates, told) = heard[0]
    tokens = MODEL.language.vocabulary.tokens(SPUN)
    found = example(MODEL, MODEL, Spun(tokens.ids, tokens.are_capital, ()))
    assert found is not None
    assert found.ids.tolist() == ids.tolist()
    assert found.candidates.tolist() == candidates.tolist()
    assert (found.told == told.astype(np.float16)).all()


def test_each_candidate_has_the_bits_of_its_sources(sources: Sources) -> None:
    assert sources.bits.tolist() == [17, 1, 16]  # The commonest key first.
    assert list(sources.offers) == [15, 16]


def test_a_table_may_lack_rows_of_its_list_but_not_have_others(
    sources: Sources, tmp_path: Path
) -> None:
    longer = pairs_of(tmp_path, PAIRS + "elevate\tpromote\t32\t0.4\n")
    assert bits_of(sources.model.candidates, longer).tolist() == [17, 1, 16]
    with pytest.raises(ValueError, match="another list"):
        bits_of(sources.model.candidates, pairs_of(tmp_path, PAIRS.replace("lift", "promote")))
    with pytest.raises(ValueError, match="2 keys in the table, 1 in the list"):
        bits_of(sources.model.candidates, longer.where(np.arange(4) < 1))


def test_what_only_held_out_sources_offer_loses_its_weight(sources: Sources) -> None:
    weights = sources.without(15).candidates.weights
    full = sources.model.candidates.weights
    assert weights.tolist() == [full[0], 0, full[2]]
    assert sources.without(0).candidates.weights.tolist() == full.tolist()


def test_what_is_told_does_not_say_what_was_held_out(sources: Sources) -> None:
    spun = spun_by_hand(sources, CLEAN.replace("raise", "elevate").replace("next", "subsequent"), 3)
    told = example(sources.model, sources.without(31), spun)
    usual = example(sources.model, sources.model, spun)
    assert told is not None
    assert usual is not None
    weight, ratio = FEATURES.index("weight"), FEATURES.index("ratio")
    assert told.told[3, weight] == usual.told[3, weight] == 0.5
    assert told.told[3, ratio] < usual.told[3, ratio]


def test_swapped_tokens_are_marked(sources: Sources) -> None:
    found = example(
        sources.model, sources.model, spun_by_hand(sources, CLEAN.replace("raise", "elevate"), 3)
    )
    assert found is not None
    assert np.flatnonzero(found.are_swapped).tolist() == [3]


def test_short_and_undoubted_texts_are_no_examples(sources: Sources) -> None:
    assert example(sources.model, sources.model, spun_by_hand(sources, "They elevate it.")) is None
    assert example(sources.model, sources.model, spun_by_hand(sources, "and the " * 30)) is None


def test_the_same_seed_gives_the_same_examples(sources: Sources) -> None:
    articles = [Article(CLEAN.replace("night", "subsequent night"), 0.0)]
    runs = [list(examples(sources, articles, 6, seed)) for seed in (1, 1, 2)]
    written = [[found.ids.tolist() for found in run] for run in runs]
    assert written[0] == written[1] != written[2]
    assert any(found.are_swapped.any() for found in runs[0])


def test_texts_that_are_to_stay_clean_do(sources: Sources) -> None:
    articles = [Article(CLEAN.replace("night", "subsequent night"), 1.0)]
    found = list(examples(sources, articles, 3, random.Random(1).randrange(9)))
    assert len(found) == 3
    assert not any(one.are_swapped.any() for one in found)
