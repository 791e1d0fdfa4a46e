from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from credcheck.report import formats
from credcheck.report.rows import View
from credcheck.report.saved import SavedError, loaded
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import FERRY, report

VIEW = view(report())


def saved(folder: Path, rows: View = VIEW) -> str:
    path = folder / "report.json"
    path.write_text("".join(formats.load("json").render(rows, Style())), "utf-8")
    return str(path)


def test_a_saved_report_is_the_same_report(tmp_path: Path) -> None:
    again = loaded(saved(tmp_path))
    assert replace(again, text_of=VIEW.text_of) == VIEW


def test_keys_of_a_newer_minor_version_are_passed_over(tmp_path: Path) -> None:
    path = Path(saved(tmp_path))
    table = json.loads(path.read_text("utf-8"))
    table["schema_version"] = "1.7"
    table["files"][0]["mood"] = "calm"
    path.write_text(json.dumps(table))
    assert loaded(str(path)).files == VIEW.files


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not JSON"),
        ("[]", "expected an object"),
        ('{"schema_version": "2.0"}', "schema_version: expected 1.x"),
        ('{"schema_version": "1.0"}', "not a report of credcheck"),
    ],
)
def test_another_file_is_refused_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text)
    with pytest.raises(SavedError, match=message) as caught:
        loaded(str(path))
    assert str(path) in str(caught.value)


def test_texts_are_read_again_only_if_they_have_not_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = saved(tmp_path)
    Path("ferry.txt").write_bytes(b"\xef\xbb\xbf" + FERRY.encode())
    assert loaded(path).text_of("ferry.txt") == FERRY
    Path("ferry.txt").write_text("Something else.")
    assert loaded(path).text_of("ferry.txt") is None
