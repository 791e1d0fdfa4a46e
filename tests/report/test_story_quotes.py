"""Quotations of one utterance, cut down to what differs."""

from __future__ import annotations

from credcheck.report.story_quotes import differing

HERE = (
    "We have not had a single meeting all this time with the minister since Christmas, and we wait."
)
THERE = (
    "We have not had a proper meeting all this time with the minister since Easter, and we wait."
)


def test_words_that_differ_stand_in_brackets_with_the_words_around_them() -> None:
    assert differing([HERE, THERE]) == [
        "… had a [single] meeting all … minister since [Christmas], and we …",
        "… had a [proper] meeting all … minister since [Easter], and we …",
    ]


def test_a_quotation_cut_short_is_left_as_it_is() -> None:
    short = "We have not had a single meeting"
    assert differing([HERE, short]) == [HERE, short]


def test_typography_is_no_difference() -> None:
    assert differing(["We don’t know", "We don't know,"]) == ["We don’t know", "We don't know,"]
