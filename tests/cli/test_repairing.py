from __future__ import annotations

from pathlib import Path

from credcheck.cli.chosen import chosen
from credcheck.cli.repairing import repairs
from credcheck.engines.local import LocalEngine


def test_files_come_in_order(news: Path) -> None:
    for number in range(3):
        (news / f"{number}.txt").write_text("A boat came in at ten , and left again.\n")
    found = list(repairs(chosen(None), LocalEngine(jobs=1), False, None, None))
    names = [each.document.id for each in found]
    assert names == sorted(names)
    assert sum(each.is_changed for each in found) == 4
