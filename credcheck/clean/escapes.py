"""
Find escape sequences ("=E2=80=99", a "u2019" after a backslash), and write their character.

## Why it matters
They stand for quotation marks, dashes and spaces, so that words and quotations no longer match.

## When it is wrong
A text about programming shows escapes, addresses hold "%20", and paths hold backslashes; they are
left alone, and so is code in back-ticks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.clean.pieces import marked_pieces
from credcheck.clean.shown_code import code_spans, is_about_code, is_about_encodings, is_in
from credcheck.types import Edit, Fixer, Span

# Punctuation from U+2010 on and letters with accents: what text is made of.
_PUNCTUATION = "20(?:1[0-9a-eA-E]|2[0-26]|3[0-9aA]|a[cC]|A[cC])"
_ACCENTED = "00(?:[a-fA-F][0-9a-fA-F])"
_BACKSLASHED = re.compile(rf"\\u(?:{_PUNCTUATION}|{_ACCENTED}|00(?:2[267]|3[ceCE]))")
# The backslash lost on the way: "donu2019t", "u201cYes".
_BARE = re.compile(r"u20(?:1[3489cdCD]|26)(?:(?<=[a-z.,!?)]u20..)|(?<=[\s(]u20..))(?![0-9])")
_QUOTED_PRINTABLE = re.compile(r"(?:=(?:E2=80=[89A]|C[23]=[89A-B]|C2=A)[0-9A-F])")
_SOFT_BREAK = re.compile(r"(?<=[a-z,;])=\n(?=[a-z])|(?<=[a-z,;] )=\n|(?<=[\w.,])=20(?=\n)")
_BACKSLASH = re.compile(
    r"(?<=[A-Za-z])\\(?=['’](?:s|t|re|ve|ll|d|m)\b)|\\(?=\"\w)|(?<=[\w.,!?])\\(?=\")"
)
_LINE = re.compile(r"(?<=[.!?”\"])(?:\\r)?(?:\\n){1,3}(?=[A-Z“\"])")
_HINTS = ("\\", "u20", "=E2", "=C3", "=C2", "= ", "=20")


def edits(text: str) -> Iterator[Edit]:
    """Edits that put the character in the place of its escape."""
    pieces = marked_pieces(text)
    if not any(hint in pieces for hint in _HINTS):
        return
    found = [edit for edit in _found(text) if not is_in(code_spans(text), edit.span.start)]
    if found and not is_about_code(text) and not is_about_encodings(text):
        yield from found


def _found(text: str) -> Iterator[Edit]:
    for pattern, start in ((_BACKSLASHED, 2), (_BARE, 1)):
        for match in pattern.finditer(text):
            yield Edit(Span(*match.span()), chr(int(match.group()[start:], 16)))
    for match in _QUOTED_PRINTABLE.finditer(text):
        octets = bytes.fromhex(match.group().replace("=", ""))
        yield Edit(Span(*match.span()), octets.decode("utf-8", "replace"))
    for match in _BACKSLASH.finditer(text):
        if text.count('\\"') > 1 or text[match.end()] != '"':
            yield Edit(Span(*match.span()), "")
    for match in _LINE.finditer(text):
        yield Edit(Span(*match.span()), "\n\n")
    if text.count("=\n") > 1 or _QUOTED_PRINTABLE.search(text):
        for match in _SOFT_BREAK.finditer(text):
            yield Edit(Span(*match.span()), "")


FIXER = Fixer(
    code="BRK107",
    name="escapes",
    severity="error",
    message="the escape sequence '{0}' was left in the text",
    edits=edits,
    mends=(
        ("The mayor\\u2019s office", "The mayor’s office"),
        ("The mayoru2019s office said: u201cNou201d.", "The mayor’s office said: “No”."),
        ("The mayor=E2=80=99s caf=C3=A9", "The mayor’s café"),
        ("The caf=C3=A9 will stay clo=\nsed.", "The café will stay closed."),
        ('It isn\\\'t open, the \\"old\\" port.', 'It isn\'t open, the "old" port.'),
        ("The port closed.\\n\\nIt froze.", "The port closed.\n\nIt froze."),
    ),
    untouched=(
        "C:\\new holds U2019 and u2; see https://example.org/a%20b=20c",
        "In Python source code, write \\u2019 or \\n in the string literal.",
        'LaTeX: \\nu and \\"o in `\\u2019`.',
        "a =\nb",
    ),
)
