"""
Find HTML entities left in the text, and write the character they stand for.

## Why it matters
"&#8217;" in the place of an apostrophe stops a reader, and splits the word for every search.

## When it is wrong
An article about HTML that shows an entity on purpose.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from credcheck.types import Edit, Fixer, Span

_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d{0,2});")


def edits(text: str) -> Iterator[Edit]:
    """Edits that put characters in the place of entities."""
    if "&" not in text:
        return
    for match in _ENTITY.finditer(text):
        character = html.unescape(match.group())
        if character != match.group():
            yield Edit(Span(*match.span()), character)


FIXER = Fixer(
    code="BRK201",
    name="entities",
    severity="error",
    message="the entity '{0}' was left in the text",
    edits=edits,
    mends=(("the minister&#8217;s word", "the minister’s word"),),
    untouched=("AT&T and R&D;",),
)
