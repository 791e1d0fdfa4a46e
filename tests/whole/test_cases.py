"""
Golden reports: each file of tests/cases holds input files, commands, and what they print.

`CREDCHECK_REWRITE=1 python -m pytest tests/whole/test_cases.py` writes down what they print now;
read the diff before it is committed. A file marked (CRLF) gets those line ends, (BOM) a mark.
"""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest

from tests.cli.conftest import Command, credcheck, folder

__all__ = ["credcheck", "folder"]

CASES = Path(__file__).parents[1] / "cases"
_BLOCK = re.compile(r"(?m)^### `([^`\n]+)`([^\n]*)\n+~~~~\n(.*?)^~~~~$", re.DOTALL)


def block(match: re.Match[str], folder: Path, command: Command) -> str:
    """A block of a case: a file is put into the folder, a command is run and printed."""
    if not match[1].startswith("credcheck "):
        put(folder, match[1], match[2], match[3])
        return match[0]
    return f"### `{match[1]}`{match[2]}\n\n~~~~\n{printed(command, match[1])}~~~~"


def put(folder: Path, name: str, marks: str, content: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = content.replace("\n", "\r\n") if "CRLF" in marks else content
    mark = b"\xef\xbb\xbf" if "BOM" in marks else b""
    path.write_bytes(mark + text.encode("utf-8"))


def printed(command: Command, line: str) -> str:
    outcome = command(*shlex.split(line)[1:])
    return f"{outcome.out}{outcome.err}exit code {outcome.code}\n"


@pytest.mark.parametrize("path", sorted(CASES.glob("*.md")), ids=lambda path: path.stem)
def test_the_report_is_the_one_written_down(path: Path, folder: Path, credcheck: Command) -> None:
    text = path.read_text("utf-8")
    now = _BLOCK.sub(lambda match: block(match, folder, credcheck), text)
    if os.environ.get("CREDCHECK_REWRITE"):
        path.write_text(now, "utf-8")
    assert now == path.read_text("utf-8")


def test_there_are_cases() -> None:
    assert list(CASES.glob("*.md"))
