"""One bad item never loses the rest."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from credcheck import guards
from credcheck.align.compare import compare
from credcheck.check import check
from credcheck.engines.local import LocalEngine
from credcheck.guards import events
from credcheck.settings import Settings
from credcheck.support import judge as judging
from credcheck.types import Report

STORY = (
    "The harbour board of Port Salen closed its old iron pier on Monday after an inspector found "
    "rust in its legs. Some 240 people had used it every day, the board said. The pier was built "
    "in 1911 and carried a small railway until the war, when part of it was taken down."
)
OTHER = (
    "Bakers of the upper town sold 5,300 loaves at the spring fair on Sunday, the guild said. A "
    "jury of four millers gave its prize to a rye bread from the bakery by the town hall, that has "
    "baked there since 1874 and employs nine people."
)


def run(folder: Path) -> Report:
    for name, text in (("a", STORY), ("b", STORY), ("c", OTHER), ("d", OTHER)):
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    return check([str(folder)], Settings(), LocalEngine(jobs=1))


def faults(report: Report) -> list[tuple[str, str]]:
    found = [f for f in report.findings if f.rule == "ERR009"]
    return [(Path(f.document).name, f.message) for f in found]


def test_a_pair_that_cannot_be_compared_is_named_and_the_others_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = compare

    def all_of(lot: Any, settings: Any) -> Any:
        raise RuntimeError("lot")

    def one_of(pair: Any, settings: Any) -> Any:
        if pair[0].document.endswith("a.txt"):
            raise RuntimeError("out of ideas")
        return whole(pair, settings)

    monkeypatch.setattr(guards, "compare_all", all_of)
    monkeypatch.setattr(guards, "compare", one_of)
    report = run(tmp_path)
    told = faults(report)
    assert {name for name, _ in told} == {"a.txt"}
    assert all("comparison with" in message for _, message in told)
    assert {Path(a.left.document).name for a in report.alignments} == {"c.txt"}


def test_an_event_that_cannot_be_judged_is_named_and_the_others_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = judging.judge_near

    def judge(*arguments: Any) -> Any:
        raise RuntimeError("all")

    def judge_near(members: Any, near: Any, groups: Any) -> Any:
        if any(e.document.id.endswith("a.txt") for e in members):
            raise RuntimeError("out of ideas")
        return whole(members, near, groups)

    monkeypatch.setattr(guards, "judge", judge)
    monkeypatch.setattr(guards, "judge_near", judge_near)
    lost = {name for name, message in faults(run(tmp_path)) if "judging of claims" in message}
    assert "a.txt" in lost
    assert not lost & {"c.txt", "d.txt"}


def test_events_are_what_hangs_together() -> None:
    near = ((2,), (), (0, 3), (2,), (5,), (4,))
    assert list(events(near)) == [(0, 2, 3), (1,), (4, 5)]
