"""The texts of a workspace, open and on disk."""

from __future__ import annotations

from pathlib import Path

from credcheck.lsp.workspace import Workspace

BAD = "They lost two hardships.This was the third in a row for the town.\n"


def test_what_is_open_hides_what_is_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BAD)
    texts = Workspace([tmp_path])
    assert texts.load() == 1
    assert [f.rule for f in texts.findings()[str(path)]] == ["BRK302"]
    _, found = texts.update(str(path), "They lost. This was the third.\n")
    assert not found
    assert not texts.findings()[str(path)]
    texts.close(str(path))
    assert texts.findings()[str(path)]


def test_pages_are_compared_with_but_get_no_findings(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body><article><p>{BAD}</p></article></body></html>")
    texts = Workspace([tmp_path])
    assert texts.load() == 1
    assert texts.findings() == {}


def test_the_settings_of_the_folder_hold(tmp_path: Path) -> None:
    (tmp_path / "credcheck.toml").write_text('ignore = ["BRK302"]\n')
    texts = Workspace([tmp_path])
    assert not texts.update(str(tmp_path / "new.txt"), BAD)[1]
