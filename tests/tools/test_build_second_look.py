"""The trees of the second look."""

from __future__ import annotations

from credcheck.support.second_look import FEATURES
from tools.build_second_look import examples, row_of


def test_equal_figures_are_of_one_thing_and_differing_ones_of_two() -> None:
    event = {
        "a": "The Merev dam above Sarat burst on Tuesday, killing 41 people and ruining 212 homes.",
        "b": "When the Merev dam burst above Sarat it killed 41 people, rescuers in Karst said. "
        "The dam above Sarat had ruined 318 homes.",
    }
    found = list(examples([event]))
    assert all(len(values) == len(FEATURES) for values, _ in found)
    assert {is_same for _, is_same in found} == {True, False}


def test_a_tree_becomes_a_row() -> None:
    leaf = [{"leaf_value": value} for value in (0.5, -1.25, 2.0)]
    inner = {"split_feature": 7, "threshold": 0.25, "left_child": leaf[1], "right_child": leaf[2]}
    root = {"split_feature": 3, "threshold": 1.5, "left_child": leaf[0], "right_child": inner}
    assert row_of(root) == "3,1.5,-1,1 7,0.25,-2,-3\t0.5000 -1.2500 2.0000"
