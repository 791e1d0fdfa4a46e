"""Many pairs of passages laid end to end."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.align.pairs import MARGIN_CELLS, NO_TERM, Pairs, Ranking, laid_out, spread
from tests.align.texts import passage

# Words that no stemmer touches.
TEXT = st.lists(
    st.sampled_from(["gate", "wall", "market", "the", "of", "rust", "pillar", "stop."]), min_size=1
)
TEXTS = st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4)
Texts = list[tuple[list[str], list[str]]]


def laid(texts: Texts) -> Pairs:
    return laid_out([(passage(" ".join(a)), passage(" ".join(b))) for a, b in texts])


def sides(texts: Texts) -> list[list[str]]:
    return [[word.strip(".") for word in side] for pair in texts for side in pair]


@given(TEXTS)
def test_every_word_knows_how_often_it_stands_on_the_other_side(texts: Texts) -> None:
    pairs, words = laid(texts), sides(texts)
    for side, own in enumerate(words):
        cells = slice(pairs.starts[side], pairs.ends[side])
        assert pairs.others[cells].tolist() == [words[side ^ 1].count(word) for word in own]
        assert pairs.lengths[cells].tolist() == [len(word) for word in own]
        assert set(pairs.side_of[cells].tolist()) == {side}


@given(TEXTS)
def test_terms_are_equal_within_a_pair_where_words_are_and_nowhere_else(texts: Texts) -> None:
    pairs = laid(texts)
    named = {
        (side >> 1, word, int(pairs.terms[pairs.starts[side] + place]))
        for side, own in enumerate(sides(texts))
        for place, word in enumerate(own)
    }
    assert len({(pair, word) for pair, word, _ in named}) == len(named)
    assert {term for _, _, term in named} == set(range(len(named)))


@given(TEXTS)
def test_empty_cells_stand_round_every_side(texts: Texts) -> None:
    pairs = laid(texts)
    is_empty = pairs.terms == NO_TERM
    for start, end in zip(pairs.starts, pairs.ends, strict=True):
        assert is_empty[start - MARGIN_CELLS : start].all()
        assert is_empty[end : end + MARGIN_CELLS].all()
        assert not is_empty[start:end].any()
    assert not pairs.others[is_empty].any()


@given(TEXTS)
def test_sentences_lie_end_to_end(texts: Texts) -> None:
    pairs = laid(texts)
    for side in range(2 * len(texts)):
        low, high = pairs.sentence_starts[side : side + 2]
        starts, ends = pairs.sentences[low:high].tolist(), pairs.sentence_ends[low:high].tolist()
        assert [pairs.starts[side], *ends[:-1]] == starts
        assert ends[-1] == pairs.ends[side]
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), int(low)):
            assert set(pairs.sentence_of[start:end].tolist()) == {number}
            assert pairs.is_first[start]
            assert pairs.is_first[end]


@given(TEXTS)
def test_anchors_are_words_that_are_rare_on_both_sides(texts: Texts) -> None:
    pairs, words = laid(texts), sides(texts)
    found = list(zip(*(places.tolist() for places in pairs.anchors), strict=True))
    assert found == [
        (pairs.starts[2 * n] + i, pairs.starts[2 * n + 1] + j)
        for n, (left, right) in enumerate(zip(words[::2], words[1::2], strict=True))
        for i, word in enumerate(left)
        for j, other in enumerate(right)
        if word == other and left.count(word) <= 2 and right.count(word) <= 2
    ]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4)), max_size=6))
def test_spread_counts_on_from_each_number(rows: list[tuple[int, int]]) -> None:
    first, counts = np.array(rows, np.int64).reshape(-1, 2).T
    assert spread(first, counts).tolist() == [n + k for n, count in rows for k in range(count)]


def test_too_many_words_at_once_are_refused() -> None:
    ends = np.broadcast_to(np.int64(1 << 15), 1 << 20)
    with pytest.raises(ValueError, match="too many at once"):
        Ranking.of(ends, ends, np.zeros(0, np.uint32))
