"""A second look at two figures."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from credcheck.support.likeness import first_look
from credcheck.support.reports import Pair, Report
from credcheck.support.second_look import (
    FEATURES,
    SECOND,
    Company,
    Tree,
    score,
    trees,
    values,
)
from credcheck.types import Claim
from tests.support.texts import claims_of

NONE = Company(0, 0)


def seen(left: str, right: str, company: Company = NONE) -> dict[str, float]:
    """The features of the first numbers of two texts."""
    return dict(zip(FEATURES, _values(left, right, company), strict=True))


def _values(left: str, right: str, company: Company) -> tuple[float, ...]:
    pair, one, two = _pair(left, right)
    return values(pair, one, two, first_look(one, two), company)


def _pair(left: str, right: str) -> tuple[Pair, Claim, Claim]:
    ours, theirs = claims_of(left), claims_of(right)
    pair = Pair(Report.of(ours, left), Report.of(theirs, right))
    one, two = (next(c for c in claims if c.measure) for claims in (ours, theirs))
    return pair, one, two


SAME = "The Merev dam above Sarat burst, killing 41 people in three villages."
CHANGED = SAME.replace("41", "14")
OTHER = "Some 310 students of the Karst academy sat for an exam in June."


def test_the_words_beside_are_counted() -> None:
    found = seen(SAME, CHANGED)
    assert found["words after"] == 4
    assert found["order kept"] == 1.0
    assert found["all held least"] == 1.0
    assert found["names apart most"] == 0
    assert found["agreed part"] == 0.0


def test_a_changed_copy_is_likelier_than_another_sentence() -> None:
    near = score(_values(SAME, CHANGED, NONE))
    assert near > score(_values(SAME, OTHER, NONE))


def test_nothing_hangs_on_which_side_is_which() -> None:
    longer = "Rescuers said on Wednesday that 43 people were killed when the Merev dam burst."
    one, two = seen(SAME, longer), seen(longer, SAME)
    assert {name: one[name] for name in SECOND[1:]} == {name: two[name] for name in SECOND[1:]}


def reference(tree: Tree, found: list[float], row: int = 0) -> float:
    """A tree walked by recursion."""
    if row < 0:
        return tree.leaves[-row - 1]
    is_left = found[tree.features[row]] <= tree.thresholds[row]
    return reference(tree, found, tree.left[row] if is_left else tree.right[row])


@given(st.lists(st.floats(-1, 10), min_size=len(FEATURES), max_size=len(FEATURES)))
def test_the_score_is_the_sum_of_all_trees(found: list[float]) -> None:
    expected = sum(reference(tree, found) for tree in trees())
    assert abs(score(found) - expected) < 1e-6


def test_trees_are_whole() -> None:
    for tree in trees():
        ends = [row for row in (*tree.left, *tree.right) if row < 0]
        assert sorted(ends) == list(range(-len(tree.leaves), 0))
        assert max(tree.features, default=0) < len(FEATURES)
