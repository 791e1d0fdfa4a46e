from __future__ import annotations

from pathlib import Path

import pytest

from credcheck.config.paths import seen_path, seen_pattern, seen_patterns


@pytest.mark.parametrize(
    ("config", "here", "pattern", "expected"),
    [
        ("", "", "/drafts/", "/drafts/"),
        ("", "articles", "drafts/", "drafts/"),
        ("", "articles", "*.bak", "*.bak"),
        ("", "articles", "articles/drafts/", "/drafts/"),
        ("", "articles", "/articles/*.txt", "/*.txt"),
        ("", "articles", "!articles/keep.txt", "!/keep.txt"),
        ("", "articles", "*/drafts/", "/drafts/"),
        ("", "articles", "other/drafts/", None),
        ("", "articles", "/articles/", "*"),
        ("", "articles/2024", "articles/**/drafts/", "**/drafts/"),
        ("", "articles", "**/drafts/x", "**/drafts/x"),
        ("inner", "", "/drafts/", "/inner/drafts/"),
        ("inner", "", "a/b.txt", "/inner/a/b.txt"),
        ("inner", "", "*.bak", "/inner/**/*.bak"),
        ("inner", "", "!*.bak", "!/inner/**/*.bak"),
        ("one", "two", "*.bak", "*.bak"),
    ],
)
def test_a_pattern_means_what_it_meant_where_it_was_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    config: str,
    here: str,
    pattern: str,
    expected: str | None,
) -> None:
    (tmp_path / here).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(tmp_path / here)
    assert seen_pattern(tmp_path / config if config else tmp_path, pattern) == expected


def test_patterns_that_can_match_nothing_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    assert seen_patterns(tmp_path, ["b/x", "*.bak"]) == ["*.bak"]


def test_paths_are_relative_if_they_lie_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert seen_path(tmp_path, "wire") == "wire"
    assert seen_path(tmp_path / "a", "../wire") == "wire"
    assert seen_path(tmp_path, "../wire") == str(tmp_path / "../wire")
