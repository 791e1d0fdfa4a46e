"""
Find walls of blank lines, and leave one.

## Why it matters
A screen of nothing is where a page held pictures, scripts or an advertisement.

## When it is wrong
Two blank lines are a matter of style and are left alone. Archives of web pages hold walls of three
and more in one article of three, so that a wall is a warning and no error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.types import Edit, Fixer, Span

_WALL = re.compile(r"\n(?:[ \t\xa0]*\n){3,}")


def edits(text: str) -> Iterator[Edit]:
    """Edits that leave one blank line in the place of many."""
    for match in _WALL.finditer(text):
        yield Edit(Span(*match.span()), "\n\n")


FIXER = Fixer(
    code="BRK304",
    name="blank-walls",
    severity="warning",
    message="a wall of blank lines",
    edits=edits,
    mends=(("One.\n\n\n\n\nTwo.", "One.\n\nTwo."),),
    untouched=("One.\n\n\nTwo.",),
)
