"""
Text back to the bytes of its file: the same encoding, byte order mark and unreadable bytes.

`encode(document, document.raw)` gives the file again, byte for byte, whenever the document is
`writable`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from credcheck.read.encodings import LOST
from credcheck.types import Document

_MARK = "\ufeff"


class EncodeError(ValueError):
    """A text that cannot be written in the encoding of its file."""


def encode(document: Document, text: str) -> bytes:
    """
    The bytes of the document's file with `text` in the place of what was read.

    Bytes that could not be read are written as they were, wherever `text` still has their U+FFFD.

    Raises:
        EncodeError: if the document is not a whole file, or a character has no place in the
            encoding of the file.
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
    for old, new in _same_marks(document.raw, text):
        if old in lost:
            yield new, lost[old]


def _lost_places(document: Document) -> Iterator[int]:
    for fault in document.faults:
        if fault.rule == "BRK105":
            yield from range(fault.span.start, fault.span.end)


def _same_marks(old: str, new: str) -> Iterable[tuple[int, int]]:
    """Pairs of places of U+FFFD in the old and the new text, in order."""
    before, after = list(_marks(old)), list(_marks(new))
    if len(before) == len(after):
        return zip(before, after, strict=True)
    return _aligned_marks(old, new)


def _aligned_marks(old: str, new: str) -> Iterator[tuple[int, int]]:
    """As `_same_marks` where some were mended away: by the lines they stand on."""
    left, right = old.splitlines(keepends=True), new.splitlines(keepends=True)
    lefts, rights = _starts(left), _starts(right)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    for _, i, k, j, m in matcher.get_opcodes():
        before = [lefts[i] + place for place in _marks("".join(left[i:k]))]
        after = [rights[j] + place for place in _marks("".join(right[j:m]))]
        if len(before) == len(after):
            yield from zip(before, after, strict=True)


def _starts(lines: list[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _marks(text: str) -> Iterator[int]:
    place = text.find(LOST)
    while place >= 0:
        yield place
        place = text.find(LOST, place + 1)
