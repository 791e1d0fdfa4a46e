from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.language.swap_signs import (
    ASKED_SIGNS,
    EDGE_ODDS,
    LEAST_SHARE,
    NEAR_TOKENS,
    SIGNS,
    Offered,
    Told,
    means,
    table_of,
    tables,
)

ODDS = st.lists(st.floats(-9, 9, width=32), min_size=1, max_size=40)


def told_of(odds: list[float], encoder: list[float] | None = None) -> Told:
    size = len(odds)
    rarity = (-np.arange(size) / 8).astype(np.float32)
    heard = None if encoder is None else np.array(encoder, np.float32)
    return Told(np.array(odds, np.float32), rarity, np.arange(size) % 3 == 0, heard)


def offered_of(ratios: list[float]) -> Offered:
    values = np.array(ratios, np.float32)
    return Offered(values, values - 1, values * 0 + 2, values * 0 + 3)


@given(ODDS, st.data())
def test_signs_are_what_a_plain_reading_of_the_tokens_says(
    odds: list[float], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(odds) - 1))
    end = data.draw(st.integers(start + 1, len(odds)))
    told = told_of(odds, odds[::-1])
    (row,) = told.signs(np.array([start]), np.array([end]), offered_of([1.5]))
    inside, share = odds[start:end], 1 / (1 + np.exp(-np.array(odds, np.float64)))
    near = [
        share[place]
        for place in range(max(0, start - NEAR_TOKENS), min(end + NEAR_TOKENS, len(odds)))
        if not start <= place < end
    ]
    expected = {
        "evidence": 1.5,
        "tagger": np.mean(inside),
        "highest": max(inside),
        "lowest": min(inside),
        "before": odds[start - 1] if start else EDGE_ODDS,
        "after": odds[end] if end < len(odds) else EDGE_ODDS,
        "around": np.log(sum(near) / max(1, len(near)) + LEAST_SHARE),
        "whole": np.log(np.mean(share) + LEAST_SHARE),
        "frequency": -(end - 1) / 8,
        "words": end - start,
        "capital": float(start % 3 == 0),
        "weight": 0.5,
        "margin": 2,
        "candidates": 3,
        "encoder": np.mean(odds[::-1][start:end]),
        "encoder highest": max(odds[::-1][start:end]),
    }
    found = dict(zip((*SIGNS, *ASKED_SIGNS), row.tolist(), strict=True))
    assert {name: found[name] for name in expected} == pytest.approx(expected, abs=1e-3)


def test_signs_of_many_spans_are_those_of_each() -> None:
    told = told_of([-3.0, 1.0, 2.0, -1.0, 0.5])
    starts, ends = np.array([0, 1, 1, 4]), np.array([1, 3, 2, 5])
    offered = offered_of([0.0, 1.0, -1.0, 2.0])
    together = told.signs(starts, ends, offered)
    each = [
        told.signs(starts[n : n + 1], ends[n : n + 1], offered.of(np.array([n]))) for n in range(4)
    ]
    np.testing.assert_allclose(together, np.concatenate(each), atol=1e-6)


@given(ODDS, st.data())
def test_means_are_those_of_the_slices(values: list[float], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(values) - 1))
    end = data.draw(st.integers(start + 1, len(values)))
    (found,) = means(np.array(values, np.float32), np.array([start]), np.array([end]))
    assert found == pytest.approx(np.mean(values[start:end]), abs=1e-4)


def test_a_step_counts_above_its_threshold_only() -> None:
    table = table_of([("bias", 0.0, -1.0), ("a", 2.0, 0.5), ("a", 4.0, 0.25)], ("a", "b"))
    values = np.array([[1.0, 9.0], [2.0, 9.0], [2.1, 9.0], [5.0, 9.0]], np.float32)
    assert table.log_odds(values).tolist() == [-1.0, -1.0, -0.5, -0.25]


@pytest.mark.parametrize("is_asked", [False, True])
def test_more_evidence_never_speaks_against_a_swap(is_asked: bool) -> None:
    table = tables()[is_asked]
    names = (*SIGNS, *ASKED_SIGNS)[: len(table.added)]
    for name in ("evidence", "tagger", "highest", *(("encoder",) if is_asked else ())):
        assert (np.diff(table.added[names.index(name)]) >= -1e-4).all(), name


def test_what_the_encoder_takes_for_swapped_is_likelier() -> None:
    starts, ends, offered = np.array([1]), np.array([2]), offered_of([1.0])
    low, high = (
        told_of([-2.0, 0.0, -2.0], [-5.0, odds, -5.0]).odds_of(starts, ends, offered)
        for odds in (-4.0, 4.0)
    )
    assert low < high
