from __future__ import annotations

import inspect
from dataclasses import fields
from pathlib import Path

import pytest

from credcheck.cli import scan, scanning
from tests.cli.conftest import Command


@pytest.mark.parametrize("paths", [(), ("b.txt",), ("a.md", "."), ("nowhere",)])
def test_a_line_of_paths_alone_asks_for_what_typer_reads_in_it(
    news: Path, credcheck: Command, monkeypatch: pytest.MonkeyPatch, paths: tuple[str, ...]
) -> None:
    plain = credcheck("scan", *paths)
    monkeypatch.setattr(scanning, "plain", lambda _: None)
    assert credcheck("scan", *paths) == plain


def test_what_holds_without_options_is_written_alike_for_typer() -> None:
    parameters = inspect.signature(scan.scan).parameters
    by_default = {name: parameter.default for name, parameter in parameters.items()}
    assert {field.name: field.default for field in fields(scanning.Asked)} == by_default


def test_an_option_is_left_to_typer() -> None:
    assert scanning.plain(["a.md", "-q"]) is None
    assert scanning.plain(["-"]) is None
