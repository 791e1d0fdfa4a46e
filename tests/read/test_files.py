from __future__ import annotations

import os
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from credcheck.read.files import ReadError, find_files, printable
from credcheck.settings import Settings

SETTINGS = Settings()


def write(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"text of {name}")


def ids(root: Path, *paths: str, settings: Settings = SETTINGS) -> list[str]:
    wanted = [root / path for path in paths or (".",)]
    return [file.id for file in find_files(wanted, settings, root=root)]


def test_a_folder_gives_its_articles_sorted_with_posix_paths_from_the_root(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a/b/c.HTML", "a.htm", "w.jsonl", "t.csv", "x.py", "noext")
    expected = ["a.htm", "a/b/c.HTML", "a/z.md", "b.txt", "t.csv", "w.jsonl"]
    assert ids(tmp_path) == expected


def test_paths_outside_the_root_keep_the_form_they_were_given_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "out/a.txt", "in/b.txt")
    monkeypatch.chdir(tmp_path / "in")
    found = find_files(["../out", "b.txt"], SETTINGS)
    assert [file.id for file in found] == ["../out/a.txt", "b.txt"]


def test_a_file_named_outright_is_read_whatever_its_name(tmp_path: Path) -> None:
    write(tmp_path, "NOTES", ".hidden.txt")
    found = find_files([tmp_path / "NOTES", tmp_path / ".hidden.txt"], SETTINGS, root=tmp_path)
    assert [(file.id, file.format, file.is_named) for file in found] == [
        (".hidden.txt", "txt", True),
        ("NOTES", "txt", True),
    ]


def test_json_is_read_where_it_is_asked_for(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "package.json", "articles.json")
    assert ids(tmp_path) == ["a.txt"]
    (named,) = find_files([tmp_path / "articles.json"], SETTINGS, root=tmp_path)
    assert named.format == "json"
    included = replace(SETTINGS, include=("articles.json",))
    assert ids(tmp_path, settings=included) == ["articles.json"]


def test_hidden_files_and_junk_folders_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, ".a.txt", ".git/b.txt", "node_modules/c.md", "env/pyvenv.cfg", "env/d.txt")
    write(tmp_path, "__MACOSX/e.txt", "kept.txt")
    assert ids(tmp_path) == ["kept.txt"]


def test_gitignore_with_negation_nesting_and_folders(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "keep.txt", "sub/a.txt", "sub/b.txt", "drafts/c.txt", "deep/out/d.txt")
    (tmp_path / ".gitignore").write_text("*.txt\n!keep.txt\ndrafts/\n# a comment\n")
    (tmp_path / "sub/.gitignore").write_text("!b.txt\n")
    (tmp_path / "drafts/.gitignore").write_text("!c.txt\n")
    assert ids(tmp_path) == ["keep.txt", "sub/b.txt"]


def test_ignore_files_of_the_repository_above_hold_too(tmp_path: Path) -> None:
    write(tmp_path, "repo/sub/a.txt", "repo/sub/b.txt", "c.txt")
    (tmp_path / "repo/.git").mkdir()
    (tmp_path / "repo/.gitignore").write_text("/sub/a.txt\n")
    (tmp_path / ".gitignore").write_text("*.txt\n")
    assert ids(tmp_path, "repo/sub") == ["repo/sub/b.txt"]


def test_credcheckignore_leaves_out_what_git_keeps(tmp_path: Path) -> None:
    write(tmp_path, "README.md", "a.md")
    (tmp_path / ".credcheckignore").write_text("README.md\n")
    assert ids(tmp_path) == ["a.md"]
    assert ids(tmp_path, "README.md") == ["README.md"]


def test_exclude_and_include_speak_the_language_of_gitignore(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "drafts/b.txt", "wire/c.article", "wire/d.txt")
    no_drafts = replace(SETTINGS, exclude=("drafts/", "!drafts/b.txt"))
    assert ids(tmp_path, settings=no_drafts) == ["a.txt", "wire/d.txt"]
    only = replace(SETTINGS, include=("*.article",))
    assert ids(tmp_path, settings=only) == ["wire/c.article"]


def test_force_exclude_holds_for_files_named_outright(tmp_path: Path) -> None:
    write(tmp_path, "drafts/b.txt", "a.txt", "x.txt")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("x.txt\n")
    named = ("drafts/b.txt", "a.txt", "x.txt")
    loose = replace(SETTINGS, exclude=("drafts/",))
    assert ids(tmp_path, *named, settings=loose) == ["a.txt", "drafts/b.txt", "x.txt"]
    forced = replace(loose, force_exclude=True)
    assert ids(tmp_path, *named, settings=forced) == ["a.txt"]


def test_a_missing_path_is_one_line_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"^nowhere/x\.txt: no such file or folder$"):
        find_files(["nowhere/x.txt"], SETTINGS, root=tmp_path)


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert find_files([tmp_path], SETTINGS, root=tmp_path) == ()


def test_a_file_named_twice_or_linked_is_found_once(tmp_path: Path) -> None:
    write(tmp_path, "sub/b.txt")
    (tmp_path / "a.txt").symlink_to(tmp_path / "sub/b.txt")
    assert ids(tmp_path, ".", "sub", "sub/b.txt") == ["sub/b.txt"]


def test_loops_and_dead_ends_of_links(tmp_path: Path) -> None:
    write(tmp_path, "sub/b.txt")
    (tmp_path / "sub/up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "dead.txt").symlink_to("gone.txt")
    found = find_files([tmp_path], SETTINGS, root=tmp_path)
    assert [(file.id, file.trouble is None) for file in found] == [
        ("dead.txt", False),
        ("self.txt", False),
        ("sub/b.txt", True),
    ]


def test_named_pipes_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert ids(tmp_path) == []


def test_very_deep_folders(tmp_path: Path) -> None:
    deep = Path(*["d"] * 400)
    write(tmp_path, str(deep / "a.txt"))
    assert ids(tmp_path) == [(deep / "a.txt").as_posix()]


def test_a_folder_that_may_not_be_listed_is_a_file_with_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.txt", "shut/b.txt")
    listed = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "shut":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find_files([tmp_path], SETTINGS, root=tmp_path)
    assert [(file.id, file.trouble) for file in found] == [
        ("a.txt", None),
        ("shut", "permission denied"),
    ]


def test_what_is_found_travels_to_workers(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    found = find_files([tmp_path], SETTINGS, root=tmp_path)
    assert pickle.loads(pickle.dumps(found)) == found


def test_standard_input_takes_its_format_from_the_name_given(tmp_path: Path) -> None:
    plain = find_files(["-"], SETTINGS, root=tmp_path)
    assert [(f.id, f.path, f.format) for f in plain] == [("-", None, "txt")]
    named = find_files(["-"], SETTINGS, root=tmp_path, stdin_filename="x/a.html")
    assert [(f.id, f.path, f.format) for f in named] == [("x/a.html", None, "html")]


def test_names_that_are_no_utf8_can_be_printed() -> None:
    assert printable(os.fsdecode(b"caf\xe9.txt")) == "caf\\xe9.txt"
