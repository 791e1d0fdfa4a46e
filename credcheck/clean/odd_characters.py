"""
The characters of a text that typewriters lack, each once.

Several fixers look for a few of them; most texts hold a dozen, and to look through those first is
ten times as quick as to look through the text.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ODD = re.compile("[^\n -~]+")


@lru_cache(maxsize=2)
def odd_characters(text: str) -> str:
    """The characters other than printable ASCII and line feeds, in order of their numbers."""
    return "".join(sorted(set("".join(_ODD.findall(text)))))
