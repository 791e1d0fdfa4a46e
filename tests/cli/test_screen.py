from __future__ import annotations

import pytest

from credcheck.cli.problem import Problem
from credcheck.cli.screen import one_of, say, styled, unit_of


def test_a_choice_that_is_none_is_said_with_what_was_meant() -> None:
    assert one_of("--color", "auto", ("auto", "never")) == "auto"
    with pytest.raises(Problem, match='did you mean "never"'):
        one_of("--color", "nevr", ("auto", "never"))


def test_style_of_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    assert not styled("auto").is_colored
    assert styled("always").is_colored
    assert styled("auto", shown_max=0).shown_max == 0
    assert styled("auto").width == 80


def test_units_and_notices(capsys: pytest.CaptureFixture[str]) -> None:
    assert unit_of("utf-16") == "utf-16"
    say("hello")
    assert capsys.readouterr().err == "credcheck: hello\n"
