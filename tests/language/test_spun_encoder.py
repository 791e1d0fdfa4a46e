from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from credcheck.language.spun import SpunReading, find_substitutions
from tests.language.small_encoder import small_encoder
from tests.rules.spun.spun_texts import CLEAN, SPUN


def read(text: str, odds: float) -> SpunReading:
    """Read with an encoder that has one opinion of every word."""

    def network(embedded: Any) -> tuple[Any, Any]:
        return np.full(embedded.shape[1], odds, np.float32), embedded[0]

    return find_substitutions(
        text, is_named_if_clean=False, encoder=replace(small_encoder(), network=network)
    )


def test_a_clean_text_is_not_shown_to_the_encoder() -> None:
    def network(_: Any) -> tuple[Any, Any]:
        raise AssertionError("asked")

    asked = replace(small_encoder(), network=network)
    assert find_substitutions(CLEAN, encoder=asked).verdict == "clean"
    with pytest.raises(AssertionError, match="asked"):
        find_substitutions(SPUN, encoder=asked)


def test_it_calls_nothing_spun_but_may_find_it_clean() -> None:
    alone = find_substitutions(SPUN, is_named_if_clean=False)
    found = read(SPUN, 6.0)
    assert (found.verdict, found.score) == (alone.verdict, alone.score) == ("spun", alone.score)
    silent = read(SPUN, -6.0)
    assert (silent.verdict, silent.substitutions) == ("clean", ())
    assert read(CLEAN, 6.0).verdict == "clean"


def test_the_more_it_takes_for_swapped_the_more_is_found() -> None:
    counts = [len(read(SPUN, odds).substitutions) for odds in (-2.0, 0.0, 6.0)]
    assert counts[0] < counts[1] < counts[2]


def test_every_span_is_of_its_words() -> None:
    for found in read(SPUN, 2.0).substitutions:
        assert SPUN[found.start : found.end] == found.text
        assert found.repair != found.text
