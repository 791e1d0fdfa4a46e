"""
The characters of a text that typewriters lack, each once.

Several fixers look for a few of them; most texts hold a dozen, and to look through those first is
a hundred times as quick as to look through the text.
"""

from __future__ import annotations

from functools import lru_cache

_TYPED = bytes((10, *range(32, 127)))


@lru_cache(maxsize=2)
def odd_characters(text: str) -> str:
    """The characters other than printable ASCII and line feeds, in order of their numbers."""
    # No search is as quick as deleting bytes by table.
    odd = text.encode("utf-8", "surrogatepass").translate(None, _TYPED)
    return "".join(sorted(set(odd.decode("utf-8", "surrogatepass"))))
