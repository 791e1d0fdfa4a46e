from __future__ import annotations

import json
from dataclasses import replace

from credcheck.report.formats.gitlab import render
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import report

VIEW = view(report())


def test_fingerprints_are_unique_across_files() -> None:
    other = tuple(replace(row, path="copy.txt") for row in VIEW.findings)
    rows = replace(VIEW, findings=(*VIEW.findings, *other))
    found = json.loads("".join(render(rows, Style())))
    assert len({entry["fingerprint"] for entry in found}) == len(found) == 8


def test_an_entry_has_what_gitlab_requires() -> None:
    entry = json.loads("".join(render(VIEW, Style())))[2]
    assert entry["severity"] == "major"
    assert entry["location"] == {"path": "ferry.txt", "lines": {"begin": 3, "end": 3}}
