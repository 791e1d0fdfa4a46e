from __future__ import annotations

from pathlib import Path

import pytest

from credcheck.cli.known import BASELINE, known_findings
from credcheck.cli.problem import Problem


def test_no_file_is_nothing_known(folder: Path) -> None:
    assert known_findings(None) == ()


def test_the_file_of_the_folder_is_used_unasked(folder: Path) -> None:
    (folder / BASELINE).write_text("a.txt\tBRK303\tfeed\twords\n")
    assert known_findings(None) == (("a.txt", "feed"),)
    assert known_findings(None, is_absolute=True) == ((str(folder / "a.txt"), "feed"),)


def test_a_file_that_is_none_is_an_error(folder: Path) -> None:
    (folder / "x").write_text("what is this\n")
    with pytest.raises(Problem, match="x: line 1: not a line of a baseline"):
        known_findings("x")
