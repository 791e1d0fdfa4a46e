"""
GitLab code quality: a JSON list that merge requests show.

GitLab drops all but one of equal fingerprints, so the path goes into them here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from credcheck.report.rows import FindingRow, View
from credcheck.report.style import Style

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(view: View, style: Style) -> Iterator[str]:
    """One list."""
    rows = [_entry(row) for row in view.shown()]
    yield json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _entry(row: FindingRow) -> dict[str, Any]:
    first, last = row.location.file_lines or (1, 1)
    return {
        "description": row.message,
        "check_name": f"{row.code} {row.name}",
        "fingerprint": hashlib.blake2b(
            f"{row.label}\0{row.fingerprint}".encode("utf-8", "surrogatepass"), digest_size=16
        ).hexdigest(),
        "severity": _SEVERITIES[row.severity],
        "location": {"path": row.path, "lines": {"begin": first, "end": last}},
    }
