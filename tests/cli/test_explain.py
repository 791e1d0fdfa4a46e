from __future__ import annotations

import json

import pytest

from credcheck.rules import names as rule_names
from tests.cli.conftest import Command


def test_the_list_names_every_rule(credcheck: Command) -> None:
    outcome = credcheck("explain")
    assert outcome.code == 0
    assert all(code in outcome.out and name in outcome.out for code, name in rule_names().items())


@pytest.mark.parametrize("code", rule_names())
def test_every_code_is_explained_and_can_be_switched_off(credcheck: Command, code: str) -> None:
    outcome = credcheck("explain", code)
    assert outcome.code == 0
    assert "Why it matters" in outcome.out
    assert "When it is wrong" in outcome.out
    assert "How to switch it off" in outcome.out


def test_by_name_and_in_any_case(credcheck: Command) -> None:
    assert credcheck("explain", "Glued-Words").out == credcheck("explain", "brk301").out


def test_machines_get_json_and_sites_markdown(credcheck: Command) -> None:
    (found,) = json.loads(credcheck("explain", "BRK301", "-f", "json").out)
    assert found["name"] == "glued-words"
    assert credcheck("explain", "BRK301", "-f", "md").out.startswith("# BRK301 glued-words")


def test_an_unknown_rule_is_an_error(credcheck: Command) -> None:
    outcome = credcheck("explain", "glued-wrds")
    assert outcome.code == 2
    assert 'unknown rule "glued-wrds"; did you mean "glued-words"?' in outcome.err
