"""The words of a text that are none."""

from __future__ import annotations

from credcheck.clean.unknown_words import (
    dictionary_words,
    known_words,
    neighbours,
    unknown_words,
)
from credcheck.types import Span


def test_unknown_words_are_sorted_and_said_once() -> None:
    text = "The zorvex and the ablimp: a Zorvex, thatthe zorvex."
    assert unknown_words(text) == ("Zorvex", "ablimp", "thatthe", "zorvex")


def test_what_the_model_learnt_from_glued_text_is_no_word() -> None:
    assert "ofthe" not in known_words()
    assert "therefore" in known_words()


def test_names_are_known_but_not_in_the_dictionary() -> None:
    assert "pelosi" in known_words() - dictionary_words()
    assert "bread" in dictionary_words()


def test_neighbours_are_known_words_one_space_away() -> None:
    text = "the Price zorvex of bread\nzorvex, and"
    assert neighbours(text, Span(10, 16)) == ("price", "of")
    assert neighbours(text, Span(26, 32)) == ("", "")
