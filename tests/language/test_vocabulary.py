from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credcheck.language.ngrams import language_model, words
from credcheck.language.vocabulary import NUMBER, PARAGRAPH, UNKNOWN, YEAR

VOCABULARY = language_model().vocabulary


def read(text: str) -> list[str]:
    return [words()[number] for number in VOCABULARY.tokens(text).ids]


def test_numbers_are_counted_by_kind() -> None:
    assert read("In 1999, 12 of 1,000 and 37 of 4.5") == [
        *("in", "<year>", ",", "12", "of", "1000", "and", "<number>", "of", "<number>")
    ]


def test_line_feeds_in_a_row_are_one_paragraph() -> None:
    tokens = VOCABULARY.tokens("\n\nIt was.\n \n\nIt is.\n")
    assert (tokens.ids == PARAGRAPH).sum() == 3
    assert tokens.starts[tokens.ids == PARAGRAPH].tolist() == [0, 9, 19]


@pytest.mark.parametrize(
    ("digits", "token"), [("2041", NUMBER), ("1900", YEAR), ("3.0", NUMBER), ("123456", NUMBER)]
)
def test_years_end_somewhere(digits: str, token: int) -> None:
    assert VOCABULARY.tokens(digits).ids.tolist() == [token]


@given(st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_every_token_gets_a_number_and_a_place(text: str) -> None:
    tokens = VOCABULARY.tokens(text)
    assert (tokens.ids >= UNKNOWN).all()
    assert (tokens.ids < VOCABULARY.words).all()
    assert (np.diff(tokens.starts) > 0).all()
    assert (tokens.ends > tokens.starts).all()
