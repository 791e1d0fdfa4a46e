"""
Find letters that were read in the wrong encoding, and read them again.

## Why it matters
UTF-8 read as Windows-1252 turns an apostrophe into three characters; names no longer match.

## When it is wrong
A text that shows mojibake on purpose, to explain it. Only sequences that are all but impossible in
real text are taken (the heuristic of ftfy, by Robyn Speer, Apache-2.0), and only on lines that hold
a suspect character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.clean.rewritten import edits_between
from credcheck.types import Edit, Fixer

_SUSPECT = re.compile("[\x80-\x9f\xa1-\u024f\u0370-\u05ff\u2020-\u2022\u2122\u221a\ufffd]")


def edits(text: str) -> Iterator[Edit]:
    """Edits that re-decode what was decoded wrongly, line by line."""
    if text.isascii():
        return
    done = 0
    while suspect := _SUSPECT.search(text, done):
        start = text.rfind("\n", 0, suspect.start()) + 1
        end = text.find("\n", suspect.start())
        done = len(text) if end < 0 else end
        yield from _line(text[start:done], start)


def _line(line: str, start: int) -> Iterator[Edit]:
    from ftfy import fix_encoding

    mended = fix_encoding(line)
    if mended != line:
        yield from edits_between(line, mended, start)


FIXER = Fixer(
    code="BRK101",
    name="mojibake",
    severity="error",
    message="'{0}' was read in the wrong encoding: '{1}'",
    edits=edits,
    mends=(("The cafÃ© reopened.", "The café reopened."),),
    untouched=("The café reopened.",),
)
