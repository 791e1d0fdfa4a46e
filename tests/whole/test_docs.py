"""
The documentation is true: its commands and programs run, and it leaves out nothing.

A block marked `sh run` is a list of commands of ours, run one by one in a folder with the sample
corpus; `exit=1,0` says what they exit with, if not all with 0. Every `python` block is run.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from typer.main import get_command

import credcheck
from credcheck import config
from credcheck.cli import run
from credcheck.cli.app import app
from credcheck.report import formats
from credcheck.settings import Settings

ROOT = Path(credcheck.__file__).parents[1]
PAGES = sorted((ROOT / "docs").glob("*.md"))
BLOCK = re.compile(r"^```(\w+)([^\n`]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What a shell would read as more than words; a block that needs it cannot be run here.
METACHARACTERS = set("|&;<>$`")


def text_of(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def blocks(language: str, mark: str = "") -> Iterator[tuple[str, str, str]]:
    """Name, marks and text of each block of a language whose marks begin with `mark`."""
    for page in PAGES:
        for number, found in enumerate(BLOCK.finditer(page.read_text(encoding="utf-8")), 1):
            if found[1] == language and found[2].strip().startswith(mark):
                yield f"{page.stem}-{number}", found[2], found[3]


def named(some: Iterator[tuple[str, str, str]]) -> list[object]:
    return [pytest.param(marks, text, id=name) for name, marks, text in some]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CREDCHECK_CONFIG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    return tmp_path


@pytest.mark.parametrize(("marks", "text"), named(blocks("sh", "run")))
def test_commands_run(marks: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = text.strip().split("\n")
    expected = [int(code) for code in re.findall(r"\d", marks)] or [0] * len(lines)
    codes = []
    for line in lines:
        assert not METACHARACTERS & set(line)
        program, *arguments = shlex.split(line)
        assert program == "credcheck"
        codes.append(run(arguments))
    assert codes == expected, capsys.readouterr().err


@pytest.mark.parametrize(("marks", "text"), named(blocks("python")))
def test_programs_run(marks: str, text: str) -> None:
    if "def check(paths" in text or "class Engine" in text or "RULE = Rule(" in text:
        pytest.skip("an outline of the source")
    exec(compile(text, "docs", "exec"), {"__name__": "docs"})


@pytest.mark.parametrize(("marks", "text"), named(blocks("toml")))
def test_configurations_are_valid(marks: str, text: str) -> None:
    table = tomllib.loads(text)
    if "language-server" not in table:
        config.applied(Settings(), table, "docs")


@pytest.mark.parametrize(("marks", "text"), named(blocks("json")))
def test_json_is_json(marks: str, text: str) -> None:
    json.loads(text)


def test_the_problem_matcher_takes_a_line_apart() -> None:
    (task,) = [json.loads(text) for _, _, text in blocks("json") if "problemMatcher" in text]
    pattern = task["tasks"][0]["problemMatcher"]["pattern"]
    line = "a b/c.txt:5:18: error BRK301 words glued together: 'thatthe' is 'that the'"
    found = re.fullmatch(pattern["regexp"], line)
    assert found
    assert found[pattern["file"]] == "a b/c.txt"
    assert found[pattern["column"]] == "18"
    assert found[pattern["code"]] == "BRK301"


def test_every_key_of_the_configuration_is_told() -> None:
    text = text_of("configuration.md")
    keys = [field.name.replace("_", "-") for field in fields(Settings)]
    assert [key for key in keys if f"| `{key}` |" not in text] == []


def test_every_public_name_is_told() -> None:
    text = text_of("python-api.md")
    names = [name for name in credcheck.__all__ if not name.startswith("_")]
    assert [name for name in names if f"`{name}" not in text] == []


def test_every_option_of_every_command_is_told() -> None:
    text = text_of("cli.md")
    commands = getattr(get_command(app), "commands")  # noqa: B009
    options = {
        option
        for command in commands.values()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--")
    }
    assert sorted(o for o in options if not re.search(rf"{re.escape(o)}\b", text)) == []
    assert [name for name in commands if f"`credcheck {name}" not in text] == []
    assert [f for f in re.findall(r"`credcheck (\w+)", text) if f not in commands] == []


def test_every_format_is_told() -> None:
    assert [name for name in formats.names() if name not in text_of("cli.md")] == []
