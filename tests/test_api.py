from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

import credcheck
from credcheck import ReadError, Settings, clean_text, load_settings, render, scan, scan_texts
from credcheck.cli import run

SEEDS = Path(credcheck.__file__).parents[1] / "seeds"
GLUED = "The council said thatthe bridge is safe, and the ferry will sail again on Monday."
MENDED = "The council said that the bridge is safe, and the ferry will sail again on Monday."


def test_files_are_checked_as_the_command_line_does(capsys: pytest.CaptureFixture[str]) -> None:
    run(["scan", str(SEEDS), "-f", "json", "--isolated", "--no-baseline"])
    said = json.loads(capsys.readouterr().out)
    ours = json.loads(render(scan(SEEDS)))
    assert [f["message"] for f in ours["findings"]] == [f["message"] for f in said["findings"]]
    assert [f["metrics"] for f in ours["files"]] == [f["metrics"] for f in said["files"]]


def test_one_path_or_many(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    for path in (one, two):
        path.write_text(GLUED)
    assert [s.document for s in scan(str(one)).scores] == [str(one)]
    assert len(scan([one, str(two)]).scores) == len(scan(tmp_path).scores) == 2


def test_texts_at_hand_are_checked_under_their_names() -> None:
    report = scan_texts({"a": GLUED, "b": "Nothing is wrong here, and the ferry sails."})
    assert [(f.rule, f.document) for f in report.findings] == [("BRK301", "a")]
    assert report.findings[0].span.of(report.documents[0].raw) == "thatthe"
    assert [score.verdict for score in report.scores] == ["broken", "clean"]


def test_texts_are_compared_with_sources(tmp_path: Path) -> None:
    chosen = Settings(sources=(str(SEEDS / "4-clean.txt"),))
    text = (SEEDS / "2-spun.txt").read_text(encoding="utf-8")
    report = scan_texts({"copy": text}, settings=chosen)
    assert [score.document for score in report.scores] == ["copy"]
    assert "UNS202" in {f.rule for f in report.findings}


def test_a_text_is_mended_and_nothing_else_changes() -> None:
    assert clean_text(GLUED) == MENDED
    assert clean_text(MENDED) == MENDED
    assert clean_text(GLUED, settings=Settings(ignore=("glued-words",))) == GLUED


def test_unsafe_repairs_are_made_only_when_asked_for() -> None:
    text = (SEEDS / "2-spun.txt").read_text(encoding="utf-8")
    assert "Overseas Minister" in clean_text(text)
    assert "Overseas Minister" not in clean_text(text, unsafe=True)


@settings(max_examples=25, deadline=None)
@given(some.text(alphabet=some.characters(), max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    (document,) = scan_texts({"a": text}).documents
    assert len(document.raw) == len(text)


def test_a_report_is_written_in_any_format() -> None:
    report = scan_texts({"a": GLUED})
    assert render(report, "concise").startswith("a:1:18: error BRK301 ")
    assert json.loads(render(report, "sarif"))["version"] == "2.1.0"
    with pytest.raises(ValueError, match="unknown format"):
        render(report, "pdf")


def test_offsets_are_in_the_unit_that_is_asked_for() -> None:
    report = scan_texts({"a": "😀 " + GLUED})
    starts = [
        json.loads(render(report, position_encoding=unit))["findings"][0]["location"]["start"]
        for unit in ("utf-32", "utf-16", "utf-8")
    ]
    assert starts == [19, 20, 22]


def test_settings_come_from_a_file_only_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "credcheck.toml").write_text('ignore = ["BRK301"]')
    assert load_settings() == load_settings("credcheck.toml") == Settings(ignore=("BRK301",))
    assert scan_texts({"a": GLUED}).findings
    assert not scan_texts({"a": GLUED}, settings=load_settings()).findings


def test_mistakes_are_named() -> None:
    with pytest.raises(ReadError, match="no such file"):
        scan("no/such/folder")
    with pytest.raises(ValueError, match='unknown rule "BRX"'):
        scan_texts({}, settings=replace(Settings(), select=("BRX",)))
    with pytest.raises(ValueError, match="jobs"):
        scan_texts({}, jobs=0)
