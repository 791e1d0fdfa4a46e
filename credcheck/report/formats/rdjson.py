"""Reviewdog diagnostics; lines and columns are 1-based, columns UTF-8 bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from credcheck.report.rows import EditRow, FindingRow, Location, PositionEncoding, View
from credcheck.report.style import Style

POSITION_ENCODING: PositionEncoding = "utf-8"
_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(view: View, style: Style) -> Iterator[str]:
    """One result."""
    document = {
        "source": {"name": "credcheck"},
        "diagnostics": [_diagnostic(row) for row in view.shown()],
    }
    yield json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _diagnostic(row: FindingRow) -> dict[str, Any]:
    location: dict[str, Any] = {"path": row.path}
    found: dict[str, Any] = {
        "message": row.message,
        "location": location,
        "severity": _SEVERITIES[row.severity],
        "code": {"value": row.code},
    }
    if row.location.source_line:
        location["range"] = {"start": {"line": row.location.source_line}}
    if row.location.is_in_file:
        location["range"] = _range(row.location)
        if row.fix and row.fix.applicability != "display":
            found["suggestions"] = [
                {"range": _range(edit), "text": edit.text} for edit in row.fix.edits
            ]
    return found


def _range(place: Location | EditRow) -> dict[str, Any]:
    return {
        "start": {"line": place.line, "column": place.column},
        "end": {"line": place.end_line, "column": place.end_column},
    }
