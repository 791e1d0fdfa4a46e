"""The weights in encoder/, with the runtime that reads them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from credcheck.language.encoder import Encoder, Heard, heard_by, load_encoder
from credcheck.language.restoring import offers
from credcheck.language.spun import find_substitutions
from credcheck.language.substitution_model import substitution_model
from tests.rules.spun.spun_texts import CLEAN, SPUN

FOLDER = Path(__file__).resolve().parents[2] / "encoder" / "credcheck_encoder"


@pytest.fixture(scope="module")
def model() -> Encoder:
    return load_encoder(FOLDER, pytest.importorskip("onnxruntime"))


def heard(model: Encoder, text: str) -> Heard:
    return heard_by(model, text, substitution_model().language.vocabulary.tokens(text))


def test_swapped_words_are_told_from_written_ones(model: Encoder) -> None:
    clean, spun = (heard(model, text).odds for text in (CLEAN, SPUN))
    assert (clean > 0).mean() < 0.02
    assert (spun > 0).mean() > 0.1


def test_what_stood_there_is_among_the_likeliest(model: Encoder) -> None:
    tokens = substitution_model().language.vocabulary.tokens(SPUN)
    place = [SPUN[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)].index("informed")
    (offered,) = offers(model, heard(model, SPUN).restored[[place]].astype(np.float32))
    assert "told" in offered[:3]


def test_the_same_text_reads_the_same(model: Encoder) -> None:
    one, other = heard(model, SPUN), heard(model, SPUN)
    assert (one.odds == other.odds).all()
    assert (one.restored == other.restored).all()


def test_repairs_are_named_with_its_help(model: Encoder) -> None:
    found = {s.text: s.repair for s in find_substitutions(SPUN, encoder=model).substitutions}
    assert found["informed reporters"] == "told reporters"
    assert found["go to"] == "visit"
