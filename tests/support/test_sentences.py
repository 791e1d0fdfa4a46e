"""Sentences end where they end, and words lie where they lie."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from credcheck.support.sentences import sentences


def texts(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in sentences(text)]


def test_a_full_stop_before_a_capital_ends_a_sentence() -> None:
    assert texts("It rained. The dam broke! Why? Nobody knows") == [
        "It rained.",
        "The dam broke!",
        "Why?",
        "Nobody knows",
    ]


def test_abbreviations_and_initials_end_nothing() -> None:
    text = "Mr. Vask met J. R. Falk of the U.S. Navy on Nov. 3 at 5 p.m. Friday."
    assert texts(text) == [text]


def test_a_quotation_stays_in_one_piece() -> None:
    text = "“It broke. We ran. Nobody came,” she said. Then it was quiet."
    assert texts(text) == ["“It broke. We ran. Nobody came,” she said.", "Then it was quiet."]


def test_stems_leave_out_grammar() -> None:
    (sentence,) = sentences("The dams of the valley had collapsed")
    assert sentence.stems == ("dam", "valley", "collaps")


@given(st.text(alphabet="ab .!?\n“”A1,", max_size=80))
def test_sentences_are_in_order_apart_and_hold_their_words(text: str) -> None:
    found = sentences(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for sentence in found:
        for word in sentence.words:
            assert text[word.start : word.end] == word.text
            assert sentence.span.start <= word.start < word.end <= sentence.span.end
