from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from credcheck.check import check
from credcheck.engines.local import LocalEngine
from credcheck.report.formats import sarif
from credcheck.report.style import Style
from credcheck.report.view import view
from credcheck.settings import Settings
from tests.report.made import report

VIEW = view(report(), "utf-16")
SCHEMA = Path(__file__).parent / "schema" / "sarif-2.1.0-rtm.5.json"
SEEDS = Path(__file__).parents[3] / "seeds"


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


@cache
def validator() -> Any:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


def wrong_with(rows: Any) -> list[str]:
    log = json.loads("".join(sarif.render(rows, Style())))
    return [f"{error.json_path}: {error.message[:80]}" for error in validator().iter_errors(log)]


def test_a_log_is_valid_against_the_schema_of_oasis(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = check([str(SEEDS)], Settings(), LocalEngine(jobs=1))
    assert wrong_with(VIEW) == []
    assert wrong_with(view(whole, "utf-16")) == []
    assert wrong_with(replace(VIEW, findings=(), files=())) == []
    monkeypatch.setattr(sarif, "RESULTS_MAX", 2)
    assert wrong_with(VIEW) == []


def test_the_schema_refuses_what_is_no_log() -> None:
    assert list(validator().iter_errors({"version": "2.1.0", "runs": [{"results": []}]}))
