"""
Find walls of blank lines, and leave one.

## Why it matters
A screen of nothing is where a page held pictures, scripts or an advertisement.

## When it is wrong
Two blank lines are a matter of style and are left alone. Three stand in one article of three in
archives of web pages: they are told for information and left where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.types import Edit, Fixer, Span

_WALL = re.compile(r"\n(?:[ \t\xa0]*\n){3,}")
# Blank lines of a wall; of 980 walls of three or more in 1,146 articles, 964 have three.
_LOW_BLANKS = 3


def edits(text: str) -> Iterator[Edit]:
    """Edits that leave one blank line in the place of many."""
    for match in _WALL.finditer(text):
        is_low = match.group().count("\n") - 1 == _LOW_BLANKS
        yield Edit(Span(*match.span()), "\n\n", "", "unsafe" if is_low else "safe")


FIXER = Fixer(
    code="BRK304",
    name="blank-walls",
    severity="warning",
    message="a wall of blank lines",
    edits=edits,
    mends=(("One.\n\n\n\n\nTwo.", "One.\n\nTwo."),),
    untouched=("One.\n\n\nTwo.",),
)
