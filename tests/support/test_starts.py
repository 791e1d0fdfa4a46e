"""Searching at likely starts finds what searching everywhere finds."""

from __future__ import annotations

import re
from collections.abc import Set

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.lexicons import entries
from credcheck.support import attribution, dates, quantities
from credcheck.support.starts import first_runs, matches

PIECES = (
    *("half", "a", "An", "Twenty", "one", "five", "dozen", "dozens", "hundred", "thousands", "of"),
    *("million", "first", "Fifth", "ninth", "third", "and", "in", "ten", "May", "sept.", "Sept."),
    *("January", "Tuesday", "noon", "the", "2024", "12", "07:40", "3rd", "4", "1.5", "2024-03-05"),
    *(
        "Some",
        "analysts",
        "said",
        "it",
        "is",
        "believed",
        "crucial",
        "marks",
        "a",
        "could",
        "boost",
    ),
    *("questions", "were", "raised", "far-reaching", "implications", "landmark", "has been"),
    *("x", "_", "Rs.", "$", "%", "st", "-", " ", ",", ".", "\n", "٣", "é"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).flatmap(
    lambda pieces: st.sampled_from((" ", "")).map(lambda joint: joint.join(pieces))
)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (quantities._NUMBER, quantities._STARTS),
        (dates._PATTERN, dates._STARTS),
        (attribution._UNNAMED, attribution._UNNAMED_STARTS),
        (attribution._VAGUE, attribution._VAGUE_STARTS),
        (attribution._emphasis(), first_runs(entries("empty_emphasis"))),
    ],
)
@given(text=TEXTS | st.text(max_size=30))
def test_nothing_is_found_elsewhere(pattern: re.Pattern[str], words: Set[str], text: str) -> None:
    found = [match.span() for match in matches(pattern, text, words)]
    assert found == [match.span() for match in pattern.finditer(text)]
