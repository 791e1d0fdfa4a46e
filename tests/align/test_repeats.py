"""Passages that stand twice in one file."""

from __future__ import annotations

from credcheck.align.repeats import repeats
from tests.align.texts import HARBOUR, ORCHARD, SCHOOL, passage


def test_the_second_place_is_told_with_the_first() -> None:
    text = f"{HARBOUR} {ORCHARD} {HARBOUR}"
    ((earlier, later, words),) = repeats(passage(text), 20)
    assert earlier.of(text) == later.of(text) == HARBOUR
    assert earlier.start == 0
    assert words == 103


def test_every_further_place_is_told() -> None:
    text = " ".join((HARBOUR, ORCHARD, HARBOUR, SCHOOL, HARBOUR))
    assert len(list(repeats(passage(text), 20))) == 2


def test_a_repeated_phrase_is_no_passage() -> None:
    text = f"{ORCHARD} Edda Marlow, who drew the plans. {SCHOOL} Edda Marlow, who drew the plans."
    assert list(repeats(passage(text), 20)) == []
