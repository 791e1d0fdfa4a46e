"""Copied words, those close to one another joined."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from credcheck.align.cores import copied, in_a_row, joined
from credcheck.align.exact import Region, Runs
from credcheck.align.pairs import laid_out
from tests.align.texts import HARBOUR, ORCHARD, SCHOOL, passage

RUN = st.builds(
    lambda left, right, words: Region(left, left + words, right, right + words),
    st.integers(0, 200),
    st.integers(0, 200),
    st.integers(5, 30),
)


def rows_of(found: list[list[Region]]) -> Runs:
    pairs = [number for number, some in enumerate(found) for _ in some]
    rows = [(r.left_start, r.left_end, r.right_start, r.right_end) for s in found for r in s]
    return Runs(np.array(pairs, np.int64), np.array(rows, np.int64).reshape(-1, 4).T)


def plainly(runs: list[Region]) -> list[Region]:
    """Each run goes with the one right before it if about as few words lie between on both."""
    chains: list[list[Region]] = []
    for run in runs:
        last = chains[-1][-1] if chains else run
        gaps = run.left_start - last.left_end, run.right_start - last.right_end
        is_near = all(-5 <= gap <= 50 for gap in gaps) and abs(gaps[0] - gaps[1]) <= 12
        chains[-1:] = [[*chains[-1], run]] if chains and is_near else [*chains[-1:], [run]]
    return [
        Region(
            chain[0].left_start,
            max(run.left_end for run in chain),
            min(run.right_start for run in chain),
            max(run.right_end for run in chain),
        )
        for chain in chains
    ]


@given(st.lists(st.lists(RUN, max_size=12).map(sorted), min_size=1, max_size=3))
def test_runs_in_a_row_are_joined_as_one_by_one(found: list[list[Region]]) -> None:
    assert in_a_row(rows_of(found)).regions(len(found)) == [plainly(some) for some in found]


@given(st.lists(RUN, max_size=12).map(sorted))
def test_every_run_lies_within_what_is_joined(runs: list[Region]) -> None:
    (rows,) = in_a_row(rows_of([runs])).regions(1)
    for run in runs:
        assert any(
            found.left_start <= run.left_start
            and run.left_end <= found.left_end
            and found.right_start <= run.right_start
            and run.right_end <= found.right_end
            for found in joined(rows)
        )


def test_an_edited_copy_is_one_core_and_two_paragraphs_swapped_are_two() -> None:
    edited = HARBOUR.replace("harbour", "port")
    swapped = f"{ORCHARD} {SCHOOL}", f"{SCHOOL} {ORCHARD}"
    pairs = [(HARBOUR, edited), swapped, (HARBOUR, ORCHARD)]
    found = copied(laid_out([(passage(left), passage(right)) for left, right in pairs]))
    assert [len(cores) for cores in found] == [1, 2, 0]
