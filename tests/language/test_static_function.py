from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credcheck.language.static_function import mix, mix_one
from tools.static_function_builder import build_static_function


@given(st.sets(st.integers(0, 2**64 - 1), min_size=1, max_size=300), st.integers(0, 2**31))
@settings(max_examples=40, deadline=None)
def test_every_key_gives_its_value(keys: set[int], seed: int) -> None:
    mixed = mix(np.array(sorted(keys), np.uint64))
    values = np.random.default_rng(seed).integers(0, 2**32, len(mixed), dtype=np.uint32)
    function = build_static_function(mixed, values)
    assert (function.look_up(mixed) == values).all()
    assert function.look_up_one(int(mixed[0])) == values[0]


def test_foreign_keys_rarely_look_like_values_of_a_byte() -> None:
    mixed = mix(np.arange(60_000, dtype=np.uint64))
    function = build_static_function(mixed[:20_000], np.full(20_000, 7, np.uint32))
    assert (function.look_up(mixed[20_000:]) < 256).sum() == 0


def test_a_key_may_occur_once() -> None:
    with pytest.raises(ValueError, match="twice"):
        build_static_function(np.array([5, 5], np.uint64), np.array([1, 2], np.uint32))


@given(st.integers(0, 2**64 - 1))
def test_mixing_one_key_agrees_with_mixing_many(key: int) -> None:
    assert mix_one(key) == int(mix(np.array([key], np.uint64))[0])
