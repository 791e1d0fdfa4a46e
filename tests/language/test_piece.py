from __future__ import annotations

import numpy as np
import pytest

from credcheck.language.piece import read_piece
from credcheck.language.substitution_model import substitution_model
from credcheck.language.swap_signs import MOST_MARGIN, Told

MODEL = substitution_model()
TOKENS = MODEL.language.vocabulary.tokens(
    "The overseas minister will go to the capital subsequent week, officials mentioned, and a"
    " whole lot of folks took half in the assembly, which the authorities known as a triumph."
)


def test_places_are_counted_from_the_offset() -> None:
    here, there = (read_piece(MODEL, TOKENS.ids, TOKENS.are_capital, at) for at in (0, 1000))
    assert here is not None
    assert there is not None
    starts = [swap.start for swap in here.swaps(MODEL)]
    assert starts
    assert [swap.start - 1000 for swap in there.swaps(MODEL)] == starts
    assert max(swap.end for swap in here.swaps(MODEL)) <= len(TOKENS)


def test_what_the_candidates_of_a_span_say() -> None:
    piece = read_piece(MODEL, TOKENS.ids, TOKENS.are_capital, 0)
    assert piece is not None
    offered = piece.offered(MODEL.candidates)
    weights = MODEL.candidates.weight_values[MODEL.candidates.weights]
    for place in range(len(piece.spans)):
        of_span = np.flatnonzero(piece.rows.spans == place)
        best, *others = sorted(piece.evidence.scores[of_span].tolist(), reverse=True)
        margin = min(best - others[0], MOST_MARGIN) if others else MOST_MARGIN
        assert offered.margins[place] == pytest.approx(margin, abs=1e-5)
        assert offered.counts[place] == pytest.approx(np.log(1 + len(of_span)))
        row = of_span[np.argmax(piece.evidence.scores[of_span])]
        assert offered.weights[place] == weights[piece.rows.pairs[row]]
    assert offered.ratios is piece.evidence.ratios


def test_a_span_that_the_tagger_takes_for_swapped_is_likelier() -> None:
    piece = read_piece(MODEL, TOKENS.ids, TOKENS.are_capital, 0)
    assert piece is not None
    rarity = MODEL.language.unigrams.take(TOKENS.ids)
    low, high = (
        piece.span_odds(
            Told(np.full(len(TOKENS), odds, np.float32), rarity, TOKENS.are_capital),
            MODEL.candidates,
        )
        for odds in (-5.0, 3.0)
    )
    assert (low < high).all()


def test_what_the_odds_speak_for_is_found_too() -> None:
    piece = read_piece(MODEL, TOKENS.ids, TOKENS.are_capital, 0)
    assert piece is not None
    spans = len(piece.spans)
    weak, strong = (piece.swaps(MODEL, np.full(spans, odds, np.float32)) for odds in (-9.0, 3.0))
    assert {swap.start for swap in piece.swaps(MODEL)} == {swap.start for swap in weak}
    assert len(strong) > len(weak)
    assert all(swap.odds == 3.0 for swap in strong)


def test_the_context_changes_the_evidence_and_nothing_else() -> None:
    piece = read_piece(MODEL, TOKENS.ids, TOKENS.are_capital, 0)
    assert piece is not None
    asked = piece.with_context(MODEL)
    assert len(asked.evidence.ratios) == len(piece.evidence.ratios)
    assert not np.allclose(asked.evidence.ratios, piece.evidence.ratios)


def test_each_swap_names_what_stood_there_by_rank_gains_and_context() -> None:
    piece = read_piece(MODEL, TOKENS.ids, TOKENS.are_capital, 0)
    assert piece is not None
    table, naming = MODEL.candidates, MODEL.naming
    for asked in (piece, piece.with_context(MODEL)):
        for swap in asked.swaps(MODEL):
            rows = [row for row, pair in enumerate(asked.rows.pairs) if pair in swap.pairs]
            for row, score in zip(rows, swap.scores.tolist(), strict=True):
                left = np.clip(asked.rows.left_gains[row], -6, 6)
                right = np.clip(asked.rows.right_gains[row], -6, 6)
                joins = asked.rows.joins[row]
                expected = (
                    table.weight_values[table.ranks[asked.rows.pairs[row]]]
                    + naming.left * left
                    + naming.right * right
                    + naming.both * min(left, right)
                    + naming.join * joins
                    + naming.joined * (joins == 2)
                    + (0 if asked.named is None else asked.named[row])
                )
                assert score == pytest.approx(expected, abs=1e-4)


def test_an_empty_row_has_nothing_doubtful() -> None:
    assert read_piece(MODEL, TOKENS.ids[:0], TOKENS.are_capital[:0], 0) is None
