from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from credcheck.cli.chosen import chosen
from credcheck.cli.problem import Problem
from credcheck.cli.progress import Watched
from credcheck.cli.running import checked, engine_of
from credcheck.engines.local import LocalEngine
from tests.cli.conftest import Command


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
