from __future__ import annotations

import numpy as np

from credcheck.language.static_function import mix
from tools.static_function_builder import build_static_function


def test_the_same_keys_give_the_same_table() -> None:
    mixed = mix(np.arange(1, 4000, dtype=np.uint64))
    values = np.arange(1, 4000, dtype=np.uint32)
    first, second = (build_static_function(mixed, values).cells for _ in range(2))
    assert first.tobytes() == second.tobytes()


def test_a_table_takes_little_more_than_its_keys() -> None:
    mixed = mix(np.arange(100_000, dtype=np.uint64))
    cells = build_static_function(mixed, np.zeros(100_000, np.uint32)).cells
    assert cells.size < 1.25 * 100_000
