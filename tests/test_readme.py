"""What the README shows is what a newcomer sees."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_shows_a_true_output() -> None:
    block = re.search(r"```text output\n(.*?)```", README, re.DOTALL)
    assert block
    command = [sys.executable, "-m", "credcheck", "scan", "seeds/"]
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "80", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 1, done.stderr
    shown = [part.strip("\n") for part in block[1].split("[…]\n")]
    position = 0
    for part in shown:
        assert part in done.stdout[position:], part
        position = done.stdout.index(part, position) + len(part)


def test_every_file_the_readme_points_to_is_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert not [link for link in links if not (ROOT / link).exists()]


def test_the_readme_holds_the_two_commands_that_ci_runs() -> None:
    assert len(re.findall(r"^```sh run\n[^\n]+\n```$", README, re.MULTILINE)) == 2
