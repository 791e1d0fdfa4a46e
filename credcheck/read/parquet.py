"""
The rows of a .parquet file -> documents, a batch at a time. Needs the extra `parquet` (pyarrow).

Columns are named as the fields of a .jsonl file are; all others are never read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from credcheck.read.article import without_text
from credcheck.read.faults import DAMAGED, MISSING_EXTRA, fault
from credcheck.read.files import FoundFile
from credcheck.read.records import Row, among, documents, kind_of
from credcheck.settings import Settings
from credcheck.types import Document, Severity

BATCH_ROWS = 64
_TOLD = ("title", "headline", "byline", "author", "date", "published")


def table(file: FoundFile, stream: BinaryIO, settings: Settings) -> Iterator[Document]:
    """The documents of a .parquet file, in order; `stream` must be seekable."""
    try:
        from pyarrow import parquet
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "pyarrow":
            raise
        severity: Severity = "error" if file.is_named else "warning"
        wrong = ".parquet needs an extra: pip install 'credcheck[parquet]'"
        yield without_text(file, fault(MISSING_EXTRA, wrong, severity=severity))
        return
    try:
        opened = parquet.ParquetFile(stream)
        names = opened.schema_arrow.names
    except Exception as error:  # pyarrow raises by what the bytes lead it to
        wrong = f"no table that can be read: {_why(error)}"
        yield without_text(file, fault(DAMAGED, wrong))
        return
    yield from documents(file, "utf-8", _rows(opened, names, settings), settings)


def _why(error: Exception) -> str:
    return " ".join(str(error).split())[:100] or type(error).__name__


def _rows(opened: object, names: list[str], settings: Settings) -> Iterator[Row]:
    if settings.text_field not in names:
        wrong = f'no column "{settings.text_field}"{among(names)}'
        yield Row(1, wrong=wrong, has_text=False, unit="row")
        return
    asked = (settings.text_field, settings.id_field, settings.source_field, *_TOLD)
    columns = [name for name in dict.fromkeys(asked) if name in names]
    number = 0
    try:
        batches = opened.iter_batches(BATCH_ROWS, columns=columns)  # type: ignore[attr-defined]
        for batch in batches:
            for record in batch.to_pylist():
                number += 1
                yield _row(record, number, settings.text_field)
    except Exception as error:  # as above
        yield Row(number + 1, wrong=f"row {number + 1} and on: {_why(error)}", unit="row")


def _row(record: Mapping[str, object], number: int, text_field: str) -> Row:
    fields = {name: _plain(value) for name, value in record.items()}
    text = fields[text_field]
    if isinstance(text, str):
        return Row(number, fields, unit="row")
    wrong = f'row {number}: field "{text_field}" is {kind_of(text)}, not text'
    return Row(number, fields, wrong, unit="row")


def _plain(value: object) -> object:
    """Dates as ISO 8601, bytes as the text they hold."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape")
    iso = getattr(value, "isoformat", None)
    return iso() if iso is not None else value
