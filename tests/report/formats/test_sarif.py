from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from credcheck.report.formats import sarif
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import report

VIEW = view(report(), "utf-16")


def run_of(rows: Any = VIEW) -> Any:
    return json.loads("".join(sarif.render(rows, Style())))["runs"][0]


def test_results_carry_what_code_scanning_asks_for() -> None:
    run = run_of()
    result = run["results"][2]
    assert run["columnKind"] == "utf16CodeUnits"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "BRK303"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "ferry.txt",
        "uriBaseId": "ROOT",
    }
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {
        "text": ", and"
    }


def test_evidence_is_a_related_location_and_suppressions_are_said() -> None:
    results = run_of()["results"]
    related = results[1]["relatedLocations"][0]["physicalLocation"]
    assert related["artifactLocation"]["uri"] == "wire.txt"
    assert results[3]["suppressions"] == [{"kind": "inSource"}]


def test_the_worst_are_kept_and_the_cut_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "RESULTS_MAX", 2)
    run = run_of()
    assert [result["ruleId"] for result in run["results"]] == ["BRK202", "BRK303"]
    notes = [n["message"]["text"] for n in run["invocations"][0]["toolExecutionNotifications"]]
    assert "3 of 5 findings, the mildest, were left out" in notes


def test_addresses_are_escaped() -> None:
    rows = replace(VIEW, findings=(replace(VIEW.findings[0], path="a folder/ärger.txt"),))
    place = run_of(rows)["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20folder/%C3%A4rger.txt"


def test_text_taken_out_of_a_page_has_the_line_of_its_element() -> None:
    row = VIEW.findings[0]
    paged = replace(row, location=replace(row.location, xpath="/html/body/p[2]", source_line=9))
    place = run_of(replace(VIEW, findings=(paged,)))["results"][0]["locations"][0]
    assert place["physicalLocation"]["region"] == {"startLine": 9}
    assert place["logicalLocations"] == [{"fullyQualifiedName": "/html/body/p[2]"}]
    printed = replace(row, location=replace(row.location, page=3))
    place = run_of(replace(VIEW, findings=(printed,)))["results"][0]["locations"][0]
    assert place["logicalLocations"] == [{"fullyQualifiedName": "page 3"}]
