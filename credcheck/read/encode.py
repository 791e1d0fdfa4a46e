"""
Text back to the bytes of its file: the same encoding, byte order mark and unreadable bytes.

`encode(document, document.raw)` gives the file again, byte for byte, whenever the document is
`writable`.
"""

from __future__ import annotations

from collections.abc import Iterator

from credcheck.read.encodings import LOST
from credcheck.types import Document

_MARK = "\ufeff"
# Characters that must agree on one side of a U+FFFD for it to be the same one.
_CONTEXT = 8


class EncodeError(ValueError):
    """A text that cannot be written in the encoding of its file."""


def encode(document: Document, text: str) -> bytes:
    """
    The bytes of the document's file with `text` in the place of what was read.

    Bytes that could not be read are written as they were, wherever `text` still has their U+FFFD.

    Raises:
        EncodeError: if the document is not a whole file, a character has no place in the encoding
            of the file, or it is not clear which byte a U+FFFD stands for.
    """
    source = document.source
    if not source.writable:
        raise EncodeError(f"{source.path}: cannot be written back as {source.format}")
    mark = _MARK.encode(source.encoding) if source.bom else b""
    return mark + b"".join(_pieces(document, text))


def _pieces(document: Document, text: str) -> Iterator[bytes]:
    """Encoded text, and between its pieces the bytes that could not be read."""
    position = 0
    for place, lost in _places(document, text):
        yield _encoded(document, text[position:place])
        yield lost
        position = place + 1
    yield _encoded(document, text[position:])


def _encoded(document: Document, text: str) -> bytes:
    encoding = document.source.encoding
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        character = text[error.start]
        name = f"U+{ord(character):04X}"
        reason = f"{character!r} ({name}) cannot be written in {encoding}"
        raise EncodeError(f"{document.source.path}: {reason}; save the file as UTF-8") from None


def _places(document: Document, text: str) -> Iterator[tuple[int, bytes]]:
    """Where in `text` a U+FFFD stands for bytes that could not be read, and those bytes."""
    if not document.source.lost:
        return
    lost = dict(zip(_lost_places(document), document.source.lost, strict=True))
    for old, new in _same_marks(document, text):
        if old in lost:
            yield new, lost[old]


def _lost_places(document: Document) -> Iterator[int]:
    for fault in document.faults:
        if fault.rule == "BRK105":
            yield from range(fault.span.start, fault.span.end)


def _same_marks(document: Document, text: str) -> Iterator[tuple[int, int]]:
    """
    Pairs of places of a U+FFFD in the text as read and in the new text, in order.

    Where some were mended away, the others are known again by the characters before or after them.
    """
    raw = document.raw
    before, after = list(_marks(raw)), list(_marks(text))
    if len(before) == len(after):
        yield from zip(before, after, strict=True)
        return
    waiting = iter(before)
    for new in after:
        old = next((place for place in waiting if _is_same(raw, place, text, new)), None)
        if old is None:
            wrong = "it is not clear which unreadable byte each U+FFFD of the new text stands for"
            raise EncodeError(f"{document.source.path}: {wrong}")
        yield old, new


def _is_same(raw: str, old: int, text: str, new: int) -> bool:
    """True if the characters on one side of both places are the same."""
    ahead = raw[max(0, old - _CONTEXT) : old] == text[max(0, new - _CONTEXT) : new]
    behind = raw[old + 1 : old + 1 + _CONTEXT] == text[new + 1 : new + 1 + _CONTEXT]
    return ahead or behind


def _marks(text: str) -> Iterator[int]:
    place = text.find(LOST)
    while place >= 0:
        yield place
        place = text.find(LOST, place + 1)
