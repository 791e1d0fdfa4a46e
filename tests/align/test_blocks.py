"""Word-level differences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from credcheck.align.blocks import Difference, compared, letters_of
from credcheck.align.exact import Region
from credcheck.align.pairs import laid_out
from tests.align.texts import passage

WORDS = st.lists(st.sampled_from(["gate", "wall", "market", "the", "of"]), min_size=1, max_size=20)


def difference_of(left: str, right: str) -> Difference:
    both = passage(left), passage(right)
    whole = Region(0, len(both[0].words), 0, len(both[1].words))
    (letters,) = letters_of(laid_out([both]), [[whole]])
    return compared(*both, whole, letters)


@given(WORDS, WORDS)
def test_blocks_lead_from_the_left_words_to_the_right_ones(
    left: list[str], right: list[str]
) -> None:
    texts = " ".join(left), " ".join(right)
    difference = difference_of(*texts)
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
    found = difference_of(*texts)
    kept = [b.left.of(texts[0]).split() for b in found.blocks if b.operation == "keep"]
    replaced = [b.left.of(texts[0]).split() for b in found.blocks if b.operation == "replace"]
    assert found.kept == sum(map(len, kept))
    assert found.replaced == sum(map(len, replaced))
    assert (found.score == 100) == (left == right)


def test_an_insertion_stands_where_its_words_would() -> None:
    found = difference_of("the gate", "the old gate")
    (block,) = (b for b in found.blocks if b.operation == "insert")
    assert (block.left.start, block.left.end) == (3, 3)
    assert block.right.of("the old gate") == "old"


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=4))
def test_letters_are_equal_where_shared_words_are(texts: list[tuple[list[str], list[str]]]) -> None:
    pairs = laid_out([(passage(" ".join(left)), passage(" ".join(right))) for left, right in texts])
    wholes = [[Region(0, len(left), 0, len(right))] * 2 for left, right in texts]
    for number, found in enumerate(letters_of(pairs, wholes)):
        left, right = texts[number // 2]
        written = dict(zip([*left, *right], [*found.left, *found.right], strict=True))
        assert [written[word] for word in left] == [*found.left]
        shared = set(left) & set(right)
        assert len({written[word] for word in shared}) == len(shared)
        assert not {written[word] for word in shared} & {
            written[word] for word in {*left, *right} - shared
        }


def test_letters_of_a_part_are_those_of_its_words() -> None:
    (found,) = letters_of(
        laid_out([(passage("the old gate"), passage("a gate"))]), [[Region(1, 3, 0, 2)]]
    )
    part = found.part(Region(2, 3, 1, 2), Region(1, 3, 0, 2))
    assert part.left == part.right == found.left[1]
