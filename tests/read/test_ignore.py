from __future__ import annotations

from pathlib import Path

from credcheck.read.ignore import in_force, is_left_out, patterns


def test_no_patterns_is_nothing_to_ask() -> None:
    assert patterns(Path("/a"), ("", "  ", "# only words")) is None


def test_the_last_pattern_that_matches_decides() -> None:
    found = patterns(Path("/a"), ("*.txt", "!keep.txt"))
    assert found is not None
    assert found.verdict(Path("/a/x.txt"), is_folder=False) is True
    assert found.verdict(Path("/a/b/keep.txt"), is_folder=False) is False
    assert found.verdict(Path("/a/x.md"), is_folder=False) is None
    assert found.verdict(Path("/b/x.txt"), is_folder=False) is None


def test_a_pattern_for_folders_leaves_files_of_that_name(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("build/\n")
    ignored = in_force(tmp_path, None)
    assert ignored(tmp_path / "build", is_folder=True)
    assert not ignored(tmp_path / "build", is_folder=False)


def test_a_file_is_left_out_with_the_folder_it_lies_in(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / ".gitignore").write_text("/a/\n")
    (tmp_path / "a/.gitignore").write_text("!b/\n")
    assert is_left_out(tmp_path / "a/b/c.txt", None, is_folder=False)
    assert not is_left_out(tmp_path / "d/c.txt", None, is_folder=False)
