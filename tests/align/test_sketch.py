"""The keys under which passages meet."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.align import sketch as sketching
from credcheck.align.sketch import SAMPLE_ONE_IN, gram_keys, lots, sketch, sketches
from tests.align.texts import HARBOUR, ORCHARD, SPUN_HARBOUR, passage

WORDS = st.lists(st.integers(0, 3), max_size=30)


@given(WORDS, st.integers(1, 5))
def test_equal_stretches_and_only_they_have_equal_keys(words: list[int], size: int) -> None:
    keys = gram_keys(np.array(words, np.uint32), size).tolist()
    grams = [tuple(words[i : i + size]) for i in range(len(words) - size + 1)]
    assert len(keys) == len(grams)
    assert len(set(keys)) == len(set(grams)) == len(set(zip(keys, grams, strict=True)))


def test_keys_are_sorted_and_none_stands_twice() -> None:
    keys = list(sketch(passage(HARBOUR + " " + HARBOUR)))
    assert keys == sorted(set(keys))


def test_about_the_promised_share_is_kept() -> None:
    text = " ".join(f"w{number}" for number in range(4000))
    assert abs(len(sketch(passage(text))) * SAMPLE_ONE_IN / 4000 - 1) < 0.1


def test_a_stretch_brings_its_keys_along() -> None:
    whole = set(sketch(passage(f"{ORCHARD} {HARBOUR}")))
    assert set(sketch(passage(HARBOUR))) <= whole
    assert len(whole & set(sketch(passage(SPUN_HARBOUR)))) >= 3
    assert not set(sketch(passage(ORCHARD))) & set(sketch(passage(HARBOUR)))


def test_keys_do_not_change_between_processes() -> None:
    keys = sketch(passage("the harbour board voted on Tuesday"))
    assert list(keys) == [11039212726417820032, 11820324184768185362, 14348340521827319814]


TEXTS = st.lists(st.lists(st.sampled_from(["gate", "wall", "of"]), min_size=1), max_size=6)


@given(TEXTS, st.integers(1, 40))
def test_passages_side_by_side_have_the_keys_of_each_alone(
    texts: list[list[str]], at_once: int
) -> None:
    passages = [passage(" ".join(words)) for words in texts]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sketching, "_WORDS_AT_ONCE", at_once)
        together = [set(keys.tolist()) for keys in sketches(passages)]
    grams = (gram_keys(np.frombuffer(one.words, np.uint32)).tolist() for one in passages)
    assert together == [{key for key in keys if key % SAMPLE_ONE_IN == 0} for keys in grams]
    assert [set(sketch(one).tolist()) for one in passages] == together


def test_a_lot_ends_where_enough_words_are_together() -> None:
    passages = [passage("one two three", f"{n}") for n in range(5)]
    assert [list(lot) for lot in lots(passages, 6)] == [[0, 1], [2, 3], [4]]
    assert list(lots([], 6)) == []
