"""The whole report as one JSON object, schema 1.0 (`credcheck/report/schema`)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from credcheck.report.records import head, lists, record, tail
from credcheck.report.rows import View
from credcheck.report.style import Style


def render(view: View, style: Style) -> Iterator[str]:
    """One object, written list by list so that a large report is never held twice."""
    yield "{\n"
    yield from (f" {_text(key)}: {_text(value)},\n" for key, value in head(view).items())
    for name, rows in lists(view):
        yield f" {_text(name)}: ["
        separator = "\n"
        for row in rows:
            yield f"{separator}  {_text(record(row))}"
            separator = ",\n"
        yield "\n ],\n" if separator == ",\n" else "],\n"
    yield ",\n".join(f" {_text(key)}: {_text(value)}" for key, value in tail(view).items())
    yield "\n}\n"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
