"""Dates, bylines and tags of agencies before the first sentence, with and without a seam."""

from __future__ import annotations

import pytest

from credcheck.rules.broken._page_data import head

SENTENCE = "The pier was closed on Monday after an inspector found rust."


@pytest.mark.parametrize(
    "data",
    [
        "Published: 12 March 2024 ",
        "12 March 2024, 10:45 GMT ",
        "By Ann Petch, Staff Reporter ",
        "3 min read ",
        "2 hours ago ",
    ],
)
def test_what_stands_before_the_first_sentence_ends_where_that_begins(data: str) -> None:
    size, is_followed = head(data + SENTENCE)
    assert (data + SENTENCE)[size:].strip() == SENTENCE
    assert is_followed


def test_a_byline_may_be_joined_to_the_sentence() -> None:
    text = "By Ann Petch" + SENTENCE
    assert head(text) == (len("By Ann Petch"), True)


@pytest.mark.parametrize(
    "own",
    [
        SENTENCE,
        "By Tuesday the pier had been closed by the board for a week.",
        "On 12 March 2024 the pier was closed by the board.",
    ],
)
def test_a_sentence_that_begins_like_page_data_has_none(own: str) -> None:
    size, is_followed = head(own)
    assert not (size and is_followed)


def test_page_data_alone_is_followed_by_nothing() -> None:
    assert head("Published: 12 March 2024") == (len("Published: 12 March 2024"), False)
