"""
A path, a stream, a record -> Document; a module per format.

    found = find_files(paths, settings)          # names only; raises ReadError
    for item in items(found, settings):          # a file not opened yet, or a record
        document = open_item(item, settings)     # one document; may run in a worker process

`read` does the three in one. Whatever is wrong with a file becomes a `Fault` of its document.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from credcheck.read.article import article, unreadable, without_text
from credcheck.read.encode import EncodeError, encode
from credcheck.read.faults import failure
from credcheck.read.files import RECORD_FORMATS, FoundFile, ReadError, find_files, reason
from credcheck.read.held import HeldPage
from credcheck.settings import Settings
from credcheck.types import Document

__all__ = [
    "EncodeError",
    "FoundFile",
    "HeldPage",
    "Item",
    "ReadError",
    "encode",
    "find_files",
    "is_unreadable",
    "items",
    "open_item",
    "read",
]

Item = FoundFile | HeldPage | Document

# The longest novels come to some 7 MB. A file of plain text takes some 9 s and 180 MB of memory a
# megabyte (benchmarks/speed/read.md), so that one of 100 MB would take the machine down.
BYTES_MAX = {"txt": 2**24, "md": 2**24, "html": 2**25}
# Standard input is kept in memory up to here, then on disk.
_STDIN_MEMORY_BYTES = 2**24


def read(
    paths: Sequence[str | Path],
    settings: Settings,
    *,
    stdin: BinaryIO | None = None,
    stdin_filename: str | None = None,
    root: Path | None = None,
) -> Iterator[Document]:
    """
    Every document under `paths`, one at a time, in order of path.

    Raises:
        ReadError: if a path does not exist or cannot be looked at.
    """
    found = find_files(paths, settings, root=root, stdin_filename=stdin_filename)
    return (open_item(item) for item in items(found, settings, stdin=stdin))


def items(
    found: Iterable[FoundFile], settings: Settings, *, stdin: BinaryIO | None = None
) -> Iterator[Item]:
    """
    What to give to `open_item`, one item a document, lazily and in order.

    A file of one article comes through unopened. Records and standard input are read here, since
    only one process can read a stream; web pages of an archive are not parsed yet.
    """
    for file in found:
        if file.trouble or (file.path and file.format not in RECORD_FORMATS):
            yield file
        elif file.format in RECORD_FORMATS:
            yield from _records(file, settings, stdin)
        else:
            yield article(file, _standard_input(stdin).read())


def open_item(item: Item) -> Document:
    """The document of an item; whatever is wrong with its file is a fault of the document."""
    if isinstance(item, Document):
        return item
    try:
        return _opened(item)
    except Exception as error:
        file = item.file if isinstance(item, HeldPage) else item
        return without_text(replace(file, id=item.id), failure(f"reading {file.format}", error))


def _opened(item: FoundFile | HeldPage) -> Document:
    if isinstance(item, HeldPage):
        return item.document()
    if item.trouble or item.path is None:
        return unreadable(item, item.trouble or "standard input was read already")
    try:
        longest = BYTES_MAX.get(item.format)
        if longest and os.path.getsize(item.path) > longest:
            what = f"longer than any article ({longest:,} bytes)"
            return unreadable(item, f"{what}; split it, or make it a .jsonl of articles")
        data = Path(item.path).read_bytes()
    except OSError as error:
        return unreadable(item, reason(error))
    return article(item, data)


def is_unreadable(document: Document) -> bool:
    """True if nothing could be read of the document, so that nothing in it was checked."""
    return not document.raw.strip() and any(f.rule.startswith("ERR") for f in document.faults)


def _records(file: FoundFile, settings: Settings, stdin: BinaryIO | None) -> Iterator[Item]:
    try:
        with Path(file.path).open("rb") if file.path else _seekable(stdin) as stream:
            yield from _reader(file.format)(file, stream, settings)
    except OSError as error:
        yield unreadable(file, reason(error))
    except Exception as error:
        yield without_text(file, failure(f"reading {file.format}", error))


def _reader(format: str) -> Callable[[FoundFile, BinaryIO, Settings], Iterator[Item]]:
    """What reads the records of a format; loaded when a file of its kind is met."""
    if format == "warc":
        from credcheck.read.warc import pages

        return pages
    if format == "parquet":
        from credcheck.read.parquet import table

        return table
    from credcheck.read.records import records

    return records


def _standard_input(stdin: BinaryIO | None) -> BinaryIO:
    return stdin if stdin is not None else sys.stdin.buffer


def _seekable(stdin: BinaryIO | None) -> BinaryIO:
    spooled = tempfile.SpooledTemporaryFile(max_size=_STDIN_MEMORY_BYTES)  # noqa: SIM115
    shutil.copyfileobj(_standard_input(stdin), spooled)
    spooled.seek(0)
    return cast(BinaryIO, spooled)
