from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from credcheck.check import check
from credcheck.engines.local import LocalEngine
from credcheck.report.formats.json import render
from credcheck.report.rows import PositionEncoding
from credcheck.report.style import Style
from credcheck.report.view import view
from credcheck.settings import Settings
from tests.report.made import report

SCHEMA = json.loads(
    (files("credcheck.report") / "schema" / "report-1.0.schema.json").read_text("utf-8")
)
SEEDS = Path(__file__).parents[3] / "seeds"


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("encoding", ["utf-32", "utf-16", "utf-8"])
def test_the_report_holds_to_its_schema(encoding: PositionEncoding) -> None:
    found = json.loads("".join(render(view(report(), encoding), Style())))
    Draft202012Validator(SCHEMA).validate(found)


def test_stories_hold_to_it_too() -> None:
    whole = view(check([str(SEEDS)], Settings(), LocalEngine(jobs=1)))
    found = json.loads("".join(render(whole, Style())))
    Draft202012Validator(SCHEMA).validate(found)
    (story,) = found["stories"]
    assert all(len(row["cells"]) == len(story["files"]) for row in story["rows"])
    assert any(cell is None for row in story["rows"] for cell in row["cells"])
    story["rows"][0]["cells"][0] = {"path": "a.txt"}
    assert not Draft202012Validator(SCHEMA).is_valid(found)


def test_an_empty_report_holds_to_it_too() -> None:
    found = json.loads("".join(render(view(report(findings=())), Style())))
    Draft202012Validator(SCHEMA).validate(found)
    assert found["findings"] == []


def test_a_lone_surrogate_can_be_written_and_read() -> None:
    text = "".join(render(view(report()), Style())) + "\ud800"
    assert text.encode("utf-8", "backslashreplace").endswith(b"\\ud800")
