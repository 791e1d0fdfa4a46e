"""What counts as shared follows the settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from credcheck.check import check
from credcheck.engines.local import LocalEngine
from credcheck.settings import Duplicates, Settings
from credcheck.types import Report
from tests.align.texts import HARBOUR, ORCHARD, SCHOOL


def checked(folder: Path, **limits: float) -> Report:
    settings = replace(Settings(select=("DUP",)), duplicates=Duplicates(**limits))  # type: ignore[arg-type]
    return check([str(folder)], settings, LocalEngine(jobs=1))


def codes(folder: Path, **limits: float) -> list[str]:
    return sorted({finding.rule for finding in checked(folder, **limits).findings})


def test_words_and_evidence_of_a_passage(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{ORCHARD}\n\n{HARBOUR}")
    (tmp_path / "b.txt").write_text(f"{HARBOUR}\n\n{SCHOOL}")
    assert checked(tmp_path).alignments
    assert not checked(tmp_path, passage_words=120).alignments
    assert not checked(tmp_path, evidence=1000.0).alignments


def test_the_share_that_makes_a_copy_and_the_share_that_makes_a_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HARBOUR)
    (tmp_path / "b.txt").write_text(f"{HARBOUR}\n\n{SCHOOL}")
    assert codes(tmp_path) == ["DUP101", "DUP103"]
    assert codes(tmp_path, copy_share=0.5) == ["DUP102"]
    assert checked(tmp_path).groups
    assert not checked(tmp_path, source_share=1.0, copy_share=1.0, evidence=1000.0).groups


def test_the_words_of_a_repetition(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{ORCHARD}\n\n{SCHOOL}\n\n{ORCHARD}")
    assert codes(tmp_path) == ["DUP104"]
    assert codes(tmp_path, repeated_words=200) == []
