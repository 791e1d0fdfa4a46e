"""Rows as JSON objects and back: the keys of schema 1.0."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from credcheck.report.gate import METRICS, mean
from credcheck.report.rows import FindingRow, View
from credcheck.types import SEVERITIES

SCHEMA_VERSION = "1.0"
SCHEMA = "urn:credcheck:report:1.0"
# Keys that a location, an evidence or a finding only has where there is something to say.
_OPTIONAL = ("record", "page", "xpath", "source_line")


def head(view: View) -> dict[str, Any]:
    """What stands before the lists."""
    return {
        "$schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "credcheck", "version": view.version},
        "position_encoding": view.position_encoding,
        "root": view.root,
    }


def lists(view: View) -> Iterator[tuple[str, Iterable[Any]]]:
    """The lists of the report by name, in order."""
    yield "files", view.files
    yield "findings", view.findings
    yield "alignments", view.alignments
    yield "groups", view.groups
    yield "claims", view.claims
    yield "stories", view.stories


def tail(view: View) -> dict[str, Any]:
    """What stands after the lists."""
    return {
        "summary": summary(view),
        "gate": asdict(view.gate),
        "notices": list(view.notices),
    }


def record(row: Any) -> dict[str, Any]:
    """One row as a JSON object."""
    found: dict[str, Any] = _without_nothing(asdict(row))
    return found


def summary(view: View) -> dict[str, Any]:
    """Totals over all files."""
    return {
        "files": len(view.files),
        "words": sum(file.words for file in view.files),
        "metrics": {metric: mean(view.files, metric) for metric in METRICS[:-1]},
        "quality": mean(view.files, "quality"),
        "verdicts": _sorted(file.verdict for file in view.files),
        "severities": _by_severity(view.findings),
        "statuses": _sorted(row.status for row in view.findings),
        "counts": _sorted(row.code for row in view.findings if row.is_counted),
    }


def _by_severity(findings: tuple[FindingRow, ...]) -> dict[str, int]:
    counted = Counter(row.severity for row in findings if row.is_counted)
    return {severity: counted[severity] for severity in SEVERITIES}


def _sorted(words: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(words).items()))


def _without_nothing(value: Any) -> Any:
    """The value without the optional keys that hold None."""
    if isinstance(value, dict):
        return {
            key: _without_nothing(item)
            for key, item in value.items()
            if not (item is None and key in _OPTIONAL)
        }
    if isinstance(value, list | tuple):
        return [_without_nothing(item) for item in value]
    return value
