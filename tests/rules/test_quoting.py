from __future__ import annotations

import pytest

from credcheck.rules.quoting import quoted, quoted_end


@pytest.mark.parametrize(
    ("text", "shown", "end"),
    [
        ("a\n b", "a b", "a b"),
        ("", "", ""),
        ("y" + "x" * 59, "y" + "x" * 59, "y" + "x" * 59),
        ("y" + "x" * 68 + "z", "y" + "x" * 58 + "…", "…" + "x" * 58 + "z"),
    ],
)
def test_a_message_quotes_one_short_line(text: str, shown: str, end: str) -> None:
    assert quoted(text) == shown
    assert quoted_end(text) == end
