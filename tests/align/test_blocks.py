"""Word-level differences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from credcheck.align.blocks import compared
from credcheck.align.exact import Region
from tests.align.texts import passage

WORDS = st.lists(st.sampled_from(["gate", "wall", "market", "the", "of"]), min_size=1, max_size=20)


@given(WORDS, WORDS)
def test_blocks_lead_from_the_left_words_to_the_right_ones(
    left: list[str], right: list[str]
) -> None:
    texts = " ".join(left), " ".join(right)
    difference = compared(passage(texts[0]), passage(texts[1]), Region(0, len(left), 0, len(right)))
    written: list[str] = []
    read: list[str] = []
    cost = 0
    for block in difference.blocks:
        before, after = block.left.of(texts[0]).split(), block.right.of(texts[1]).split()
        read += before
        written += before if block.operation == "keep" else after
        assert (before == after) == (block.operation == "keep")
        assert (not before) == (block.operation == "insert")
        assert (not after) == (block.operation == "delete")
        cost += max(len(before), len(after)) * (block.operation != "keep")
    assert (read, written) == (left, right)
    assert cost == Levenshtein.distance(left, right)


@given(WORDS, WORDS)
def test_counts_and_score_agree_with_the_blocks(left: list[str], right: list[str]) -> None:
    texts = " ".join(left), " ".join(right)
    found = compared(passage(texts[0]), passage(texts[1]), Region(0, len(left), 0, len(right)))
    kept = [b.left.of(texts[0]).split() for b in found.blocks if b.operation == "keep"]
    replaced = [b.left.of(texts[0]).split() for b in found.blocks if b.operation == "replace"]
    assert found.kept == sum(map(len, kept))
    assert found.replaced == sum(map(len, replaced))
    assert (found.score == 100) == (left == right)


def test_an_insertion_stands_where_its_words_would() -> None:
    found = compared(passage("the gate"), passage("the old gate"), Region(0, 2, 0, 3))
    (block,) = (b for b in found.blocks if b.operation == "insert")
    assert (block.left.start, block.left.end) == (3, 3)
    assert block.right.of("the old gate") == "old"
