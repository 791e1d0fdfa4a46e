"""
Bytes to text, and text back to the same bytes.

Order: byte order mark, UTF-16 without one, UTF-8, then detection (`legacy.py`). A byte that no
encoding can read stands as one U+FFFD, and is kept for the way back.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import islice

LOST = "\ufffd"
HEAD_BYTES = 65_536

# Longest first: the mark of UTF-32 starts with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDTH = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}
# Signatures of files that may hold few control characters near their start.
_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\b\x1b")) + b"\x7f"
# Compressed or compiled data has 10 % or more control bytes, damaged text far under 1 %.
_BINARY_RATIO = 0.02
_CONTROLS_MAX = 3
_SURROGATE = re.compile("[\ud800-\udfff]")
_NEWLINE = re.compile(r"\r\n|\r|\n")


class EncodeError(ValueError):
    """A text that cannot be written in the encoding of its file."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """
    A text without surrogates, and all that is needed to write the same bytes again.

    `lost` are the bytes that could not be read, in order, and `places` where in `text` each item
    of them stands as U+FFFD. `is_exact` is false if these bytes cannot be written again.
    """

    text: str
    encoding: str
    bom: bool = False
    lost: tuple[bytes, ...] = ()
    places: tuple[int, ...] = ()
    is_exact: bool = True

    @property
    def newline(self) -> str:
        """The commonest line end of the first part of the text."""
        ends = Counter(m.group() for m in islice(_NEWLINE.finditer(self.text), 1000))
        return max(ends, key=lambda end: (ends[end], end)) if ends else "\n"


def decode(data: bytes) -> Decoded:
    """
    The text of a file.

    Raises:
        ValueError: if the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return decode_as(data[len(mark) :], encoding, bom=True)
    if _is_binary(data):
        wide = _wide_without_mark(data)
        if wide is None:
            raise ValueError("binary data")
        return decode_as(data, wide)
    return decode_as(data, encoding_of(data))


def encoding_of(data: bytes) -> str:
    """The encoding of bytes that have no byte order mark and are not UTF-16."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        from credcheck.read.legacy import legacy_encoding

        return legacy_encoding(data) or "utf-8"
    return "utf-8"


def encoding_of_head(head: bytes) -> tuple[str, int]:
    """Encoding and length of the byte order mark, from the first bytes of a long file."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    if _is_binary(head):
        wide = _wide_without_mark(head)
        if wide is None:
            raise ValueError("binary data")
        return wide, 0
    return encoding_of(_whole_characters(head)), 0


def _whole_characters(head: bytes) -> bytes:
    """The head without a UTF-8 character that its end may have cut."""
    for length in range(1, min(4, len(head)) + 1):
        if head[-length] >= 0xC0:
            return head[:-length]
        if head[-length] < 0x80:
            break
    return head


def _is_binary(data: bytes) -> bool:
    if data.startswith(_SIGNATURES):
        return True
    head = data[:HEAD_BYTES]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > max(_CONTROLS_MAX, _BINARY_RATIO * len(head))


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 or UTF-32 told by where its zero bytes stand, and by giving nothing but characters."""
    if data.startswith(_SIGNATURES) or len(data) % 2:
        return None
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        try:
            text = data[: HEAD_BYTES - HEAD_BYTES % 4].decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_prose(text):
            return encoding
    return None


def _is_prose(text: str) -> bool:
    """True if nearly every character is assigned and there are spaces in plain ASCII."""
    odd = sum(
        unicodedata.category(c) in {"Cc", "Cn", "Co", "Cs"} for c in text if c not in "\r\n\t\f"
    )
    return odd <= _BINARY_RATIO * len(text) and any(c in " \n" for c in text)


def decode_as(data: bytes, encoding: str, *, bom: bool = False) -> Decoded:
    """The text of bytes in a known encoding, without the byte order mark."""
    whole = len(data) - len(data) % _WIDTH.get(encoding, 1)
    text, tail = _escaped(data[:whole], encoding), data[whole:]
    if text is None:
        return Decoded(data.decode(encoding, "replace"), encoding, bom, is_exact=False)
    clean, places = without_surrogates(text)
    lost = tuple(_bytes_of(text[place], encoding) for place in places)
    is_exact = encoding == "utf-8" or text.encode(encoding, handler_of(encoding)) == data[:whole]
    if tail:
        return Decoded(clean + LOST, encoding, bom, (*lost, tail), (*places, len(clean)), is_exact)
    return Decoded(clean, encoding, bom, lost, places, is_exact)


def handler_of(encoding: str) -> str:
    """The error handler that turns what cannot be read into lone surrogates, and back."""
    return "surrogatepass" if encoding in _WIDTH else "surrogateescape"


def _escaped(data: bytes, encoding: str) -> str | None:
    """Text with a lone surrogate for all that cannot be read; None if that is not possible."""
    try:
        return data.decode(encoding, handler_of(encoding))
    except UnicodeDecodeError:
        return None


def _bytes_of(surrogate: str, encoding: str) -> bytes:
    return surrogate.encode(encoding, handler_of(encoding))


def without_surrogates(text: str) -> tuple[str, tuple[int, ...]]:
    """The text with U+FFFD for every lone surrogate, and where those stand."""
    places = tuple(m.start() for m in _SURROGATE.finditer(text))
    return (_SURROGATE.sub(LOST, text), places) if places else (text, ())
