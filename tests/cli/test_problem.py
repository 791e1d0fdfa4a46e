from __future__ import annotations

from credcheck.cli import unable
from credcheck.cli.problem import Problem


def test_a_problem_is_one_line_on_stderr(capsys) -> None:  # type: ignore[no-untyped-def]
    assert unable(str(Problem("a.txt: no such file"))) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "credcheck: error: a.txt: no such file\n")
