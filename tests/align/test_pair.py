"""Two passages side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from credcheck.align.pair import paired
from tests.align.texts import passage

TEXTS = st.lists(
    st.sampled_from(["gate", "wall", "market", "the", "of", "rusted", "pillar"]), min_size=1
)


@given(TEXTS, TEXTS, st.integers(-3, 40), st.integers(0, 9))
def test_a_side_knows_where_its_terms_stand(
    left: list[str], right: list[str], low: int, width: int
) -> None:
    pair = paired(passage(" ".join(left)), passage(" ".join(right)))
    found = pair.right.holds(pair.left.terms, low, low + width)
    near = right[max(low, 0) : max(low + width + 1, 0)]
    assert found.tolist() == [word in near for word in left]
    assert pair.right.counts[pair.left.terms].tolist() == [right.count(word) for word in left]


@given(TEXTS, TEXTS)
def test_anchors_are_words_that_are_rare_on_both_sides(left: list[str], right: list[str]) -> None:
    pair = paired(passage(" ".join(left)), passage(" ".join(right)))
    found = list(zip(*(places.tolist() for places in pair.anchors), strict=True))
    assert found == [
        (i, j)
        for i, word in enumerate(left)
        for j, other in enumerate(right)
        if word == other and left.count(word) <= 2 and right.count(word) <= 2
    ]
