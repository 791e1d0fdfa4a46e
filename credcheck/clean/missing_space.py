"""
Find sentences and clauses that run into one another, and part them.

## Why it matters
"hardships.This" is one word to every search, and the trace of text glued together by a program.

## When it is wrong
Addresses, file names, abbreviations and brand names hold a full stop inside; they are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.types import Edit, Fixer, Span

_AFTER = re.compile(r"(?<=[a-z][a-z])(?:[,;](?=[A-Za-z][a-z]{2})|[.!?](?=[A-Z][a-z]))")
_ADDRESS = re.compile(r"[@/#_=]|www|http")
_DOMAIN = re.compile(r"(?i:com|org|net|gov|edu|js|py|io|tv|co|us|uk|info|biz|me|ly|ai)(?![A-Za-z])")


def edits(text: str) -> Iterator[Edit]:
    """Edits that put a space where one is missing."""
    for match in _AFTER.finditer(text):
        start = max(text.rfind(" ", 0, match.start()), text.rfind("\n", 0, match.start())) + 1
        if not _DOMAIN.match(text, match.end()) and not _ADDRESS.search(
            text[start : match.start()]
        ):
            yield Edit(Span(match.end(), match.end()), " ")


FIXER = Fixer(
    code="BRK302",
    name="missing-space",
    severity="error",
    message="a space is missing",
    edits=edits,
    mends=(("The rain stopped.Then it snowed.", "The rain stopped. Then it snowed."),),
    untouched=("Write to news@example.com or see example.com.",),
)
