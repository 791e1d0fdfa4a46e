from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from credcheck.report.diff import unified
from credcheck.report.style import Style

OLD = "Heading\n\nThe pier , and the quay.\nSame.\x0cNot a line.\nlast"
NEW = "Heading\n\nThe pier, and the quay.\nSame.\x0cNot a line.\nlast one"


@pytest.mark.skipif(shutil.which("patch") is None, reason="needs patch(1)")
@pytest.mark.parametrize(
    ("old", "new"), [(OLD, NEW), (OLD.replace("\n", "\r\n"), NEW.replace("\n", "\r\n"))]
)
def test_patch_takes_the_diff(tmp_path: Path, old: str, new: str) -> None:
    (tmp_path / "a.txt").write_bytes(old.encode())
    text = "".join(unified(old, new, "a.txt", Style()))
    subprocess.run(
        ["patch", "--binary", "-p1"],
        input=text.encode(),
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert (tmp_path / "a.txt").read_bytes() == new.encode()


def test_colour_adds_nothing_but_colour() -> None:
    colored = "".join(unified(OLD, NEW + "\n", "a.txt", Style(is_colored=True)))
    plain = "".join(unified(OLD, NEW + "\n", "a.txt", Style()))
    bare = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    assert sorted(bare.splitlines()) == sorted(
        line for line in plain.splitlines() if not line.startswith("\\")
    )
    assert "\x1b[31;7m" in colored


def test_no_difference_is_no_text() -> None:
    assert not list(unified(OLD, OLD, "a.txt", Style()))
