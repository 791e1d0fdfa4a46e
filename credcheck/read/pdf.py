"""
A PDF -> its text, with the page each stretch came from. Needs the extra `pdf` (pypdf).

A PDF holds lines, not paragraphs: lines are put together to paragraphs by their length, words that
were parted at a line end are joined where the language model knows the whole, and lines that stand
at the edge of most pages (running heads, page numbers) are left out.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from credcheck.read.article import extracted, without_text
from credcheck.read.encodings import without_surrogates
from credcheck.read.faults import DAMAGED, MISSING_EXTRA, fault
from credcheck.read.files import FoundFile
from credcheck.types import Document, Fault, PageBlock, Severity, Span

if TYPE_CHECKING:
    from pypdf import PdfReader

# A line shorter than this share of the usual line ends its paragraph.
_FULL_LINE_RATIO = 0.75
# A line that stands at the edge of this many pages, and of half of all, is a running head.
_RUNNING_PAGES_MIN = 3
_EDGE_LINES = 2
_NUMBER = re.compile(r"\d{1,9}")
_PAGE_NUMBER = re.compile(r"(?:page )?[-–— ]{0,3}\d{1,4}[-–— ]{0,3}(?:(?:of|/) ?\d{1,4})?", re.I)
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]{0,2}\Z")
_ITEM = re.compile(r"[•◦▪‣*–-] |\d{1,2}[.)] ")
_PARTED = re.compile(r"([^\W\d_]{2,40})-\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]{1,40}")
Lines = list[str]


def pdf(file: FoundFile, data: bytes) -> Document:
    """The document of a PDF file; what is wrong with it becomes its faults."""
    try:
        reader = _opened(data)
    except ModuleNotFoundError as error:
        if error.name != "pypdf":
            raise
        severity: Severity = "error" if file.is_named else "warning"
        wrong = "PDF needs an extra: pip install 'credcheck[pdf]'"
        return without_text(file, fault(MISSING_EXTRA, wrong, severity=severity))
    except Exception as error:  # a broken PDF raises whatever its bytes lead to
        return without_text(file, fault(DAMAGED, f"no PDF that can be read: {_why(error)}"))
    pages, faults = _pages(reader)
    raw, blocks = joined(without_running_heads(pages))
    return extracted(file, raw, blocks, *faults)


def _opened(data: bytes) -> PdfReader:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ValueError("encrypted")
    return reader


def _why(error: Exception) -> str:
    return str(error).lower().partition("\n")[0][:100] or type(error).__name__


def _pages(reader: PdfReader) -> tuple[list[Lines], list[Fault]]:
    """The lines of every page; a page that cannot be read is empty and a fault."""
    pages: list[Lines] = []
    faults: list[Fault] = []
    try:
        count = len(reader.pages)
    except Exception as error:  # as above
        return [], [fault(DAMAGED, f"no PDF that can be read: {_why(error)}")]
    for number in range(count):
        try:
            text = without_surrogates(reader.pages[number].extract_text())[0]
        except Exception as error:  # as above
            faults.append(fault(DAMAGED, f"page {number + 1} cannot be read: {_why(error)}"))
            text = ""
        pages.append([line.strip() for line in text.split("\n")])
    return pages, faults


def without_running_heads(pages: Sequence[Lines]) -> list[Lines]:
    """The pages without page numbers and without what stands at the edge of most of them."""
    edges = Counter(form for page in pages for form in {_form(line) for line in _edges(page)})
    least = max(_RUNNING_PAGES_MIN, len(pages) / 2)
    running = {form for form, count in edges.items() if count >= least}
    return [_inner(page, running) for page in pages]


def _form(line: str) -> str:
    """A line without what changes from page to page."""
    return _NUMBER.sub("0", " ".join(line.casefold().split()))


def _edges(page: Lines) -> Lines:
    lines = [line for line in page if line]
    return lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]


def _inner(page: Lines, running: set[str]) -> Lines:
    lines = list(page)
    while lines and _is_edge(lines[0], running):
        del lines[0]
    while lines and _is_edge(lines[-1], running):
        del lines[-1]
    return lines


def _is_edge(line: str, running: set[str]) -> bool:
    return not line or _form(line) in running or bool(_PAGE_NUMBER.fullmatch(line))


def joined(pages: Sequence[Lines]) -> tuple[str, tuple[PageBlock, ...]]:
    """Pages as one text of paragraphs, and where each of them lies in it."""
    text = ""
    blocks: list[PageBlock] = []
    is_open = False
    for number, lines in enumerate(pages, 1):
        if not lines:
            continue
        page = "".join(_paragraphs(lines))
        if text:
            kept, between = _seam(text, page) if is_open else (len(text), "\n\n")
            text = text[:kept] + between
        blocks.append(PageBlock(Span(len(text), len(text) + len(page)), page=number))
        text += page
        is_open = _runs_on(lines)
    return text, tuple(blocks)


def _runs_on(lines: Lines) -> bool:
    """True if the last sentence of a page is not at its end: a full line without a full stop."""
    is_full = len(lines[-1]) >= _FULL_LINE_RATIO * _usual_length(lines)
    return is_full and not _SENTENCE_END.search(lines[-1])


def _paragraphs(lines: Lines) -> Iterator[str]:
    """The lines with what is to stand between them."""
    usual = _usual_length(lines)
    full = [len(line) >= _FULL_LINE_RATIO * usual for line in lines]
    previous = ""
    was_full = False
    for line, is_full in zip(lines, full, strict=True):
        if not line:
            was_full = False
            continue
        if previous:
            kept, between = _between(previous, line, was_full, is_full)
            yield previous[:kept] + between
        previous, was_full = line, is_full
    yield previous


def _usual_length(lines: Lines) -> int:
    """The length of line that half of the text stands in, or in longer ones."""
    left = sum(map(len, lines)) / 2
    for length in sorted(map(len, lines), reverse=True):
        left -= length
        if left <= 0:
            return length
    return 0


def _between(line: str, following: str, was_full: bool, is_full: bool) -> tuple[int, str]:
    """How much of a line stays, and what follows it."""
    if _ITEM.match(following):
        return len(line), "\n"
    if was_full and not line.endswith(":"):
        return _seam(line, following)
    ends = is_full or (_SENTENCE_END.search(line) and not line.endswith(":"))
    return len(line), "\n\n" if ends else "\n"


def _seam(line: str, following: str) -> tuple[int, str]:
    """A word parted at the line end is joined if the whole is a word; else a space."""
    parted = _PARTED.search(line)
    rest = _FIRST_WORD.match(following)
    if not (parted and rest):
        return len(line), " "
    from credcheck.language.words import is_known

    if is_known((parted[1] + rest[0]).lower()):
        return len(line) - 1, ""
    return len(line), ""
