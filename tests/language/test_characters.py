from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.language.characters import LETTER, OTHER, SPACE, character_table, classify, fold
from credcheck.language.ngrams import language_model


@pytest.mark.parametrize(
    ("character", "folded"),
    [("A", "a"), ("’", "'"), ("”", '"'), ("–", "-"), ("İ", "İ"), ("ß", "ß")],
)
def test_folding_never_changes_the_length(character: str, folded: str) -> None:
    assert fold(character) == folded


def test_classes() -> None:
    assert [classify(character) for character in "é\u00a0\u0301×"] == [LETTER, SPACE, LETTER, OTHER]


@given(st.characters(max_codepoint=0xFFFF))
def test_the_table_says_what_the_functions_say(character: str) -> None:
    table = language_model().vocabulary.characters
    assert table[1, ord(character)] == classify(character)
    assert table[0, ord(character)] == ord(fold(character))


def test_the_table_that_is_shipped_is_the_one_that_is_built() -> None:
    assert np.array_equal(character_table(), language_model().vocabulary.characters)
