from __future__ import annotations

import json

from credcheck.report.formats import json as whole
from credcheck.report.formats.jsonl import render
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import report

VIEW = view(report())
RECORDS = [json.loads(line) for line in "".join(render(VIEW, Style())).splitlines()]


def of(kind: str) -> list[object]:
    return [record[kind] for record in RECORDS if kind in record]


def test_the_first_line_is_the_report_and_the_last_the_summary() -> None:
    assert list(RECORDS[0]) == ["report"]
    assert list(RECORDS[-1]) == ["summary"]


def test_the_records_are_those_of_the_json_report() -> None:
    found = json.loads("".join(whole.render(VIEW, Style())))
    for kind in ("file", "finding", "alignment", "group", "claim"):
        assert of(kind) == found[f"{kind}s"]


def test_the_findings_of_a_file_follow_it() -> None:
    kinds = [next(iter(record)) for record in RECORDS]
    assert kinds[1:8] == ["file", *["finding"] * 5, "file"]
