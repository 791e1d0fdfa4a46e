from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from credcheck.cli.outputs import Output, outputs, replaced
from credcheck.cli.problem import Problem
from tests.cli.conftest import Command

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("format", "wanted", "expected"),
    [
        (None, [], [("text", None)]),
        ("json", [], [("json", None)]),
        (None, ["r.json"], [("text", None), ("json", "r.json")]),
        ("json", ["report"], [("text", None), ("json", "report")]),
        ("json", ["r.json"], [("text", None), ("json", "r.json")]),
        ("concise", ["r.json"], [("concise", None), ("json", "r.json")]),
        ("json", ["sarif:r.json"], [("json", None), ("sarif", "r.json")]),
        (None, ["json:-"], [("json", None)]),
        (None, ["a.xml", "md:b"], [("text", None), ("junit", "a.xml"), ("md", "b")]),
    ],
)
def test_where_each_format_goes(
    folder: Path, format: str | None, wanted: list[str], expected: list[tuple[str, str | None]]
) -> None:
    assert outputs(format, wanted) == tuple(Output(*pair) for pair in expected)


@pytest.mark.parametrize("wanted", ["", ".", "json:", "no/x.json", "nothing:x"])
def test_what_cannot_be_written_is_said_before_the_run(folder: Path, wanted: str) -> None:
    with pytest.raises(Problem, match="--output"):
        outputs(None, [wanted])


def test_a_file_is_replaced_whole_with_its_mode(folder: Path) -> None:
    path = folder / "x"
    path.write_text("old")
    path.chmod(0o600)
    replaced("x", b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o600)
    replaced("y", b"new")
    assert (folder / "y").stat().st_mode & 0o777 == 0o666 & ~_umask()


def test_a_link_stays_a_link(folder: Path) -> None:
    (folder / "x").write_text("old")
    (folder / "link").symlink_to("x")
    replaced("link", b"new")
    assert (folder / "link").is_symlink()
    assert (folder / "x").read_bytes() == b"new"


def test_files_are_written_though_the_reader_of_stdout_has_gone(news: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "credcheck", "scan", "-o", "html:r.html", "-o", "r.json"],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")  # as the gate says
    assert (news / "r.html").read_text("utf-8").rstrip().endswith("</html>")
    assert len(json.loads((news / "r.json").read_text("utf-8"))["files"]) == 2


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def test_what_machines_are_not_told_goes_to_stderr(news: Path, credcheck: Command) -> None:
    outcome = credcheck("scan", "b.txt", "a.md", "-f", "concise", "--max", "broken=0")
    assert "credcheck: failed: a.md: broken" in outcome.err
    assert credcheck("scan", "-f", "concise", "-q", "--max", "broken=0").err == ""


def test_an_empty_run_still_writes_its_report(folder: Path, credcheck: Command) -> None:
    assert credcheck("scan", "--allow-empty", "-o", "r.json").code == 0
    assert (folder / "r.json").exists()


def test_a_format_in_the_place_of_a_file_is_no_file_name(folder: Path) -> None:
    with pytest.raises(Problem, match=r"json:PATH.*--format json.*\./json"):
        outputs(None, ["json"])
    assert outputs(None, ["./json"]) == (Output("text", None), Output("text", "./json"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only_is_said_before_the_run(folder: Path) -> None:
    (folder / "closed").mkdir(mode=0o500)
    with pytest.raises(Problem, match="cannot be written: permission denied"):
        outputs(None, ["closed/r.json"])
