from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from credcheck.cli.chosen import chosen
from credcheck.cli.problem import Problem
from credcheck.cli.progress import Watched
from credcheck.cli.running import checked, engine_of
from credcheck.engines.local import LocalEngine
from credcheck.language import encoder
from tests.cli.conftest import Command
from tests.language.small_encoder import small_encoder


def test_engines() -> None:
    engine = engine_of("local", 3)
    assert isinstance(engine, LocalEngine)
    assert engine.jobs == 3
    with pytest.raises(Problem, match='did you mean "local"'):
        engine_of("lcal", None)


def test_what_was_found_before_an_interrupt_is_reported(
    news: Path, credcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    until_stopped = Watched._until_stopped

    def first_only(self: Watched, items: Iterable[object]) -> Iterator[object]:
        for number, item in enumerate(until_stopped(self, items)):
            if number:
                self.stop()
                return
            yield item

    monkeypatch.setattr(Watched, "_until_stopped", first_only)
    report, is_stopped = checked(chosen(None), engine_of("local", 1), is_shown=False)
    assert is_stopped
    assert [score.document for score in report.scores] == ["a.md"]
    assert report.notices[-1] == "interrupted: 1 of 2 files were checked"
    outcome = credcheck("scan", "--jobs", "1")
    assert outcome.code == 130
    assert "interrupted: 1 of 2 files" in outcome.out


def test_a_report_names_the_encoder_that_had_a_say(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weights = ModuleType("credcheck_encoder")
    weights.__version__ = "9.8"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "credcheck_encoder", weights)
    monkeypatch.setattr(encoder, "encoder", small_encoder)
    report, _ = checked(chosen(None, encoder=True), engine_of("local", 1), is_shown=False)
    assert report.notices[-1] == "what is not clean was read by credcheck-encoder 9.8 too"
    report, _ = checked(chosen(None), engine_of("local", 1), is_shown=False)
    assert not any("encoder" in notice for notice in report.notices)
