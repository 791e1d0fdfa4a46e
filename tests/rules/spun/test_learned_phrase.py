"""Three files: one as it was written, its spun copy, and another text of the same machine."""

from __future__ import annotations

from pathlib import Path

from credcheck.check import check
from credcheck.engines.local import LocalEngine
from credcheck.settings import Settings
from credcheck.types import Finding
from tests.rules.spun.spun_texts import CLEAN, OTHER_SPUN, SPUN

ORIGINAL = """The ministry said on Friday that nearly all factories in the valley had closed. Most
people there had lost a year of wages, it said, and a third of the people had left. It asked the
banks in the capital to wait for payment before the winter, and the banks agreed to help. Local
people blamed the closed road. "We have asked for a road since the war," a farmer told reporters."""

# Swaps of ORIGINAL that OTHER_SPUN has as well.
COPY = """The ministry mentioned on Friday that nearly all factories in the valley had closed. Most
folks there had misplaced a year of wages, it mentioned, and a third of the folks had left. It asked
the banks in the capital to wait for payment earlier than the winter, and the banks agreed to
assist. Local folks blamed the closed highway. "We have asked for a highway since the war," a farmer
advised reporters."""


def learned(folder: Path, **texts: str) -> list[Finding]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    report = check([str(folder)], Settings(), LocalEngine(jobs=1))
    return [found for found in report.findings if found.rule == "SPN109"]


def test_swaps_that_two_files_show_are_found_in_a_third(tmp_path: Path) -> None:
    found = learned(tmp_path, a=ORIGINAL, b=COPY, c=OTHER_SPUN)
    assert {Path(f.document).name for f in found} == {"c.txt"}
    repairs = {f.span.of(OTHER_SPUN): f.fix.edits[0].text for f in found if f.fix}
    expected = {"mentioned": "said", "folks": "people", "highway": "road"}
    assert {words: repairs.get(words) for words in expected} == expected
    shown = {e.document for f in found for e in f.evidence if e.relation == "reworded"}
    assert {Path(name or "").name for name in shown} == {"b.txt"}


def test_a_clean_file_is_left_alone(tmp_path: Path) -> None:
    assert learned(tmp_path, a=ORIGINAL, b=COPY, c=CLEAN.replace("people", "folks")) == []


def test_without_a_pair_nothing_is_learned(tmp_path: Path) -> None:
    assert learned(tmp_path, b=COPY, c=OTHER_SPUN, d=SPUN) == []
