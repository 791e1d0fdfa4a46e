"""One finding a line, as compilers print them: `path:line:col: severity CODE message`."""

from __future__ import annotations

from collections.abc import Iterator

from credcheck.report.excerpt import shown
from credcheck.report.rows import FindingRow, View
from credcheck.report.style import Style


def render(view: View, style: Style) -> Iterator[str]:
    """A line a finding, nothing else: made for grep and for editors."""
    for row in view.shown():
        yield line(row, style) + "\n"


def line(row: FindingRow, style: Style) -> str:
    """One finding on one line."""
    place = f"{shown(row.label)}:{row.location.line}:{row.location.column}:"
    page = "" if row.location.page is None else f" (page {row.location.page})"
    message = " ".join(row.message.split()) + page
    severity = style.paint(row.severity, row.severity)
    return f"{style.paint(place, 'bold')} {severity} {row.code} {message}"
