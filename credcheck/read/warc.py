"""
A web archive (.warc, .warc.gz) -> its pages, one at a time. Needs the extra `warc` (warcio).

Pages are what servers answered with success as HTML or plain text; images, scripts, redirects and
requests are passed over. A page is called by its address, its record is its number in the file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from credcheck.read.article import without_text
from credcheck.read.encodings import without_surrogates
from credcheck.read.faults import BAD_RECORD, DAMAGED, EMPTY, MISSING_EXTRA, FaultKind, fault
from credcheck.read.files import FoundFile
from credcheck.read.held import HeldPage
from credcheck.read.records import free
from credcheck.settings import Settings
from credcheck.types import Document, Severity

if TYPE_CHECKING:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.recordloader import ArcWarcRecord

# The longest pages of news sites come to a few megabytes.
PAGE_BYTES_MAX = 2**25
_FORMATS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "txt"}


def pages(file: FoundFile, stream: BinaryIO, settings: Settings) -> Iterator[HeldPage | Document]:
    """The pages of an archive, in order; what is wrong with it becomes a document with a fault."""
    del settings
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "warcio":
            raise
        severity: Severity = "error" if file.is_named else "warning"
        wrong = "web archives need an extra: pip install 'credcheck[warc]'"
        yield without_text(file, fault(MISSING_EXTRA, wrong, severity=severity))
        return
    taken: set[str] = set()
    number = -1
    archive = ArchiveIterator(stream)
    try:
        for number, record in enumerate(iter(partial(_next, archive), None)):
            item = _page(file, record, number, taken)
            if item is not None:
                yield item
            _finished(archive, record)
        # What no longer unpacks, warcio passes over in silence.
        if archive.offset < stream.seek(0, 2):
            raise EOFError("the rest cannot be unpacked")
    except Exception as error:  # a broken archive raises whatever its bytes lead to
        yield _broken(file, number + 1, error)
        return
    if archive.err_count:
        wrong = f"{archive.err_count:,} records are not as long as they say"
        yield without_text(file, fault(DAMAGED, wrong, severity="warning"))
    elif not taken:
        yield without_text(file, fault(EMPTY, "the archive holds no pages of text"))


def _next(archive: ArchiveIterator) -> ArcWarcRecord | None:
    """The next record. warcio speaks of odd lengths on stderr, with text of the file in it."""
    with redirect_stderr(io.StringIO()):
        return next(archive, None)


def _finished(archive: ArchiveIterator, record: ArcWarcRecord) -> None:
    """
    Read what is left of a record.

    Raises:
        EOFError: the archive ends before the record does.
    """
    with redirect_stderr(io.StringIO()):
        archive.read_to_end(record)
    if record.length is None or record.raw_stream.limit > 0:
        raise EOFError("it is cut off")


def _broken(file: FoundFile, read: int, error: Exception) -> Document:
    """A document that says where reading ended, beside the pages read before."""
    why = " ".join(str(error).split())[:100] or type(error).__name__
    where = f"after {read:,} records" if read else "at its start"
    return without_text(file, fault(DAMAGED, f"the archive cannot be read {where}: {why}"))


def _page(
    file: FoundFile, record: ArcWarcRecord, number: int, taken: set[str]
) -> HeldPage | Document | None:
    form = _format(record)
    if form is None:
        return None
    address = record.rec_headers.get_header("WARC-Target-URI") or str(number + 1)
    id = free(without_surrogates(address)[0], taken)
    taken.add(id)
    data = record.content_stream().read(PAGE_BYTES_MAX + 1)
    if len(data) > PAGE_BYTES_MAX:
        wrong = f"record {number}: the page is longer than {PAGE_BYTES_MAX:,} bytes"
        return _unread(file, id, number, BAD_RECORD, wrong)
    return HeldPage(file, f"{file.id}#{id}", number, form, data)


def _unread(file: FoundFile, id: str, number: int, kind: FaultKind, wrong: str) -> Document:
    found = without_text(file, fault(kind, wrong))
    return replace(found, id=f"{file.id}#{id}", source=replace(found.source, record=number))


def _format(record: ArcWarcRecord) -> str | None:
    """What a record is read as; None if it is no page that was delivered."""
    if record.rec_type == "resource":
        told = record.rec_headers.get_header("Content-Type")
    elif record.rec_type == "response" and record.http_headers is not None:
        if record.http_headers.get_statuscode() != "200":
            return None
        told = record.http_headers.get_header("Content-Type")
    else:
        return None
    return _FORMATS.get((told or "").partition(";")[0].strip().lower())
