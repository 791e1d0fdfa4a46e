"""Sentences that recur, against a plain count of their words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.align import recurring as recurrence
from credcheck.align.pairs import numbers
from credcheck.align.recurring import are_figures, recurring
from tests.align.texts import passage

SENTENCES = (
    "The gate is shut at night.",
    "The gate is shut at 9 tonight.",
    "The gate is shut at 10 tonight.",
    "Nobody knows who shut the gate.",
    "The shut gate is at night.",
    "Boats lie on the sand.",
)


def plainly(
    texts: list[list[str]], words_min: int, holders_min: int
) -> list[list[tuple[int, int]]]:
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for number, sentences in enumerate(texts):
        for nth, sentence in enumerate(sentences):
            words = sentence.lower().strip(".").split()
            key = tuple("0" if word.isdigit() else word for word in words)
            if len(key) >= words_min:
                places.setdefault(key, []).append((number, nth))
    found = (some for some in places.values() if len({n for n, _ in some}) >= holders_min)
    return sorted(found)


@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), max_size=8))
def test_sentences_recur_where_a_plain_count_finds_them(texts: list[list[str]]) -> None:
    passages = [passage(" ".join(some), f"{n}") for n, some in enumerate(texts)]
    assert sorted(recurring(passages, 6, 3)) == plainly(texts, 6, 3)


def test_it_does_not_matter_how_many_are_taken_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    passages = [passage(" ".join(SENTENCES[n % 3 :]), f"{n}") for n in range(7)]
    at_once = recurring(passages, 4, 3)
    monkeypatch.setattr(recurrence, "_WORDS_AT_ONCE", 20)
    assert recurring(passages, 4, 3) == at_once


def test_figures_are_told_from_words() -> None:
    words = numbers(passage("May 5 and 05 of 2024 or 10000 and 7th").words)
    assert np.flatnonzero(are_figures(words)).tolist() == [1, 3, 5]
