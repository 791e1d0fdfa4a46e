"""Common runs of words, against trying every pair of places."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from credcheck.align.exact import Region, common_runs

WORDS = st.lists(st.integers(0, 5), max_size=24)


def plainly(left: list[int], right: list[int], least: int) -> list[Region]:
    """Start wherever two words match and the ones before do not; go on as long as they match."""
    found = []
    for i in range(len(left)):
        for j in range(len(right)):
            if i and j and left[i - 1] == right[j - 1]:
                continue
            length = 0
            while (
                i + length < len(left)
                and j + length < len(right)
                and left[i + length] == right[j + length]
            ):
                length += 1
            if length >= least:
                found.append(Region(i, i + length, j, j + length))
    return sorted(found)


@given(WORDS, WORDS, st.integers(4, 5))
def test_finds_what_trying_every_pair_finds(left: list[int], right: list[int], least: int) -> None:
    found = common_runs(np.array(left, np.uint32), np.array(right, np.uint32), least)
    assert found == plainly(left, right, least)


def test_a_phrase_that_stands_everywhere_says_nothing() -> None:
    words = np.array([1, 2, 3, 4, 5], np.uint32)
    assert common_runs(words, np.tile(words, 9), 5) == []
    assert len(common_runs(words, np.tile(words, 3), 5)) == 3


def test_a_hull_holds_both_and_adds_up_the_evidence() -> None:
    one, other = Region(0, 5, 20, 25, 3.0), Region(8, 12, 10, 14, 4.0)
    assert one.hull(other) == Region(0, 12, 10, 25)
    assert one.hull(other).evidence == 7.0
    assert one.turned() == Region(20, 25, 0, 5)
    assert (other.left_words, other.right_words) == (4, 4)
