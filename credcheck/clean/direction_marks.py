"""
Find writing-direction marks in text that only runs one way, and remove them.

## Why it matters
They cannot be seen, they split words for every search, and an override can make a text read
differently from what a program reads.

## When it is wrong
Round Arabic, Urdu, Hebrew and other scripts that run from right to left the marks do real work; a
paragraph with a single such letter is left alone, but for marks inside a Latin word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.clean.odd_characters import odd_characters
from credcheck.types import Edit, Fixer, Span

_MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_LEFTWARD = re.compile(
    "[\u0590-\u05ff\u0600-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]"
)
_LATIN = re.compile("[A-Za-z\xc0-\u024f]")


def edits(text: str) -> Iterator[Edit]:
    """Edits that remove direction marks without work."""
    if not _MARKS.search(odd_characters(text)):
        return
    last, is_leftward = -1, False
    for match in _MARKS.finditer(text):
        start = match.start()
        if start >= last:
            opened = text.rfind("\n", 0, start) + 1
            closed = text.find("\n", start)
            last = len(text) if closed < 0 else closed
            is_leftward = _LEFTWARD.search(text, opened, last) is not None
        if not is_leftward or _is_inside_word(text, match.start(), match.end()):
            reason = " ".join(f"U+{ord(mark):04X}" for mark in match.group()[:3])
            yield Edit(Span(*match.span()), "", reason)


def _is_inside_word(text: str, start: int, end: int) -> bool:
    return bool(_LATIN.match(text[max(0, start - 1) : start]) and _LATIN.match(text[end : end + 1]))


FIXER = Fixer(
    code="BRK106",
    name="direction-marks",
    severity="error",
    message="a direction mark with nothing to turn ({2})",
    edits=edits,
    mends=(
        ("\u200eThe port closed.\u200f", "The port closed."),
        ("Call \u202a+44 20 7946 0000\u202c now.", "Call +44 20 7946 0000 now."),
        ("Greeting: سلام, par\u200eliament", "Greeting: سلام, parliament"),
        ("an \u202eelif.exe\u202c file", "an elif.exe file"),
    ),
    untouched=(
        "The paper \u200fروزنامه جنگ\u200f reported it.",
        "He wrote \u2067שלום\u2069 on the wall.",
        "\u202bیہ خبر (BBC) سے ہے\u202c",
    ),
)
