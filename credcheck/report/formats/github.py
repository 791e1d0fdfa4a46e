"""
GitHub annotations: workflow commands on stdout.

GitHub shows ten of each kind a step; so many are written, the worst first, then one line that
says how many more there are. The table for the step summary is the format `md`.
"""

from __future__ import annotations

from collections.abc import Iterator

from credcheck.report.closing import gate_lines, plural
from credcheck.report.rows import FindingRow, View
from credcheck.report.style import Style

SHOWN_MAX = 10
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(view: View, style: Style) -> Iterator[str]:
    """At most ten commands of each kind, then what was left out, then the gate."""
    rows = view.shown()
    for severity, command in _COMMANDS.items():
        mine = sorted((row for row in rows if row.severity == severity), key=_score)
        for row in mine[:SHOWN_MAX]:
            yield _command(command, row)
        if len(mine) > SHOWN_MAX:
            yield f"{plural(len(mine) - SHOWN_MAX, f'more {command}')} not shown as annotations\n"
    yield from gate_lines(view, Style())


def _score(row: FindingRow) -> float:
    return -(0.5 if row.score is None else row.score)


def _command(command: str, row: FindingRow) -> str:
    place = row.location
    fields = {"file": row.path}
    if place.file_lines:
        first, last = place.file_lines
        fields |= {"line": str(first), "endLine": str(last)}
        if place.is_in_file and first == last:
            fields |= {"col": str(place.column), "endColumn": str(place.end_column)}
    page = f" (page {place.page})" if place.page is not None else ""
    fields["title"] = f"{row.code} {row.name}"
    properties = ",".join(f"{key}={_property(value)}" for key, value in fields.items())
    return f"::{command} {properties}::{_data(row.message + page)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
