from __future__ import annotations

import numpy as np
import pytest

from credcheck.language.gains import PADDING
from credcheck.language.piece import read_piece
from credcheck.language.substitution_model import substitution_model
from credcheck.language.token_odds import BIAS, RATIO_WEIGHT, TAGGER_WEIGHT, TokenOdds

MODEL = substitution_model()
TOKENS = MODEL.language.vocabulary.tokens(
    "The overseas minister will go to the capital subsequent week, officials mentioned, and a"
    " whole lot of folks took half in the assembly, which the authorities known as a triumph."
)


def test_places_are_counted_from_the_offset() -> None:
    here, there = (read_piece(MODEL, TOKENS.ids, TOKENS.are_capital, at) for at in (0, 1000))
    assert here is not None
    assert there is not None
    starts = [swap.start for swap in here.swaps()]
    assert starts
    assert [swap.start - 1000 for swap in there.swaps()] == starts
    assert max(swap.end for swap in here.swaps()) <= len(TOKENS)


def test_the_odds_of_a_span_are_those_of_its_tokens_and_of_itself() -> None:
    piece = read_piece(MODEL, TOKENS.ids, TOKENS.are_capital, 0)
    assert piece is not None
    of_tokens = np.linspace(-4, 4, len(TOKENS), dtype=np.float32)
    found = piece.span_odds(TokenOdds(of_tokens))
    for place in range(0, len(found), 7):
        start, end = piece.spans.starts[place] - PADDING, piece.spans.ends[place] - PADDING
        of_tagger = TAGGER_WEIGHT * float(of_tokens[start:end].mean())
        expected = of_tagger + RATIO_WEIGHT * float(piece.evidence.ratios[place]) + BIAS
        assert found[place] == pytest.approx(expected, abs=1e-4)


def test_what_the_odds_speak_for_is_found_too() -> None:
    piece = read_piece(MODEL, TOKENS.ids, TOKENS.are_capital, 0)
    assert piece is not None
    spans = len(piece.spans)
    weak, strong = (piece.swaps(np.full(spans, odds, np.float32)) for odds in (-9.0, 3.0))
    assert {swap.start for swap in piece.swaps()} == {swap.start for swap in weak}
    assert len(strong) > len(weak)
    assert all(swap.odds == 3.0 for swap in strong)


def test_the_context_changes_the_evidence_and_nothing_else() -> None:
    piece = read_piece(MODEL, TOKENS.ids, TOKENS.are_capital, 0)
    assert piece is not None
    asked = piece.with_context(MODEL)
    assert len(asked.evidence.ratios) == len(piece.evidence.ratios)
    assert not np.allclose(asked.evidence.ratios, piece.evidence.ratios)


def test_an_empty_row_has_nothing_doubtful() -> None:
    assert read_piece(MODEL, TOKENS.ids[:0], TOKENS.are_capital[:0], 0) is None
