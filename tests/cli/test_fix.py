from __future__ import annotations

import io
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import DAMAGED, Command

REPAIRED = DAMAGED.replace("noon ,", "noon,").replace("boat <span > came", "boat came")


def test_a_diff_and_nothing_written(news: Path, credcheck: Command) -> None:
    outcome = credcheck("fix")
    assert outcome.code == 1
    assert "+The last ferry left the old pier at noon, and nobody" in outcome.out
    assert "nothing was changed; --write does it" in outcome.err
    assert (news / "a.md").read_text("utf-8") == DAMAGED


def test_write_keeps_mode_mark_and_line_ends(news: Path, credcheck: Command) -> None:
    path = news / "a.md"
    data = b"\xef\xbb\xbf" + DAMAGED.replace("\n", "\r\n").encode()
    path.write_bytes(data)
    path.chmod(0o640)
    assert credcheck("fix", "--write").code == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbf# Harbour news\r\n\r\n")
    assert b"noon, and" in path.read_bytes()
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert credcheck("fix").code == 0


def test_a_file_is_never_half_written(
    news: Path, credcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    outcome = credcheck("fix", "--write")
    assert outcome.code == 2
    assert "a.md: cannot be written: No space left on device" in outcome.err
    assert (news / "a.md").read_text("utf-8") == DAMAGED
    assert sorted(os.listdir(news)) == ["a.md", "b.txt"]


def test_only_what_is_selected(news: Path, credcheck: Command) -> None:
    outcome = credcheck("fix", "--select", "BRK303")
    assert "noon, and" in outcome.out
    assert "-A second boat" not in outcome.out
    assert credcheck("fix", "--ignore", "BRK").code == 0


def test_copies_go_to_a_folder(news: Path, credcheck: Command) -> None:
    assert credcheck("fix", "--output-dir", "out").code == 0
    assert (news / "out" / "a.md").read_text("utf-8") == REPAIRED
    assert (news / "out" / "b.txt").read_bytes() == (news / "b.txt").read_bytes()
    assert (news / "a.md").read_text("utf-8") == DAMAGED


@pytest.mark.parametrize("unit", ["utf-32", "utf-16", "utf-8"])
def test_the_edit_list_makes_the_same_repair(news: Path, credcheck: Command, unit: str) -> None:
    text = "🚢 " + DAMAGED
    (news / "a.md").write_text(text, "utf-8")
    found = json.loads(credcheck("fix", "-f", "json", "--position-encoding", unit).out)
    codec, width = {"utf-32": ("utf-32-le", 4), "utf-16": ("utf-16-le", 2), "utf-8": ("utf-8", 1)}[
        unit
    ]
    data = text.encode(codec)
    for edit in reversed(found["files"][0]["edits"]):
        data = (
            data[: edit["start"] * width] + edit["text"].encode(codec) + data[edit["end"] * width :]
        )
    assert data.decode(codec) == "🚢 " + REPAIRED


def test_one_by_one(news: Path, credcheck: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\ny\n"))
    outcome = credcheck("fix", "--interactive")
    text = (news / "a.md").read_text("utf-8")
    assert "noon , and" in text
    assert "<span >" not in text
    assert outcome.out.count("becomes:") == 2
    assert "becomes: noon," in outcome.out
    assert "a.md:3:" in outcome.out


def test_no_more_questions_after_quit(
    news: Path, credcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("q\n"))
    assert credcheck("fix", "-i").out.count("becomes:") == 1
    assert (news / "a.md").read_text("utf-8") == DAMAGED


def test_a_page_is_not_written_back_and_that_is_said(folder: Path, credcheck: Command) -> None:
    page = "<html><body><article>" + "<p>The boat came in at noon , and left again soon.</p>" * 9
    (folder / "a.html").write_text(page)
    outcome = credcheck("fix", "--write")
    assert "only the text was taken from a.html: not written back" in outcome.err
    assert (folder / "a.html").read_text() == page


def test_an_ignore_in_the_text_is_heeded(folder: Path, credcheck: Command) -> None:
    text = "<!-- credcheck: ignore-file -->\n\n" + DAMAGED
    (folder / "a.md").write_text(text)
    assert credcheck("fix").code == 0


def test_nothing_to_repair_and_nothing_to_read(folder: Path, credcheck: Command) -> None:
    assert credcheck("fix").code == 2
    assert credcheck("fix", "--allow-empty").code == 0


def test_standard_input_never_overwrites_the_file_it_is_named_after(
    news: Path, credcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stream(io.StringIO):
        buffer = io.BytesIO(DAMAGED.encode())

    monkeypatch.setattr(sys, "stdin", Stream())
    outcome = credcheck("fix", "-", "--stdin-filename", "b.txt", "--write")
    assert "noon, and" in outcome.out
    assert (news / "b.txt").read_text("utf-8").startswith("The council met")


def test_nobody_is_asked_about_a_file_that_cannot_be_written(
    folder: Path, credcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.jsonl").write_text('{"text": "The boat came in at noon , and left again."}\n')
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    outcome = credcheck("fix", "-i")
    assert "becomes:" not in outcome.out
    assert "not written back" in outcome.err


def test_a_file_that_could_not_be_written_is_not_told_as_repaired(
    news: Path, credcheck: Command
) -> None:
    (news / "taken").write_text("a file where the folder would be")
    outcome = credcheck("fix", "a.md", "--output-dir", "taken")
    assert outcome.code == 2
    assert "a.md: cannot be written" in outcome.err
    assert "0 repairs made in 0 files" in outcome.err
