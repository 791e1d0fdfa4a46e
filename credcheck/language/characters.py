"""
What each character is to the tokeniser, as two tables over the basic plane.

The tables are built by tools/build_language.py and lie in credcheck/models, since asking Python
about 65,536 characters one by one would take longer than reading a page of text.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

PLANE = 0x10000
SPACE, LETTER, DIGIT, APOSTROPHE, NEWLINE, SEPARATOR, OTHER = range(7)

_APOSTROPHES = "'’"
_SEPARATORS = ",."
_QUOTES = "“”„‟"
_DASHES = "‐‑‒–—―−"


def fold(character: str) -> str:
    """Return the character under which `character` is counted: lower case, plain quotes, dashes."""
    if character in _APOSTROPHES:
        return "'"
    if character in _QUOTES:
        return '"'
    if character in _DASHES:
        return "-"
    lower = character.lower()
    # U+0130 and a few others become two characters; offsets matter more than their case.
    return lower if len(lower) == 1 else character


def classify(character: str) -> int:
    """Return the class of `character` (SPACE, LETTER, ...)."""
    for members, found in (("\n", NEWLINE), (_APOSTROPHES, APOSTROPHE), (_SEPARATORS, SEPARATOR)):
        if character in members:
            return found
    if character.isspace():
        return SPACE
    if character.isascii() and character.isdigit():
        return DIGIT
    is_mark = unicodedata.category(character).startswith("M")
    return LETTER if character.isalpha() or is_mark else OTHER


def character_table() -> NDArray[np.uint16]:
    """Return the table, shape (2, 65536): the folded code point, and the class, of each one."""
    table = np.zeros((2, PLANE), np.uint16)
    for code in range(PLANE):
        character = chr(code)
        folded = ord(fold(character))
        table[:, code] = (folded if folded < PLANE else code), classify(character)
    return table
