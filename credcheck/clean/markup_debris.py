"""
Find HTML tags left in the text, whole or spaced out, and take them out.

## Why it matters
Tags are the trace of a page that was cut up by a program; they stand between the words.

## When it is wrong
An article about programming that shows tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from credcheck.lexicons import entries
from credcheck.types import Edit, Fixer, Span


@cache
def _tag() -> re.Pattern[str]:
    names = "|".join(sorted(entries("html_tags"), key=len, reverse=True))
    value = r"(?:\"[^\"<>]{0,400}\"|'[^'<>]{0,400}'|[^\s\"'<>]{1,400})"
    attribute = rf"\s{{1,2}}[\w:-]{{1,40}}\s{{0,2}}=\s{{0,2}}{value}"
    return re.compile(
        rf"<\s{{0,2}}/?\s{{0,2}}(?:{names})(?=[\s/>])(?:{attribute}){{0,30}}\s{{0,2}}/?\s{{0,2}}>"
        r"|(?<=\s)(?:td|tr|th|table|tbody|h[1-6]) >",
        re.IGNORECASE,
    )


def edits(text: str) -> Iterator[Edit]:
    """Edits that take out tags."""
    if "<" in text or " >" in text:
        for match in _tag().finditer(text):
            yield Edit(Span(*match.span()), " ")


FIXER = Fixer(
    code="BRK202",
    name="markup-debris",
    severity="error",
    message="markup left in the text: '{0}'",
    edits=edits,
    mends=(("He left. < p > She stayed.", "He left.   She stayed."),),
    untouched=("a < b and c > d",),
)
