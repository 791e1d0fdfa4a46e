"""
A report read back from its JSON file, for another format without another scan.

The texts are looked for where the report says they are; where a file has gone or has changed,
formats that show whole texts do without it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from credcheck.report.rows import (
    AlignmentRow,
    ClaimRow,
    FileRow,
    FindingRow,
    GateRow,
    GroupRow,
    StoryRow,
    View,
    label,
)


class SavedError(ValueError):
    """A file that is no report of ours; the message is one line, with file and field."""


def loaded(path: str, text_of: Callable[[str], str | None] | None = None) -> View:
    """
    The rows of a report that was saved as JSON.

    Raises:
        SavedError: the file cannot be read, is no report, or is one of another major version.
    """
    table = _table(path)
    version = str(table.get("schema_version", ""))
    if not version.startswith("1."):
        raise SavedError(f"{path}: schema_version: expected 1.x, got {version!r}")
    try:
        return _view(table, text_of)
    except (KeyError, TypeError, ValueError) as error:
        raise SavedError(f"{path}: not a report of credcheck: {error}") from None


def _table(path: str) -> Mapping[str, Any]:
    try:
        with open(path, encoding="utf-8") as stream:
            table = json.load(stream)
    except OSError as error:
        raise SavedError(f"{path}: {error.strerror}") from None
    except ValueError as error:
        raise SavedError(f"{path}: not JSON: {error}") from None
    if not isinstance(table, dict):
        raise SavedError(f"{path}: not a report of credcheck: expected an object")
    return table


def _view(table: Mapping[str, Any], text_of: Callable[[str], str | None] | None) -> View:
    files = _rows(FileRow, table["files"])
    findings = _rows(FindingRow, table["findings"])
    return View(
        files=files,
        findings=findings,
        alignments=_rows(AlignmentRow, table["alignments"]),
        groups=_rows(GroupRow, table["groups"]),
        claims=_rows(ClaimRow, table["claims"]),
        gate=_built(GateRow, table["gate"]),
        notices=tuple(table["notices"]),
        root=table["root"],
        version=table["tool"]["version"],
        position_encoding=table["position_encoding"],
        stories=_rows(StoryRow, table.get("stories", ())),
        text_of=text_of or _at_hand(table["root"], files, findings, table["position_encoding"]),
    )


def _rows(kind: type[Any], records: Any) -> Any:
    return tuple(_built(kind, record) for record in records)


def _built(kind: Any, value: Any) -> Any:
    """A value of a type from its JSON; keys that a newer minor version added are passed over."""
    if value is None or kind is Any:
        return value
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _built(next(a for a in arguments if a is not NoneType), value)
    if origin is tuple:
        return tuple(_built(arguments[0], item) for item in value)
    if not is_dataclass(kind):
        return value
    hints = _hints(cast(Hashable, kind))
    missing = [
        field.name for field in fields(kind) if field.name not in value and field.default is MISSING
    ]
    if [name for name in missing if name != "record"]:
        raise KeyError(f"{missing[0]} is missing")
    given = {name: _built(hints[name], value.get(name)) for name in hints if name in value}
    return kind(**{**dict.fromkeys(missing), **given})  # type: ignore[operator]


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _at_hand(
    root: str, files: tuple[FileRow, ...], findings: tuple[FindingRow, ...], encoding: str
) -> Callable[[str], str | None]:
    """Reads a text again, if every finding still lies where the report says."""
    rows = {label(file.path, file.record): file for file in files}
    found: dict[str, list[FindingRow]] = {}
    for row in findings:
        found.setdefault(row.label, []).append(row)

    def text_of(name: str) -> str | None:
        file = rows.get(name)
        if file is None or encoding != "utf-32" or file.record is not None:
            return None
        text = _text(os.path.join(root, file.path))
        return text if text is not None and _is_same(text, found.get(name, ())) else None

    return text_of


def _text(path: str) -> str | None:
    from credcheck.read import ReadError, read
    from credcheck.settings import Settings

    try:
        return next((document.raw for document in read([path], Settings())), None)
    except ReadError:
        return None


def _is_same(text: str, found: Any) -> bool:
    return all(
        text[row.location.start : row.location.end] == row.location.quote.exact for row in found
    )
