"""
A Word document (.docx) -> its text, a line a paragraph, with the way back to each.

A .docx is a zip archive with XML inside (ECMA-376). Footnotes and endnotes follow the text, a text
box stands before the paragraph it hangs on; a row of a table is a line, its cells set off by tabs.
Tracked deletions, moved text at its old place, comments, headers and footers are left out.

The archive is not trusted: sizes are limited before anything is unpacked, and XML with a document
type, the only way to entities that expand, is refused.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from credcheck.read.article import extracted, without_text
from credcheck.read.faults import DAMAGED, fault
from credcheck.read.files import FoundFile
from credcheck.types import Document, PageBlock, Span

# The longest novels come to 10 MB of XML.
XML_BYTES_MAX = 2**26
_ENTRIES_MAX = 10_000
_DEPTH_MAX = 400
_PART = re.compile(r"word/document\d{0,3}\.xml")
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_WORDS = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
# Text that is written down a second time, or stood somewhere else before it was moved.
_LEFT_OUT = frozenset(("moveFrom", "Fallback", "del"))


class DamagedError(ValueError):
    """A document that cannot be read; the message says why, in a few words."""


def word_document(file: FoundFile, data: bytes) -> Document:
    """The document of a .docx file; what is wrong with it becomes its fault."""
    try:
        paragraphs = [found for xml in _parts(data) for found in _paragraphs(xml)]
    except DamagedError as error:
        return without_text(file, fault(DAMAGED, f"no Word document that can be read: {error}"))
    raw, blocks = joined(paragraphs)
    return extracted(file, raw, blocks)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text, its path in the document, and whether it runs on from the one before."""

    text: str
    xpath: str
    is_row: bool = False


def joined(paragraphs: list[Paragraph]) -> tuple[str, tuple[PageBlock, ...]]:
    """A blank line between paragraphs, none between rows of a table."""
    pieces: list[str] = []
    blocks: list[PageBlock] = []
    length = 0
    for number, paragraph in enumerate(paragraphs):
        runs_on = number > 0 and paragraph.is_row and paragraphs[number - 1].is_row
        between = ("\n" if runs_on else "\n\n") if number else ""
        start = length + len(between)
        length = start + len(paragraph.text)
        pieces += (between, paragraph.text)
        blocks.append(PageBlock(Span(start, length), paragraph.xpath))
    return "".join(pieces), tuple(blocks)


def _parts(data: bytes) -> list[bytes]:
    """The main part of the archive, then its notes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if len(names) > _ENTRIES_MAX:
                raise DamagedError(f"{len(names):,} files in the archive")
            part = next((name for name in names if _PART.fullmatch(name)), None)
            if part is None:
                raise DamagedError("an archive without word/document.xml")
            return [_xml(archive, name) for name in (part, *_NOTES) if name in names]
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise DamagedError(_why(error)) from None
    except (RuntimeError, NotImplementedError):
        raise DamagedError("encrypted, or packed in an unknown way") from None


def _xml(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        xml = stream.read(XML_BYTES_MAX + 1)
    if len(xml) > XML_BYTES_MAX:
        raise DamagedError(f"it unpacks to more than {XML_BYTES_MAX:,} bytes")
    return xml


def _why(error: Exception) -> str:
    if isinstance(error, DamagedError):
        return str(error)
    return str(error).lower().partition("\n")[0] or "the archive is cut off"


def _paragraphs(xml: bytes) -> list[Paragraph]:
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError) as error:
        raise DamagedError(_why(error)) from None
    return reader.found


def _refuse(*_: object) -> NoReturn:
    raise DamagedError("XML with a document type")


@dataclass(slots=True)
class _Reader:
    """Gathers paragraphs while the XML goes by."""

    found: list[Paragraph] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    counts: list[Counter[str]] = field(default_factory=lambda: [Counter()])
    left_out: int = 0
    lines: list[list[str]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)

    def start(self, tag: str, _: dict[str, str]) -> None:
        """An element begins."""
        name = self._enter(tag)
        if name in _LEFT_OUT:
            self.left_out += 1
        if name == "p":
            self.lines.append([])
        elif name == "tr":
            self.rows.append([])
        elif name == "tc":
            self.cells.append([])
        elif name in _SIGNS and self.names[-2:-1] == ["r"]:
            self._add(_SIGNS[name])

    def _enter(self, tag: str) -> str:
        """Go one step down; the name without its namespace."""
        if len(self.path) > _DEPTH_MAX:
            raise DamagedError("elements nested too deep")
        name = tag.rpartition(" ")[2]
        step = f"w:{name}" if tag.startswith(_WORDS) else "*"
        counts = self.counts[-1]
        counts["*"] += 1
        counts[name] += 1
        self.path.append(f"{step}[{counts[name if step != '*' else '*']}]")
        self.names.append(name)
        self.counts.append(Counter())
        return name

    def end(self, _: str) -> None:
        """An element ends."""
        name = self.names[-1]
        if name in _LEFT_OUT:
            self.left_out -= 1
        if name == "p":
            self._line("".join(self.lines.pop()).strip())
        elif name == "tc" and self.rows:
            self.rows[-1].append(" ".join(self.cells.pop()))
        elif name == "tr":
            self._line("\t".join(self.rows.pop()).rstrip(), is_row=True)
        self.path.pop()
        self.names.pop()
        self.counts.pop()

    def characters(self, text: str) -> None:
        """Text; only that of a run is shown."""
        if self.names and self.names[-1] == "t":
            self._add(text)

    def _add(self, text: str) -> None:
        if self.lines and not self.left_out:
            self.lines[-1].append(text)

    def _line(self, text: str, *, is_row: bool = False) -> None:
        """A paragraph or row that has ended, given to the cell it stands in if there is one."""
        if not text.strip():
            return
        if self.cells:
            self.cells[-1].append(" ".join(text.split()))
        else:
            self.found.append(Paragraph(text, "/" + "/".join(self.path), is_row))
