from __future__ import annotations

import numpy as np

from credcheck.language.piece import NEIGHBOURHOOD, read_piece
from credcheck.language.substitution_model import substitution_model

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


def test_only_the_neighbourhood_is_read_again() -> None:
    near = np.array([10])
    piece = read_piece(MODEL, TOKENS.ids, TOKENS.are_capital, 0, near)
    assert piece is not None
    for swap in piece.swaps():
        assert swap.start - NEIGHBOURHOOD <= 10 < swap.end + NEIGHBOURHOOD


def test_the_context_changes_the_evidence_and_nothing_else() -> None:
    piece = read_piece(MODEL, TOKENS.ids, TOKENS.are_capital, 0)
    assert piece is not None
    asked = piece.with_context(MODEL)
    assert len(asked.evidence.ratios) == len(piece.evidence.ratios)
    assert not np.allclose(asked.evidence.ratios, piece.evidence.ratios)


def test_an_empty_row_has_nothing_doubtful() -> None:
    assert read_piece(MODEL, TOKENS.ids[:0], TOKENS.are_capital[:0], 0) is None
