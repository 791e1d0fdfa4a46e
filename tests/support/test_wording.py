"""Two quotations compared word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.support.wording import Comparison, compare, openings, pieces, plain, plain_words


def compared(left: str, right: str) -> Comparison:
    return compare(plain(left.lower().split()), plain(right.lower().split()))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("they didn't call us in ten days", "they did not call us in 10 days"),
        ("we have organised the labour", "we have organized the labor"),
        ("we will rebuild the school before the winter", "rebuild the school"),
        ("and so we will rebuild the school", "we will rebuild the school"),
    ],
)
def test_what_newsrooms_do_replaces_nothing(left: str, right: str) -> None:
    assert compared(left, right).replaced == 0


@pytest.mark.parametrize(
    ("left", "right", "replaced"),
    [
        ("they ignored every warning we gave", "they dismissed every warning we gave", 1),
        ("we will not sell the harbour to them", "we will sell the harbour to them", 1),
        ("the people have spoken clearly", "the voters have decided clearly", 2),
        ("it took three long years of work", "it took five long years of work", 1),
    ],
)
def test_counts_words_replaced(left: str, right: str, replaced: int) -> None:
    assert compared(left, right).replaced == replaced
    assert compared(right, left).replaced == replaced


def test_cuts() -> None:
    assert [p.split() for p in pieces("We will ... rebuild [the school] soon …")] == [
        ["We", "will"],
        ["rebuild"],
        ["soon"],
    ]


WORDS = st.lists(st.sampled_from(["dam", "wall", "the", "not", "broke", "river"]), max_size=12)


@given(WORDS)
def test_equal_lists_are_equal(words: list[str]) -> None:
    found = compare(words, words)
    assert found.replaced == 0
    assert found.equal == len(words)


@given(WORDS, WORDS)
def test_shares_stay_within_bounds(left: list[str], right: list[str]) -> None:
    found = compare(left, right)
    assert 0 <= found.equal_content <= found.equal <= min(len(left), len(right))
    assert found.equal <= found.length or found.length == 0


@pytest.mark.parametrize(
    ("left", "right", "is_so"),
    [
        ("we asked our hosts to open the gate", "we begged our friends to open the gate", True),
        ("we asked our hosts to open it now", "we asked those who are our hosts to open it", False),
        ("we will not sell the port", "we will sell the port", False),
    ],
)
def test_words_in_the_place_of_words(left: str, right: str, is_so: bool) -> None:
    assert compared(left, right).is_word_for_word is is_so


def test_a_word_left_out_alone() -> None:
    assert compared("we will not sell the port", "we will sell the port").is_by_a_word
    assert not compared("we will not sell the port", "we will not keep the port").is_by_a_word


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Gen. Holt and Sen. Brandt met on Sept. 3",
            "General Holt and Senator Brandt met on September 3",
        ),
        ("the 2nd court of appeal ruled on the 11th", "the second court of appeal ruled on the 11"),
        (
            "the EB of the union has met in Low Ford",
            "the executive board of the union has met in Low Ford",
        ),
        (
            "our No. 1 task is to pay the $7,000 back",
            "our number one task is to pay the $7000 back",
        ),
        ("they marched to Varnholmgate that night", "they marched to Varnholmgat that night"),
        ("it was a complementary letter to us", "it was a very complimentary letter to us"),
        ("we're gonna re-engage with the town", "we are going to reengage with the town"),
        ("nobody had lyin' in mind that day", "no one had lying in mind that day"),
        ("Maren Holt has the keys to it", "Mrs. Holt has the keys to it"),
        ("it was not always paid on time", "it was always not paid on time"),
        ("we warned Yosef of the flood again", "we warned Yoseff of the flood again"),
    ],
)
def test_short_forms_and_slips_of_the_keys_replace_nothing(left: str, right: str) -> None:
    assert compare(plain_words(left), plain_words(right)).replaced == 0


def test_a_known_word_is_no_slip_of_another() -> None:
    assert compared("the country has spoken now", "the county has spoken now").replaced == 1


def test_words_blotted_out_are_cut() -> None:
    assert [p.split() for p in pieces("who does this sh— on the ground")] == [
        ["who", "does", "this"],
        ["on", "the", "ground"],
    ]


def test_the_editors_capital_is_no_cut() -> None:
    assert pieces("[W]e ran to the hill") == ["We ran to the hill"]


@pytest.mark.parametrize("blotted", ["his d---ed boat", "his n–––er boat", "his f*** boat"])
def test_blotted_words_are_cut_out(blotted: str) -> None:
    assert [piece.strip() for piece in pieces(blotted)] == ["his", "boat"]


def test_where_sentences_begin() -> None:
    raw = "We ran. Nobody came, not even Dr. Holt!"
    assert {0, 2, len(plain_words(raw))} <= openings(raw)
