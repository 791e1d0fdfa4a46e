"""The command line, run in this process in an empty folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from credcheck.cli import run

DAMAGED = (
    "# Harbour news\n\nThe last ferry left the old pier at noon , and nobody waited for the mayor."
    "\n\nA second boat <span > came late in the evening with twelve tourists and a dog on board.\n"
)
CLEAN = "The council met on Monday to discuss the harbour wall. It agreed to repair the wall.\n"


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Command = Callable[..., Outcome]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, with no settings of the user's in reach."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "nothing"))
    for name in ("NO_COLOR", "FORCE_COLOR", "CREDCHECK_CONFIG", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def news(folder: Path) -> Path:
    """The folder with one damaged and one clean article."""
    (folder / "a.md").write_text(DAMAGED, "utf-8")
    (folder / "b.txt").write_text(CLEAN, "utf-8")
    return folder


@pytest.fixture
def credcheck(folder: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command line and gives its exit code and what it wrote."""

    def command(*arguments: str) -> Outcome:
        capsys.readouterr()
        code = run(arguments)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return command
