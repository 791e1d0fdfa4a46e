from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from credcheck.lexicons.sorted_rows import BLOCK_BYTES, SortedRows, sorted_rows

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\t\n"), max_size=6)


@given(st.dictionaries(CELLS, CELLS), CELLS)
@example({}, "")
@example({f"{number}": "x" * number for number in range(200)}, "")
def test_a_row_is_found_as_in_a_dictionary(of: dict[str, str], other: str) -> None:
    ascending = sorted(of, key=str.encode)
    rows = SortedRows.of("".join(f"{key}\t{of[key]}\n" for key in ascending).encode())
    assert dict(rows) == of
    assert {key: rows.get(key) for key in of} == of
    assert rows.get(other) == of.get(other)
    assert len(rows.first_cells) <= len(rows.data) // BLOCK_BYTES + 1


@pytest.mark.parametrize("name", ["word_stems", "related_stems"])
def test_the_rows_of_the_package_ascend(name: str) -> None:
    lines = sorted_rows(name).data.split(b"\n")
    assert (lines[0], lines[-1]) == (b"", b"")
    keys = [line.partition(b"\t")[0] for line in lines[1:-1]]
    assert keys == sorted(set(keys))
