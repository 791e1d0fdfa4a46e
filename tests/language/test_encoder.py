from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.language import encoder
from credcheck.language.encoder import WINDOW, heard_by, stretches
from credcheck.language.substitution_model import substitution_model
from tests.language.small_encoder import NAMES, small_encoder

VOCABULARY = substitution_model().language.vocabulary


def test_every_token_hears_of_itself() -> None:
    text = "The minister told\n\nthe ministers."
    tokens = VOCABULARY.tokens(text)
    found = heard_by(small_encoder(), text, tokens)
    number = {name: place for place, name in enumerate(NAMES)}
    names = ("the", "minister", "told", "[SEP]", "the", "##s", ".")
    # The piece with the highest odds speaks for a token, the first is restored.
    assert found.odds.tolist() == [number[name] for name in names]
    firsts = ("the", "minister", "told", "[SEP]", "the", "minister", ".")
    assert found.restored[:, 0].tolist() == [number[name] for name in firsts]


def test_a_long_text_is_read_in_stretches_and_nothing_is_left_out() -> None:
    text = "The minister told a visit. " * 90
    tokens = VOCABULARY.tokens(text)
    whole = heard_by(small_encoder(), text, tokens)
    assert len(whole.odds) == len(tokens)
    assert (whole.odds[:6] == whole.odds[-6:]).all()
    assert (whole.odds > 0).all()


@given(st.integers(min_value=1, max_value=2000))
def test_stretches_fit_the_window_and_are_believed_once(pieces: int) -> None:
    place = 0
    for start, first, end in stretches(pieces):
        assert 0 <= start <= first < end <= pieces
        assert end - start <= WINDOW - 2
        assert first == place or first < place
        place = end
    assert place == pieces


@given(st.integers(min_value=WINDOW - 1, max_value=2000))
def test_what_is_believed_has_been_read_with_what_stands_around_it(pieces: int) -> None:
    found = list(stretches(pieces))
    for (_, _, end), (start, first, _) in pairwise(found):
        assert first - start >= 30
        assert end > start


def test_no_text_is_no_odds() -> None:
    found = heard_by(small_encoder(), "", VOCABULARY.tokens(""))
    assert found.odds.shape == (0,)
    assert found.restored.shape == (0, 3)


def test_what_is_missing_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "PACKAGE", "no_such_package")
    encoder.encoder.cache_clear()
    with pytest.raises(encoder.EncoderMissingError, match=r"pip install") as caught:
        encoder.encoder()
    assert "\n" not in str(caught.value)
    encoder.encoder.cache_clear()


def test_log_probabilities_are_products_with_the_embeddings() -> None:
    model = small_encoder()
    restored = np.array([[1.0, 0.0, 0.0], [0.0, 2.0, 1.0]], np.float32)
    numbers = np.array([3, 5])
    expected = restored @ model.embeddings[numbers].astype(np.float32).T
    assert np.allclose(model.log_probabilities(restored, numbers), expected)
