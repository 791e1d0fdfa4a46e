from __future__ import annotations

from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.language.choices import (
    WEIGHED,
    agreed,
    inflected_alike,
    mixed,
    named,
)
from credcheck.language.ngrams import words
from credcheck.language.repair import spelt
from credcheck.language.substitution_model import substitution_model
from credcheck.language.swaps import Swap

MODEL = substitution_model()
SHARES = st.dictionaries(st.sampled_from("abcdef"), st.floats(0.01, 1.0), min_size=1)


def slowly_named(swap: Swap) -> dict[str, float]:
    """One candidate after the other, for comparison."""
    terms = [exp(score) for score in swap.scores.tolist()]
    order = sorted(range(len(terms)), key=lambda place: (-terms[place], place))[:WEIGHED]
    shares: dict[str, float] = {}
    for place in order:
        row = MODEL.candidates.words_of(swap.pairs[place : place + 1])[0]
        text = spelt([words()[word] for word in row.tolist() if word >= 0])
        text = swap.texts[place] if swap.texts else text
        shares[text] = shares.get(text, 0) + terms[place] / sum(terms)
    return shares


@given(st.lists(st.lists(st.integers(-8, 8), min_size=1, max_size=12), max_size=4), st.booleans())
def test_candidates_are_named_all_at_once_as_one_by_one(
    scores: list[list[int]], is_listed: bool
) -> None:
    swaps = []
    for number, of in enumerate(scores):
        texts = tuple(f"text {place}" for place in range(len(of))) if is_listed else ()
        pairs = -1 - np.arange(len(of)) if is_listed else 90 * number + np.arange(len(of))
        swaps.append(Swap(0, 1, 7, 0, pairs, np.array(of, np.float32), 1.0, texts=texts))
    for swap, shares in zip(swaps, named(MODEL, swaps), strict=True):
        assert shares == pytest.approx(slowly_named(swap))
        assert list(shares) == list(slowly_named(swap))


def test_a_list_has_half_a_say() -> None:
    assert mixed({"yet": 0.6, "but": 0.4}, {"but": 1.0}) == {"yet": 0.3, "but": 0.7}


def test_places_of_the_same_words_have_a_say_in_one_another() -> None:
    one, other, alone = agreed(
        ["teams", "teams", "however"],
        [{"groups": 0.9, "forces": 0.1}, {"groups": 0.45, "forces": 0.55}, {"yet": 1.0}],
    )
    assert max(other, key=other.__getitem__) == "groups"
    assert max(one, key=one.__getitem__) == "groups"
    assert alone == {"yet": 1.0}


@given(st.lists(SHARES, min_size=1, max_size=4))
def test_shares_stay_whole(shares: list[dict[str, float]]) -> None:
    whole = [{text: share / sum(of.values()) for text, share in of.items()} for of in shares]
    for of in agreed(["same"] * len(whole), whole):
        assert sum(of.values()) == pytest.approx(1)
        assert sum(inflected_alike("words", of).values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("written", "repair", "is_alike"),
    [
        ("nations", "countries", True),
        ("nations", "country", False),
        ("folks", "people", True),
        ("nation", "countries", False),
        ("gathering", "meet", False),
        ("assembly", "meeting", True),
        ("chess", "game", True),
        ("focus", "centre", True),
        ("12 months", "year", True),
        ("go to", "visits", True),
    ],
)
def test_inflection(written: str, repair: str, is_alike: bool) -> None:
    # A phrase is never turned down, so that the two are equal unless the repair is.
    shares = inflected_alike(written, {repair: 0.5, "a phrase": 0.5})
    assert (shares[repair] == shares["a phrase"]) is is_alike


def test_another_inflection_needs_far_more() -> None:
    fitting = inflected_alike("actions", {"activity": 0.6, "activities": 0.4})
    assert max(fitting, key=fitting.__getitem__) == "activities"
    fitting = inflected_alike("actions", {"activity": 0.9, "activities": 0.1})
    assert max(fitting, key=fitting.__getitem__) == "activity"
