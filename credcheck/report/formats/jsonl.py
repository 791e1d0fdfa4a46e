"""
One JSON record a line, file by file; the last is `summary`, and its absence means a cut-off run.

Each record is the object of the JSON report under the key of its kind: `{"file": {...}}`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from credcheck.report.records import head, record, tail
from credcheck.report.rows import View
from credcheck.report.style import Style


def render(view: View, style: Style) -> Iterator[str]:
    """A line a record."""
    yield _line("report", head(view))
    found = {key: tuple(rows) for key, rows in groupby(view.findings, attrgetter("label"))}
    for file in view.files:
        yield _line("file", record(file))
        yield "".join(_line("finding", record(row)) for row in found.get(file.label, ()))
    yield from (_line("alignment", record(row)) for row in view.alignments)
    yield from (_line("group", record(row)) for row in view.groups)
    yield from (_line("claim", record(row)) for row in view.claims)
    yield from (_line("story", record(row)) for row in view.stories)
    yield _line("summary", tail(view))


def _line(kind: str, value: Any) -> str:
    return json.dumps({kind: value}, ensure_ascii=False) + "\n"
