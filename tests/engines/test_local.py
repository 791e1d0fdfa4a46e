"""The local engine: one order, whatever the number of workers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.engines.local import LOT_ITEMS, LocalEngine, Spool

ITEMS = st.lists(st.frozensets(st.integers(0, 12), max_size=8), max_size=12)


def square(number: int) -> int:
    return number * number


@pytest.mark.parametrize("jobs", [1, 2])
def test_map_keeps_the_order(jobs: int) -> None:
    numbers = list(range(60))
    assert list(LocalEngine(jobs=jobs).map(square, numbers)) == [square(n) for n in numbers]


def squares(numbers: Sequence[int]) -> Iterator[int]:
    assert len(numbers) <= LOT_ITEMS
    return map(square, numbers)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("size", [0, 7, 61])
def test_lots_keep_the_order(jobs: int, size: int) -> None:
    numbers = list(range(size))
    assert list(LocalEngine(jobs=jobs).map_lots(squares, numbers)) == list(map(square, numbers))


def test_map_takes_no_more_than_it_needs() -> None:
    taken: list[int] = []

    def source() -> Iterator[int]:
        for number in range(10_000):
            taken.append(number)
            yield number

    results = LocalEngine(jobs=1).map(square, source())
    for _ in range(30):
        next(results)
    assert len(taken) < 100


def test_an_error_in_a_worker_reaches_the_caller() -> None:
    with pytest.raises(TypeError):
        list(LocalEngine(jobs=2).map(square, [*range(40), "x"]))


@given(ITEMS, st.sampled_from([0.5, 1.0, 2.5]), st.integers(2, 5))
def test_group_agrees_with_comparing_all_pairs(
    items: list[frozenset[int]], least: float, most: int
) -> None:
    engine = LocalEngine(weight_min=least, key_max_items=most, all_pairs_max_items=0)
    numbered = list(enumerate(items))
    found = [
        (a[0], b[0])
        for a, b in engine.group(lambda some: [sorted(item[1]) for item in some], numbered)
    ]
    holders = {key: sum(key in item for item in items) for key in range(13)}
    expected = [
        (a, b)
        for (a, left), (b, right) in combinations(numbered, 2)
        if sum(Fraction(1, holders[k] - 1) for k in left & right if holders[k] <= most) >= least
    ]
    assert found == expected


def test_in_a_small_folder_all_meet_all() -> None:
    items = [0, 1, 2, 3]
    assert list(LocalEngine().group(lambda some: [[item] for item in some], items)) == list(
        combinations(items, 2)
    )


@given(st.lists(st.text(), max_size=20))
def test_a_spool_gives_back_what_it_was_given(texts: list[str]) -> None:
    spool = Spool(iter(texts))
    assert list(spool) == texts
    assert [spool[n] for n in range(len(spool))] == texts
    assert list(zip(spool, spool, strict=True)) == list(zip(texts, texts, strict=True))


@pytest.mark.parametrize("number", [0, 5, 255, 256, 400])
def test_few_or_many_items_are_kept_alike(number: int) -> None:
    kept = LocalEngine().keep(iter(range(number)))
    assert list(kept) == list(range(number))
    assert len(kept) == number


def test_a_spool_knows_its_end() -> None:
    with pytest.raises(IndexError):
        Spool([1, 2])[2]
