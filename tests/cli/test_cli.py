from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from credcheck import cli
from tests.cli.conftest import Command

ROOT = Path(cli.__file__).parents[2]


def test_a_path_in_the_place_of_a_command(news: Path, credcheck: Command) -> None:
    outcome = credcheck("a.md")
    assert outcome.code == 2
    assert "did you mean: credcheck scan a.md" in outcome.err
    assert "Did you mean 'scan'" in credcheck("scna").err


def test_an_error_of_ours_is_one_line_and_exit_code_2(
    news: Path, credcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("credcheck.cli.running.checked", broken)
    outcome = credcheck("scan")
    assert outcome.code == 2
    assert outcome.err.startswith("credcheck: error: internal error: RuntimeError: a bug")
    monkeypatch.setenv("CREDCHECK_TRACEBACK", "1")
    with pytest.raises(RuntimeError):
        cli.run(["scan"])


def test_products_of_matrices_are_worked_out_by_one_thread_unless_asked(
    credcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    credcheck("rules")
    assert os.environ.pop("OPENBLAS_NUM_THREADS") == "1"
    assert os.environ["OMP_NUM_THREADS"] == "3"


def test_an_interrupt_is_130(
    credcheck: Command, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("credcheck.cli.running.checked", interrupted)
    assert credcheck("scan").code == 130


def test_a_reader_that_leaves_is_no_error(news: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "credcheck", "explain"],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_that_lacks_a_character_ends_nothing(news: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "credcheck", "explain", "BRK303"],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert b"BRK303" in done.stdout


def test_no_command_at_all_is_answered_with_the_help(folder: Path, credcheck: Command) -> None:
    outcome = credcheck()
    assert outcome.code == 2
    lines = (outcome.err + outcome.out).splitlines()
    assert any(line.split()[:1] == ["scan"] for line in lines)
    assert max(map(len, lines)) <= 80


def test_the_list_of_commands_is_not_cut_off(folder: Path, credcheck: Command) -> None:
    assert "..." not in credcheck("--help").out.partition("Commands:")[2]


@pytest.mark.parametrize("name", ["scan", "fix", "align", "explain", "baseline", "report", "init"])
def test_every_command_shows_examples(folder: Path, credcheck: Command, name: str) -> None:
    told = credcheck(name, "--help").out
    assert f"Examples:\n    credcheck {name}" in told
    assert max(map(len, told.splitlines())) <= 80


def test_a_reader_that_leaves_does_not_change_what_the_gate_says(news: Path) -> None:
    for name, code in (("a.md", 1), ("b.txt", 0)):
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run(
            [sys.executable, "-m", "credcheck", "scan", name, "-o", f"{name}.json"],
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        os.close(write)
        assert (done.returncode, done.stderr) == (code, b"")
        assert (news / f"{name}.json").stat().st_size
