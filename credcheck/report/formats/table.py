"""The table of files and the gate, without findings."""

from __future__ import annotations

from collections.abc import Iterator

from credcheck.report.closing import closing
from credcheck.report.overview import table
from credcheck.report.rows import View
from credcheck.report.style import Style


def render(view: View, style: Style) -> Iterator[str]:
    """A row a file, then the gate."""
    yield table(view.files, style) + "\n"
    yield from closing(view, style)
