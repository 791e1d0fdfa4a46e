"""
What can go wrong while reading, in one place: the codes, and what `credcheck explain` says of them.

A file that cannot be read is a finding and never stops a run.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from types import MappingProxyType

from credcheck.types import Edit, Fault, Severity, Span


@dataclass(frozen=True, slots=True)
class FaultKind:
    """One kind of fault; `documentation` has the form of a rule's docstring."""

    code: str
    name: str
    severity: Severity
    documentation: str


UNREADABLE = FaultKind(
    "ERR001",
    "unreadable-file",
    "error",
    """
Find a file that cannot be opened or read: no permission, gone since the folder was listed, a link
that leads nowhere or round in a circle, a disk error, text longer than any article (over 16 MB).

## Why it matters
What was not read was not checked, and a run that is silent about it looks clean.

## When it is wrong
A file that another program was moving or locking at that moment. Run again, or leave it out with
`exclude`. A file that holds many articles: make it a .jsonl, a record an article.
""",
)
BINARY = FaultKind(
    "ERR002",
    "binary-file",
    "error",
    """
Find a file that is named as text and is not: an image, an archive, a PDF or an office document
under the wrong name.

## Why it matters
Bytes read as letters would give findings without meaning.

## When it is wrong
Text with very many control characters, such as a raw terminal recording. UTF-16 and UTF-32 are
text, with a byte order mark or without.
""",
)
EMPTY = FaultKind(
    "ERR003",
    "empty-file",
    "error",
    """
Find a file or a record without any text: no bytes at all, or only white space.

## Why it matters
An export or a download that failed leaves such files behind.

## When it is wrong
A placeholder kept on purpose. List it in `.credcheckignore`.
""",
)
BAD_RECORD = FaultKind(
    "ERR004",
    "bad-record",
    "error",
    """
Find a record of a .jsonl, .csv, .parquet or .warc file that cannot be read: no valid JSON, no
object, a text field that is missing or holds no text, a quotation mark in a .csv file that is never
closed, a page that unpacks to more than any article has.

## Why it matters
The record was skipped. The others were read.

## When it is wrong
The article is in a field of another name. Say which with `text-field`.
""",
)
NO_TEXT_FIELD = FaultKind(
    "ERR005",
    "no-text-field",
    "error",
    """
Find a .csv or .parquet file without a column, or a .jsonl file whose first records are all without
a field, of the name that `text-field` gives. Nothing more of that file is read.

## Why it matters
None of its articles was checked.

## When it is wrong
The file holds no articles: a list of addresses, a table of figures. In a folder this is only a
warning; leave the file out with `exclude`.
""",
)
NO_ARTICLE = FaultKind(
    "ERR006",
    "no-article-found",
    "info",
    """
Find a web page in which no article stands out from menus, lists and forms. All of its visible text
was read in its place.

## Why it matters
What is page furniture may be read as article, so findings on this page may be about furniture.

## When it is wrong
A short page that is nothing but its article. Nothing was lost then.
""",
)
MISSING_EXTRA = FaultKind(
    "ERR007",
    "missing-extra",
    "error",
    """
Find a file of a kind that is only read with an extra that is not installed: `pdf`, `warc` or
`parquet`.

## Why it matters
The file was not checked. `pip install 'credcheck[pdf]'` (or `warc`, `parquet`) makes it readable.

## When it is wrong
The file is no article. In a folder this is only a warning; leave the file out with `exclude`.
""",
)
DAMAGED = FaultKind(
    "ERR008",
    "damaged-file",
    "error",
    """
Find a .docx, .pdf, .parquet or .warc file whose structure is broken, or that is encrypted or
unpacks to more than any article has; and single pages of a PDF that cannot be read.

## Why it matters
What could not be unpacked was not checked. What could be read before the damage was.

## When it is wrong
Other programs may repair such a file silently while opening it. Save it again with one of them.
""",
)
INTERNAL = FaultKind(
    "ERR009",
    "internal-error",
    "error",
    """
Find a document on which a part of credcheck itself failed: the reading of its format, one rule, one
stage. The message names the part and its exception.

## Why it matters
What that part looks for was not looked for in this document. Every other part and every other file
was checked as usual.

## When it is wrong
It is never the fault of the text. Please report it; `CREDCHECK_TRACEBACK=1` ends the run there and
shows where. `exclude` leaves the file out, `ignore` the rule.
""",
)
UNDECODABLE = FaultKind(
    "BRK105",
    "undecodable-bytes",
    "error",
    """
Find bytes that are no text in the encoding of the rest of the file. Each is read as U+FFFD, the
replacement character.

## Why it matters
The text was put together from parts in different encodings, or cut in the middle of a character.
Readers see a black diamond in the place of a letter, a quotation mark or a dash.

## When it is wrong
The encoding of a file in an old encoding was guessed wrong, and its bytes are sound. Save the file
as UTF-8. `fix` never changes these bytes unasked: where Windows-1252 gives a likely character, it
is offered as an unsafe repair.
""",
)

KINDS = (
    UNREADABLE,
    BINARY,
    EMPTY,
    BAD_RECORD,
    NO_TEXT_FIELD,
    NO_ARTICLE,
    MISSING_EXTRA,
    DAMAGED,
    INTERNAL,
    UNDECODABLE,
)
BY_CODE = MappingProxyType({kind.code: kind for kind in KINDS})
# An exception may quote a whole article.
REASON_MAX_CHARACTERS = 160


def fault(
    kind: FaultKind,
    message: str,
    span: Span | None = None,
    *,
    severity: Severity | None = None,
    edit: Edit | None = None,
) -> Fault:
    """A fault of a kind; it lies at the start of the document unless `span` says where."""
    return Fault(kind.code, message, span or Span(0, 0), severity or kind.severity, edit)


def failure(part: str, error: Exception) -> Fault:
    """
    The fault of a part of credcheck that raised on a document.

    Raises:
        Exception: the error itself, if CREDCHECK_TRACEBACK asks for it.
    """
    return fault(INTERNAL, f"internal error in {part}: {said(error)}")


def said(error: Exception) -> str:
    """
    An exception in one short line.

    Raises:
        Exception: the error itself, if CREDCHECK_TRACEBACK asks for it.
    """
    if os.environ.get("CREDCHECK_TRACEBACK"):
        raise error
    line = " ".join(f"{type(error).__name__}: {error}".split())
    return line if len(line) <= REASON_MAX_CHARACTERS else line[: REASON_MAX_CHARACTERS - 1] + "…"
