"""
Find characters that were lost on the way: the replacement character, or a bare "?" in its place.

## Why it matters
A name with a hole in it matches nothing, and a lost currency sign changes a sum.

## When it is wrong
A text about encodings may show the replacement character. Only what cannot have been anything but
an apostrophe is repaired; everything else is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.clean.pieces import marked_pieces
from credcheck.clean.shown_code import is_about_encodings
from credcheck.types import Edit, Fixer, Span

_LOST = re.compile("[\ufffd\x1a]{1,40}|(?:锟斤拷){1,20}")
_BEFORE = re.compile(r"(?<![^\W\d_])[A-Za-z]{1,20}\Z")
_AFTER = re.compile(r"(?:s|re|ve|ll|d|m)(?![^\W\d_])")
_NOT = re.compile(r"t(?![^\W\d_])")
_NEGATED = re.compile(
    r"(?i)\b(?:do|does|did|ca|wo|is|was|are|were|has|have|had|could|would|should|ai|must|need)n\Z"
)
# A question mark inside a word, where English has an apostrophe.
_ASKED = re.compile(
    r"\?(?=(?:s|re|ve|ll|d|m|t)(?![^\W\d_])[ ,.;:]?)(?:(?<=[A-Za-z]{2}\?)|(?<=\bI\?))",
    re.IGNORECASE,
)
# A question mark that opens a word: a lost quotation mark.
_OPENING = re.compile(r"\?(?=[A-Z][a-z]{0,20}[ ,])(?<![^ \n]\?)")
_CLOSING = re.compile(r"[,.!]\?(?=\s|\Z)(?<=[a-z][,.!]\?)")

# In a text that lost characters: "Ren?e", "costs ?45", "a ?gift to all? of them".
_DOUBTFUL = re.compile(
    r"(?<=[A-Za-z])\?(?=[a-z]{1,12}\b)(?<![/=&]\w\?)"
    r"|(?<=[a-z] )\?(?=\d)|(?<=[a-z] )\?(?=[a-z]{1,20} )"
)
_QUOTED = re.compile(r"(?<=[a-z] )\?[a-z][^?\n]{1,200}[a-z.,!]\?(?=\s[a-z])")

# What both find, within a piece of text without white space.
_MAY_BE_LOST = re.compile(r"\?(?:(?<= \?)[A-Z]|(?<=[A-Z]\?)[A-Z])", re.IGNORECASE)


def edits(text: str) -> Iterator[Edit]:
    """Edits that put apostrophes back, and report every other loss."""
    found = [*_replaced(text), *_asked(text), *_paired(text)]
    if found:
        known = {edit.span for edit in found}
        found += (edit for edit in _doubtful(text) if edit.span not in known)
    if found and not is_about_encodings(text):
        yield from found


def _doubtful(text: str) -> Iterator[Edit]:
    """Question marks inside words, before sums and round words, where characters were lost."""
    if "?" in text:
        for match in _DOUBTFUL.finditer(text):
            place = match.start() + match.group().index("?")
            yield Edit(Span(place, place + 1), None, "a '?' for a lost character")


def _paired(text: str) -> Iterator[Edit]:
    """Two question marks round some words, which ask nothing."""
    for match in _QUOTED.finditer(text) if " ?" in text else ():
        for place in (match.start(), match.end() - 1):
            yield Edit(Span(place, place + 1), None, "a '?' for a quotation mark")


def _replaced(text: str) -> Iterator[Edit]:
    """Replacement characters and what Chinese encodings make of them."""
    if not any(lost in text for lost in "\ufffd\x1a锟"):
        return
    for match in _LOST.finditer(text):
        mended = _apostrophe(text, match) if len(match.group()) == 1 else None
        yield Edit(Span(*match.span()), mended, "a character was lost")


def _asked(text: str) -> Iterator[Edit]:
    """Question marks where no question is."""
    if "?" not in text or not _MAY_BE_LOST.search(marked_pieces(text)):
        return
    for match in _ASKED.finditer(text):
        if _apostrophe(text, match):
            yield Edit(Span(*match.span()), "’", "a '?' inside a word")
    opened = list(_OPENING.finditer(text))
    for match in (*opened, *(_CLOSING.finditer(text) if opened else ())):
        yield Edit(Span(match.end() - 1, match.end()), None, "a '?' for a quotation mark")


def _apostrophe(text: str, lost: re.Match[str]) -> str | None:
    before = text[max(0, lost.start() - 21) : lost.start()]
    if _NOT.match(text, lost.end()):
        return "’" if _NEGATED.search(before) else None
    is_apostrophe = _BEFORE.search(before) and _AFTER.match(text, lost.end())
    return "’" if is_apostrophe else None


FIXER = Fixer(
    code="BRK103",
    name="lost-characters",
    severity="error",
    message="{2}: '{0}'",
    edits=edits,
    mends=(
        ("The bridge didn\ufffdt hold.", "The bridge didn’t hold."),
        ("The mayor\ufffds office", "The mayor’s office"),
        ("The mayor\x1as office", "The mayor’s office"),
        ("The mayor?s office isn?t open.", "The mayor’s office isn’t open."),
        ("Mr Gonz\ufffdlez, who owes \ufffd40", "Mr Gonz\ufffdlez, who owes \ufffd40"),
        ("It isn?t a ?gift to all? of them.", "It isn’t a ?gift to all? of them."),
    ),
    untouched=(
        "Who knows?So what? What?!",
        "The search page takes ?s=term and ?page=2.",
        "Unicode reserves \ufffd for characters that could not be read.",
        "Is it open ? No. Why ? he asked. And how? she said. Really?yes, and who?we asked ?no.",
    ),
)
