"""
Records of files that hold many -> documents, one at a time, whatever the length of the file.

A record that cannot be read is a document with a fault, and the next one is read.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import BinaryIO

from credcheck.read.article import undecodable, without_text
from credcheck.read.encodings import Decoded, encoding_of_head, handler_of, without_surrogates
from credcheck.read.faults import BAD_RECORD, BINARY, EMPTY, NO_TEXT_FIELD, fault
from credcheck.read.files import FoundFile
from credcheck.settings import Settings
from credcheck.types import Document, Meta, Severity, Source

# Enough to meet the first characters outside ASCII of any corpus that has some.
_HEAD_BYTES = 2**20
# So many bad records at the start and none good, and the file is no corpus of articles.
BAD_RECORDS_MAX = 20
# The csv module's own limit is 131,072; this is the largest it takes on every platform.
_FIELD_CHARACTERS_MAX = 2**31 - 1
_DELIMITERS = ",;\t|"
_SHOWN_FIELDS_MAX = 8
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ][\d:.]{4,15}(?:Z|[+-]\d\d:?\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Row:
    """
    A record as read, or what is wrong with it.

    `line` is 1-based, and `unit` what it counts; `has_text` is false if the record is sound and has
    no text field.
    """

    line: int
    fields: Mapping[str, object] = field(default_factory=dict)
    wrong: str = ""
    has_text: bool = True
    unit: str = "line"


def records(file: FoundFile, stream: BinaryIO, settings: Settings) -> Iterator[Document]:
    """
    The documents of a .json, .jsonl or .csv file, in order.

    `stream` must be seekable; it is read bit by bit (.json at once) and not closed.
    """
    head = stream.read(_HEAD_BYTES)
    try:
        encoding, start = encoding_of_head(head)
    except ValueError:
        yield without_text(file, fault(BINARY, "a binary file, not text"))
        return
    stream.seek(start)
    text = io.TextIOWrapper(stream, encoding, handler_of(encoding), newline=_NEWLINE[file.format])
    try:
        rows = _READERS[file.format](text, settings.text_field)
        yield from documents(file, encoding, rows, settings)
    except UnicodeDecodeError as error:
        yield without_text(file, fault(BAD_RECORD, f"no text in {encoding}: {error.reason}"))
    finally:
        text.detach()


def documents(
    file: FoundFile, encoding: str, rows: Iterator[Row], settings: Settings
) -> Iterator[Document]:
    """One document a row, each with an id of its own; one for the whole file if no row is good."""
    first: list[Row] = []
    for row in islice(rows, BAD_RECORDS_MAX):
        first.append(row)
        if not row.wrong:
            break
    whole = _no_corpus(file, first)
    if whole is not None:
        yield whole
        return
    taken: set[str] = set()
    for number, row in enumerate(chain(first, rows)):
        id = free(_name(row, number, settings.id_field), taken)
        taken.add(id)
        yield _document(file, encoding, row, number, id, settings)


def _no_corpus(file: FoundFile, first: list[Row]) -> Document | None:
    """A document that says the file holds no articles, if its first rows show that."""
    if not first:
        return without_text(file, fault(EMPTY, "the file holds no records"))
    is_enough = len(first) == BAD_RECORDS_MAX or all(not row.has_text for row in first)
    if not (first[-1].wrong and is_enough):
        return None
    wrong = first[0].wrong
    if len(first) > 1:
        wrong = f"none of the first {len(first)} records can be read; {wrong}"
    severity: Severity = "error" if file.is_named else "warning"
    return without_text(file, fault(NO_TEXT_FIELD, wrong, severity=severity))


def _name(row: Row, number: int, id_field: str) -> str:
    """What a record calls itself, or its number from 1."""
    value = row.fields.get(id_field)
    named = isinstance(value, str | int) and str(value).strip()
    return without_surrogates(named)[0] if named else str(number + 1)


def free(name: str, taken: set[str]) -> str:
    """The name, or if it is taken the name with the next number that is free."""
    if name not in taken:
        return name
    count = 2
    while f"{name}~{count}" in taken:
        count += 1
    return f"{name}~{count}"


def _document(
    file: FoundFile, encoding: str, row: Row, number: int, name: str, settings: Settings
) -> Document:
    source = Source(file.id, file.format, encoding, record=number, writable=False)
    read = str(row.fields.get(settings.text_field, ""))
    text, places = without_surrogates(read)
    lost = tuple(_byte_of(read[place]) for place in places)
    faults = tuple(undecodable(Decoded(text, encoding, lost=lost, places=places)))
    if row.wrong:
        faults = (fault(BAD_RECORD, row.wrong),)
    elif not text.strip():
        wrong = f'{row.unit} {row.line}: field "{settings.text_field}" is empty'
        faults = (fault(EMPTY, wrong),)
    return Document(
        id=f"{file.id}#{name}",
        source=source,
        raw=text,
        text=text,
        meta=_meta(row.fields, settings.source_field),
        faults=faults,
        is_reported=file.is_reported,
    )


def _byte_of(surrogate: str) -> bytes:
    """The byte that could not be read; none for half of a pair, as JSON may hold it."""
    return (
        surrogate.encode("utf-8", "surrogateescape") if "\udc80" <= surrogate <= "\udcff" else b""
    )


def _meta(fields: Mapping[str, object], source_field: str) -> Meta:
    """What the fields of a record say of it; "" for a byline or a date that is left empty."""
    date = _asked(fields, "date", "published")
    return Meta(
        title=_first(fields, "title", "headline"),
        byline=_asked(fields, "byline", "author"),
        date=date if not date or _ISO_DATE.fullmatch(date) else None,
        site=_first(fields, source_field),
        links=_links(fields),
    )


def _asked(fields: Mapping[str, object], *names: str) -> str | None:
    """The first value, or "" if a field is there and empty."""
    return _first(fields, *names) or ("" if any(name in fields for name in names) else None)


def _links(fields: Mapping[str, object]) -> int | None:
    """How many links a record lists, if it lists them."""
    listed = fields.get("links", fields.get("urls"))
    return len(listed) if isinstance(listed, list) else None


def _first(fields: Mapping[str, object], *names: str) -> str | None:
    for name in names:
        value = fields.get(name)
        if isinstance(value, str) and value.strip():
            return without_surrogates(value.strip())[0]
    return None


def _json_rows(lines: Iterator[str], text_field: str) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _json_row(line, number, text_field)


def _json_row(line: str, number: int, text_field: str) -> Row:
    try:
        record = json.loads(line, strict=False)
    except json.JSONDecodeError as error:
        wrong = f"line {number}, column {error.colno}: not JSON ({error.msg.lower()})"
        return Row(number, wrong=wrong)
    except (ValueError, RecursionError):
        return Row(number, wrong=f"line {number}: not JSON that can be read")
    return _record_row(record, number, text_field)


def _record_row(record: object, number: int, text_field: str, unit: str = "line") -> Row:
    if not isinstance(record, dict):
        wrong = f"{unit} {number}: {kind_of(record)}, not an object with fields"
        return Row(number, wrong=wrong, unit=unit)
    if text_field not in record:
        wrong = f'{unit} {number}: no field "{text_field}"{among(record)}'
        return Row(number, record, wrong, has_text=False, unit=unit)
    if not isinstance(record[text_field], str):
        wrong = f'{unit} {number}: field "{text_field}" is {kind_of(record[text_field])}, not text'
        return Row(number, record, wrong, unit=unit)
    return Row(number, record, unit=unit)


def _whole_rows(lines: Iterator[str], text_field: str) -> Iterator[Row]:
    """One JSON value: a list of records, an object that holds one, or a single record."""
    whole = "".join(lines)
    if not whole.strip():
        return
    try:
        value = json.loads(whole, strict=False)
    except json.JSONDecodeError as error:
        wrong = f"line {error.lineno}, column {error.colno}: not JSON ({error.msg.lower()})"
        yield Row(1, wrong=wrong, has_text=False)
        return
    except (ValueError, RecursionError):
        yield Row(1, wrong="not JSON that can be read", has_text=False)
        return
    for number, record in enumerate(_listed(value, text_field), 1):
        yield _record_row(record, number, text_field, "record")


def _listed(value: object, text_field: str) -> list[object]:
    if isinstance(value, dict) and text_field not in value:
        lists = [held for held in value.values() if isinstance(held, list)]
        return lists[0] if len(lists) == 1 else [value]
    return value if isinstance(value, list) else [value]


def kind_of(value: object) -> str:
    """What a value is, in words for a message."""
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}
    return "null" if value is None else names.get(type(value), "a number")


def among(fields: Mapping[str, object] | list[str]) -> str:
    """The first names that there are, for a message that says which is missing."""
    shown = ", ".join(f'"{name}"' for name in list(fields)[:_SHOWN_FIELDS_MAX])
    return f"; there are {shown}" if shown else ""


def _csv_rows(lines: Iterator[str], text_field: str) -> Iterator[Row]:
    csv.field_size_limit(_FIELD_CHARACTERS_MAX)
    first = next(lines, "")
    if not first:
        return
    delimiter = _delimiter(first, text_field)
    reader = csv.reader(chain([first], lines), delimiter=delimiter, strict=True)
    header: list[str] | None = None
    line = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Row(line, wrong=_csv_wrong(line, error))
            cells = []
        if cells is None:
            return
        if cells and header is None:
            header = [cell.strip() for cell in cells]
            if text_field not in header:
                wrong = f'no column "{text_field}"{among(header)}'
                yield Row(line, wrong=wrong, has_text=False)
                return
        elif cells:
            assert header is not None
            yield _csv_row(header, cells, line)
        line = reader.line_num + 1


def _csv_row(header: list[str], cells: list[str], line: int) -> Row:
    fields = dict(zip(header, cells, strict=False))
    if len(cells) == len(header):
        return Row(line, fields)
    wrong = f"line {line}: {len(cells)} fields, where the first line has {len(header)}"
    return Row(line, {}, wrong)


def _csv_wrong(line: int, error: csv.Error) -> str:
    if "end of data" in str(error):
        return f"line {line}: a quotation mark is opened and never closed; the rest was not read"
    return f"line {line}: {error}"


def _delimiter(header: str, text_field: str) -> str:
    """The first of the usual delimiters that gives a column of that name; else the comma."""
    for delimiter in _DELIMITERS:
        cells = next(csv.reader([header], delimiter=delimiter), [])
        if text_field in (cell.strip() for cell in cells):
            return delimiter
    return _DELIMITERS[0]


_READERS = {"json": _whole_rows, "jsonl": _json_rows, "csv": _csv_rows}
# A record of .jsonl ends at a line feed and nowhere else; .csv keeps line ends inside its fields.
_NEWLINE = {"json": "", "jsonl": "\n", "csv": ""}
