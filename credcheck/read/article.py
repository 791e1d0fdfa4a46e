"""The bytes of a file that holds one article -> Document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from credcheck.read.encodings import Decoded, decode
from credcheck.read.faults import BINARY, EMPTY, UNDECODABLE, UNREADABLE, fault
from credcheck.read.files import FoundFile
from credcheck.types import Document, Edit, Fault, Meta, PageBlock, Source, Span

# Bytes of Windows-1252 that are common as such: quotation marks, dashes, signs, and letters but
# those that are far oftener the first byte of a UTF-8 character that was cut.
_SIGNS = b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa9\xab\xae\xb0\xbb"
_FIRST_BYTES = b"\xc2\xc3\xd0\xd1\xd7\xe2\xf0\xf7"
_LIKELY = frozenset(bytes([b]) for b in (*_SIGNS, *range(0xC0, 0xFF)) if b not in _FIRST_BYTES)


# Formats that hold more than text: the module and the function that take the text out. Each is
# loaded when a file of its kind is met.
_OPENED = {
    "html": ("credcheck.read.pages", "page"),
    "docx": ("credcheck.read.word", "word_document"),
    "pdf": ("credcheck.read.pdf", "pdf"),
}


def article(file: FoundFile, data: bytes) -> Document:
    """The document in the bytes of a file; what is wrong with them becomes its faults."""
    if not data:
        return without_text(file, fault(EMPTY, "the file is empty"))
    opened = _OPENED.get(file.format)
    if opened is not None:
        module, name = opened
        opener: Callable[[FoundFile, bytes], Document] = getattr(import_module(module), name)
        return opener(file, data)
    try:
        decoded = decode(data)
    except ValueError:
        return without_text(file, fault(BINARY, "a binary file, not text"))
    return plain(file, decoded)


def plain(file: FoundFile, decoded: Decoded) -> Document:
    """The document of a text file: all of it, as it is."""
    faults = tuple(undecodable(decoded))
    if not decoded.text.strip():
        faults = (fault(EMPTY, "the file holds nothing but white space"), *faults)
    source = Source(
        path=file.id,
        format=file.format,
        encoding=decoded.encoding,
        writable=decoded.is_exact and file.path is not None,
        newline=decoded.newline,
        bom=decoded.bom,
        lost=decoded.lost,
    )
    return Document(
        id=file.id,
        source=source,
        raw=decoded.text,
        text=decoded.text,
        meta=_meta(file.format, decoded.text),
        faults=faults,
        is_reported=file.is_reported,
    )


def _meta(format: str, text: str) -> Meta:
    if format != "md":
        return Meta()
    from credcheck.read.front_matter import front_matter

    return front_matter(text)


def extracted(file: FoundFile, raw: str, blocks: tuple[PageBlock, ...], *faults: Fault) -> Document:
    """The document of a text that was taken out of a file, with the way back to its parts."""
    if not raw and not faults:
        faults = (fault(EMPTY, "the file holds no text"),)
    source = Source(file.id, file.format, writable=False, blocks=blocks)
    return Document(
        id=file.id,
        source=source,
        raw=raw,
        text=raw,
        faults=faults,
        is_reported=file.is_reported,
    )


def without_text(file: FoundFile, *faults: Fault) -> Document:
    """A document that has faults in the place of text."""
    source = Source(file.id, file.format, writable=False)
    return Document(file.id, source, "", "", faults=faults, is_reported=file.is_reported)


def unreadable(file: FoundFile, why: str) -> Document:
    """A document for a file that could not be opened."""
    return without_text(file, fault(UNREADABLE, f"cannot be read: {why}"))


def undecodable(decoded: Decoded) -> Iterator[Fault]:
    """One fault for every run of bytes that could not be read."""
    for start, end in _runs(decoded.places):
        lost = decoded.lost[start:end]
        span = Span(decoded.places[start], decoded.places[end - 1] + 1)
        yield fault(UNDECODABLE, _wording(lost, decoded.encoding), span, edit=_repair(lost, span))


def _runs(places: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Ranges of indexes of places that follow one another without a gap."""
    start = 0
    for i in range(1, len(places) + 1):
        if i == len(places) or places[i] != places[i - 1] + 1:
            yield start, i
            start = i


def _wording(lost: tuple[bytes, ...], encoding: str) -> str:
    data = b"".join(lost)
    if not data:
        return "half of a character (an unpaired surrogate)"
    shown = " ".join(f"0x{byte:02X}" for byte in data[:8]) + (" ..." if len(data) > 8 else "")
    noun = "a byte that is" if len(data) == 1 else f"{len(data)} bytes that are"
    return f"{noun} no text in {encoding} ({shown})"


def _repair(lost: tuple[bytes, ...], span: Span) -> Edit | None:
    """What a single byte is in Windows-1252, the likeliest reason for it to stand alone."""
    if len(lost) != 1 or lost[0] not in _LIKELY:
        return None
    character = lost[0].decode("cp1252")
    return Edit(span, character, f"{character} in Windows-1252", "unsafe")
