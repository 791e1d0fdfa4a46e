from __future__ import annotations

from pathlib import Path

import pytest

from credcheck.cli.watching import state, watch
from tests.cli.conftest import Command


def test_a_change_runs_it_again_and_no_change_does_not(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "a.txt"
    path.write_text("one")
    runs: list[str] = []
    changes = iter([None, "longer", None, None])

    def sleep(_: float) -> None:
        text = next(changes, "end")
        if text == "end":
            raise KeyboardInterrupt
        if text:
            path.write_text(text)

    def once() -> int:
        runs.append(path.read_text())
        return len(runs)

    monkeypatch.setattr("time.sleep", sleep)
    assert watch(once, lambda: ["a.txt"]) == 2
    assert runs == ["one", "longer"]


def test_what_has_gone_is_left_out(folder: Path) -> None:
    assert state(["nowhere"]) == ()


def test_watch_is_an_option_of_scan(
    news: Path, credcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leave(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("time.sleep", leave)
    outcome = credcheck("scan", "--watch")
    assert (outcome.code, "watching for changes" in outcome.err) == (1, True)
