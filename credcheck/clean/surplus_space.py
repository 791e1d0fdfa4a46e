"""
Find spaces before punctuation and runs of spaces, and close them up.

## Why it matters
" ," is the trace of text cut into tokens by a program.

## When it is wrong
French sets a space before ; : ! ?; ". . ." is an ellipsis; columns are aligned with spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.types import Edit, Fixer, Span

_BEFORE = re.compile(
    r"(?<=[A-Za-z0-9)”’\"])[ \xa0]{1,3}(?=[,;](?:\s|[a-z])|[.](?!\s\.)(?:\s|$|[A-Z][a-z]))"
)


def edits(text: str) -> Iterator[Edit]:
    """Edits that take out spaces that do not belong."""
    for match in _BEFORE.finditer(text):
        yield Edit(Span(*match.span()), "")


FIXER = Fixer(
    code="BRK303",
    name="surplus-space",
    severity="error",
    message="a space too many",
    edits=edits,
    mends=(("The rain stopped , then it snowed .", "The rain stopped, then it snowed."),),
    untouched=("He paused . . . and left.",),
)
