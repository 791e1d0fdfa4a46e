from __future__ import annotations

import numpy as np
import pytest

from credcheck.language.piece import Piece, read_piece
from credcheck.language.substitution_model import substitution_model
from credcheck.language.tagger import FEATURES, log_odds, tagger, told_of
from tests.language.reference_tagger import slow_odds

MODEL = substitution_model()
CLEAN = (
    "The government said on Monday that it would raise the minimum wage by four per cent next year,"
    " after weeks of talks with trade unions and employers. The finance minister told reporters"
    " that the decision was taken to protect workers from rising food prices."
)
SPUN = (
    "The authorities mentioned on Monday that it could elevate the minimal wage by 4 per cent"
    " subsequent yr, after weeks of talks with commerce unions and employers. The finance minister"
    " instructed reporters that the choice was taken to guard employees from rising meals costs."
)


def heard(text: str) -> Piece:
    tokens = MODEL.language.vocabulary.tokens(text)
    piece = read_piece(MODEL, tokens.ids, tokens.are_capital, 0)
    assert piece is not None
    return piece.with_context(MODEL)


def test_swapped_words_are_likelier_swaps_than_the_words_they_stand_for() -> None:
    clean, spun = (log_odds(MODEL, heard(text)) for text in (CLEAN, SPUN))
    assert clean.max() < 0
    assert (spun > 0).sum() >= 5


def test_among_swaps_a_word_is_likelier_one_itself() -> None:
    alone, among = heard(CLEAN.replace("next year", "subsequent year")), heard(SPUN)
    word = int(MODEL.language.vocabulary.tokens("subsequent").ids[0])
    odds = [log_odds(MODEL, piece)[piece.ids == word] for piece in (alone, among)]
    assert odds[1][0] > odds[0][0]


def test_every_token_is_told_everything() -> None:
    piece = heard(SPUN)
    told, candidates = told_of(MODEL, piece)
    assert told.shape == (len(piece.ids), len(FEATURES))
    assert np.isfinite(told).all()
    has_candidate = told[:, FEATURES.index("has candidate")] == 1
    assert has_candidate.any()
    assert (candidates[~has_candidate] == 0).all()
    assert (told[~has_candidate, 0] == -4).all()


def test_the_strongest_span_over_a_token_is_the_one_it_is_told_of() -> None:
    piece = heard(SPUN)
    told, _ = told_of(MODEL, piece)
    best = np.full(len(piece.ids), -4.0)
    for start, end, ratio in zip(
        piece.spans.starts, piece.spans.ends, piece.evidence.ratios, strict=True
    ):
        for place in range(start - 5, end - 5):
            best[place] = max(best[place], float(ratio))
    assert told[:, 0].tolist() == pytest.approx(best.tolist(), abs=1e-5)


def test_the_fast_net_does_what_a_plain_one_does() -> None:
    piece = heard(SPUN)
    told, candidates = told_of(MODEL, piece)
    expected = slow_odds(tagger(), MODEL.vectors, piece.ids, candidates, told)
    assert log_odds(MODEL, piece).tolist() == pytest.approx(expected, abs=1e-3)
