from __future__ import annotations

import pytest

from tests.cli.conftest import Command

COMMANDS = ("scan", "fix", "align", "explain", "baseline", "report", "init")


def test_the_first_page_names_every_command(credcheck: Command) -> None:
    outcome = credcheck("--help")
    assert outcome.code == 0
    assert all(f"  {command}" in outcome.out for command in COMMANDS)
    assert "Exit codes: 0 passed" in outcome.out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_plain_and_eighty_columns_with_examples(credcheck: Command, command: str) -> None:
    out = credcheck(command, "--help").out
    assert "Examples:" in out
    assert max(map(len, out.splitlines())) <= 80
    assert "\x1b" not in out
    assert "│" not in out
    assert "str>" not in out
    assert "list[" not in out


def test_no_arguments_are_a_question_about_help(credcheck: Command) -> None:
    outcome = credcheck()
    assert "Usage: credcheck" in outcome.out + outcome.err


def test_the_version(credcheck: Command) -> None:
    assert credcheck("--version").out.startswith("credcheck 0.")
