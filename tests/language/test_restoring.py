from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from credcheck.language import restoring
from credcheck.language.restoring import LEAST_SHARE, OFFERED, offers, weighed_again
from tests.language.small_encoder import NAMES, small_encoder

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

MODEL = small_encoder()
NUMBER = {name: place for place, name in enumerate(NAMES)}


def leaning(word: str, other: str) -> Floats:
    """What a network would restore that takes `word` for likelier than `other`."""
    rows = MODEL.embeddings.astype(np.float32)
    apart: Floats = rows[NUMBER[word]] - rows[NUMBER[other]]
    return apart[None]


def test_the_likeliest_words_are_offered_best_first() -> None:
    restored = np.concatenate([leaning("said", "told"), leaning("week", "the")])
    words = [name for name in NAMES if name.isalpha()]
    rows = MODEL.embeddings[[NUMBER[word] for word in words]].astype(np.float32)
    for found, of in zip(offers(MODEL, restored), restored, strict=True):
        by_hand = sorted(words, key=lambda word: -float(rows[words.index(word)] @ of))
        assert found == by_hand[: min(OFFERED, len(words) - 1)]


def test_many_swaps_are_asked_about_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    restored = np.concatenate([leaning(word, "the") for word in ("said", "week", "a", "told")])
    whole = list(offers(MODEL, restored))
    monkeypatch.setattr(restoring, "SWAPS_AT_ONCE", 3)
    assert list(offers(MODEL, restored)) == whole
    assert len(whole) == 4


def test_the_encoder_turns_the_scale_between_two_candidates() -> None:
    shares = [{"told": 0.5, "said": 0.4, "visit": 0.1}]
    (found,) = weighed_again(MODEL, leaning("said", "told"), ["journey"], shares)
    assert found["said"] > found["told"]
    (found,) = weighed_again(MODEL, leaning("told", "said"), ["journey"], shares)
    assert found["told"] > found["said"]
    assert sum(found.values()) == pytest.approx(1)


def test_without_an_opinion_the_order_of_the_table_stays() -> None:
    shares = [{"told": 0.5, "said": 0.4, "visit": 0.1}]
    (found,) = weighed_again(MODEL, np.zeros((1, 3), np.float32), ["journey"], shares)
    assert sorted(shares[0], key=lambda text: -found[text]) == ["told", "said", "visit"]
    offered = set(found) - set(shares[0])
    assert all(found[text] < found["visit"] for text in offered)
    assert all(found[text] == pytest.approx(found["told"] * LEAST_SHARE / 0.5) for text in offered)


def test_what_is_offered_are_words_and_not_the_one_that_stands_there() -> None:
    (found,) = weighed_again(MODEL, np.zeros((1, 3), np.float32), ["visit"], [{"told": 1.0}])
    assert "visit" not in found
    assert all(text.isalpha() for text in found)
