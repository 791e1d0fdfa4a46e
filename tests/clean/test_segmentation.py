"""Cutting runs of letters into words."""

from __future__ import annotations

import random
from itertools import combinations, pairwise

import pytest

from credcheck.clean.segmentation import cut, is_english, may_be_cut, pair_cost, word_costs

SENTENCES = (
    "the bridge will be open before the end of the summer",
    "nobody knew why the price of bread had risen so fast",
    "it may be taken as a sign that the war is over",
    "officials have warned that the road may close again",
)


def slow(run: str, before: str, after: str) -> float:
    """The best score over every way to cut a short run, one by one."""
    best = float("-inf")
    for count in range(len(run)):
        for seams in combinations(range(1, len(run)), count):
            edges = (0, *seams, len(run))
            words = [run[a:b] for a, b in pairwise(edges)]
            if all(map(is_english, words)):
                chain = [before, *words]
                score = sum(pair_cost(a, b) for a, b in zip(chain, words, strict=False))
                if after:
                    score += pair_cost(words[-1], after) - pair_cost("", after)
                best = max(best, score)
    return best


@pytest.mark.parametrize("run", ["inthe", "maybe", "notonly", "asitis", "together", "canbeen"])
@pytest.mark.parametrize(("before", "after"), [("", ""), ("it", "the")])
def test_the_cut_is_the_best_of_all(run: str, before: str, after: str) -> None:
    found = cut(run, before, after)
    assert found is not None
    assert found.log_probability == pytest.approx(slow(run, before, after))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_are_cut_right(sentence: str) -> None:
    found = cut(sentence.replace(" ", ""))
    assert found is not None
    assert " ".join(found.words) == sentence


def test_the_words_are_the_run() -> None:
    chance = random.Random(3)
    words = sorted(filter(is_english, word_costs()))
    for _ in range(50):
        run = "".join(chance.choices(words, k=4))
        found = cut(run)
        assert found is not None
        assert "".join(found.words) == run


def test_names_are_kept_with_their_capital() -> None:
    found = cut("betweenNorwayandDenmarkonFriday")
    assert found is not None
    assert found.words == ("between", "Norway", "and", "Denmark", "on", "Friday")


def test_an_unknown_name_is_one_word() -> None:
    found = cut("saidZorvexonFriday")
    assert found is not None
    assert "Zorvex" in found.words


def test_what_holds_no_words_is_not_cut() -> None:
    assert cut("xqzjvkw") is None


def test_what_ends_in_no_word_is_not_cut() -> None:
    pieces = ("Zelk", "the", "ovsk", "rain", "IMF", "qx", "ing", "Ora", "b", "ury")
    runs = ["".join(some) for count in (1, 2, 3) for some in combinations(pieces, count)]
    assert not may_be_cut("Zelkovsk")
    for run in runs:
        found = cut(run)
        assert may_be_cut(run) or found is None or len(found.words) == 1
