"""
SARIF 2.1.0, for code scanning and editors.

At most 25,000 results, the number that GitHub takes, the worst first; what was cut is said in a
notification. Columns are UTF-16 units, what most readers assume whatever `columnKind` says.
"""

from __future__ import annotations

import json
import string
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from credcheck.report.rows import EvidenceRow, FindingRow, Location, PositionEncoding, View
from credcheck.report.style import Style
from credcheck.types import SEVERITIES

POSITION_ENCODING: PositionEncoding = "utf-16"
RESULTS_MAX = 25_000
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_UNRESERVED = frozenset(string.ascii_letters.encode() + string.digits.encode() + b"-._~/")
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_STATES = {"new": "new", "baseline": "unchanged", "suppressed": "new"}


def render(view: View, style: Style) -> Iterator[str]:
    """One run."""
    rows = worst_first(view.findings)
    codes = sorted({(row.code, row.name) for row in rows})
    numbers = {code: number for number, (code, _) in enumerate(codes)}
    run = {
        "tool": {"driver": _driver(view, codes)},
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The folder of the run."}}},
        "invocations": [_invocation(view, len(rows))],
        "results": [_result(row, numbers) for row in rows[:RESULTS_MAX]],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def worst_first(findings: Sequence[FindingRow]) -> list[FindingRow]:
    """In their order, if all fit; else by what counts, severity and score."""
    if len(findings) <= RESULTS_MAX:
        return list(findings)
    return sorted(
        findings,
        key=lambda row: (not row.is_counted, SEVERITIES.index(row.severity), -(row.score or 0)),
    )


def _driver(view: View, codes: Sequence[tuple[str, str]]) -> dict[str, Any]:
    return {
        "name": "credcheck",
        "semanticVersion": view.version,
        "rules": [{"id": code, "name": name, **_described(code)} for code, name in codes],
    }


def _described(code: str) -> dict[str, Any]:
    from credcheck.explain import entries

    entry = entries().get(code)
    if entry is None:
        return {}
    return {
        "shortDescription": {"text": entry.title},
        "help": {"text": entry.documentation.strip(), "markdown": entry.documentation.strip()},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
    }


def _invocation(view: View, count: int) -> dict[str, Any]:
    notes = list(view.notices)
    if count > RESULTS_MAX:
        notes.append(f"{count - RESULTS_MAX:,} of {count:,} findings, the mildest, were left out")
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [
            {"level": "note", "message": {"text": note}} for note in notes
        ],
    }


def _result(row: FindingRow, numbers: Mapping[str, int]) -> dict[str, Any]:
    in_file = row.location.is_in_file
    result: dict[str, Any] = {
        "ruleId": row.code,
        "ruleIndex": numbers[row.code],
        "level": _LEVELS[row.severity],
        "message": {"text": row.message},
        "locations": [_place(row.path, row.location)],
        "partialFingerprints": {"credcheck/v1": row.fingerprint},
        "baselineState": _STATES[row.status],
    }
    if row.score is not None:
        result["rank"] = round(100 * min(1.0, max(0.0, row.score)), 1)
    related = [e for e in row.evidence if e.path and e.location]
    if related:
        result["relatedLocations"] = [_related(n, e) for n, e in enumerate(related, 1)]
    if row.status == "suppressed":
        result["suppressions"] = [{"kind": "inSource"}]
    if row.fix and row.fix.edits and row.fix.applicability != "display" and in_file:
        result["fixes"] = [_fix(row)]
    return result


def _place(path: str, location: Location) -> dict[str, Any]:
    artifact: dict[str, Any] = {"artifactLocation": _artifact(path)}
    if location.is_in_file:
        artifact["region"] = _region(location)
        return {"physicalLocation": artifact}
    if location.source_line:
        artifact["region"] = {"startLine": location.source_line}
    inside = location.xpath or _part(location)
    place: dict[str, Any] = {"physicalLocation": artifact}
    if inside:
        place["logicalLocations"] = [{"fullyQualifiedName": inside}]
    return place


def _part(location: Location) -> str:
    """The record or the page that a place lies in; nothing where it is the whole file."""
    if location.record is not None:
        return f"record {location.record}"
    return f"page {location.page}" if location.page is not None else ""


def _artifact(path: str) -> dict[str, Any]:
    if path.startswith("/"):
        return {"uri": "file://" + _quoted(path)}
    return {"uri": _quoted(path), "uriBaseId": "ROOT"}


def _quoted(path: str) -> str:
    """A path as part of an address; written out here, since urllib can reach the network."""
    data = path.encode("utf-8", "surrogateescape")
    return "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in data)


def _region(location: Location) -> dict[str, Any]:
    return {
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": location.end_line,
        "endColumn": location.end_column,
        "charOffset": location.start,
        "charLength": location.end - location.start,
        "snippet": {"text": location.quote.exact},
    }


def _related(number: int, evidence: EvidenceRow) -> dict[str, Any]:
    if evidence.path is None or evidence.location is None:
        raise ValueError("evidence without a place")
    return {
        "id": number,
        "message": {"text": evidence.detail or evidence.relation},
        **_place(evidence.path, evidence.location),
    }


def _fix(row: FindingRow) -> dict[str, Any]:
    if row.fix is None:
        raise ValueError("no fix")
    replacements = [
        {
            "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
            "insertedContent": {"text": edit.text},
        }
        for edit in row.fix.edits
    ]
    return {
        "description": {"text": f"{row.fix.message} ({row.fix.applicability})"},
        "artifactChanges": [
            {"artifactLocation": _artifact(row.path), "replacements": replacements}
        ],
    }
