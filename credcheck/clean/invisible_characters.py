"""
Find characters that cannot be seen: controls, zero-width spaces, stray joiners; take them out.

## Why it matters
They split words for every search, and hide what was pasted together.

## When it is wrong
Zero-width joiners and non-joiners are letters in Persian and Indic scripts and hold emoji
together; there they stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.types import Edit, Fixer, Span

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200d\u2028\u2029\u2060\ufeff]"
)


def edits(text: str) -> Iterator[Edit]:
    """Edits that take out what cannot be seen."""
    for match in _INVISIBLE.finditer(text):
        if not _is_joiner(text, match.start()):
            separator = "\n" if match.group() in "\u2028\u2029" else ""
            yield Edit(Span(*match.span()), separator, f"U+{ord(match.group()):04X}")


def _is_joiner(text: str, place: int) -> bool:
    if text[place] not in "\u200c\u200d" or not 0 < place < len(text) - 1:
        return False
    return text[place - 1] > "\x7f" and text[place + 1] > "\x7f"


FIXER = Fixer(
    code="BRK102",
    name="invisible-characters",
    severity="error",
    message="an invisible character ({2})",
    edits=edits,
    mends=(("par\u200bliament", "parliament"),),
    untouched=("می\u200cخواهم",),
)
