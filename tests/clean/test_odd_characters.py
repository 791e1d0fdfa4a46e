from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from credcheck.clean.odd_characters import odd_characters


@given(st.text())
def test_all_but_line_feeds_and_printable_ascii(text: str) -> None:
    odd = {c for c in text if c != "\n" and not (c.isascii() and c.isprintable())}
    assert odd_characters(text) == "".join(sorted(odd))
