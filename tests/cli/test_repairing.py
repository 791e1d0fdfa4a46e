from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from credcheck.cli.chosen import chosen
from credcheck.cli.repairing import repairs
from credcheck.engines.local import LocalEngine
from credcheck.fix import repaired
from tests.cli.conftest import Command


def test_files_come_in_order(news: Path) -> None:
    for number in range(3):
        (news / f"{number}.txt").write_text("A boat came in at ten , and left again.\n")
    found = list(repairs(chosen(None), LocalEngine(jobs=1), False, None, None))
    names = [each.document.id for each in found]
    assert names == sorted(names)
    assert sum(each.is_changed for each in found) == 4


def test_a_file_on_which_a_repair_fails_stays_and_the_others_are_repaired(
    news: Path, credcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def picky(document: Any, *more: Any) -> Any:
        if document.id == "bad.txt":
            raise IndexError("one too many")
        return repaired(document, *more)

    monkeypatch.setattr("credcheck.cli.repairing.repaired", picky)
    (news / "bad.txt").write_text("A boat came in at ten , and left.\n")
    (news / "binary.txt").write_bytes(bytes(range(256)))
    before = (news / "a.md").read_text("utf-8")
    done = credcheck("fix", "--write", "-j", "1")
    assert done.code == 2
    assert "error: bad.txt: internal error in repair: IndexError: one too many\n" in done.err
    assert "note: binary.txt: a binary file, not text\n" in done.err
    assert (news / "bad.txt").read_text() == "A boat came in at ten , and left.\n"
    assert (news / "a.md").read_text("utf-8") != before
