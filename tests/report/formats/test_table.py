from __future__ import annotations

from credcheck.report.formats.table import render
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import report


def test_files_and_gate_without_findings() -> None:
    text = "".join(render(view(report()), Style()))
    assert "ferry.txt" in text
    assert "gate FAILED" in text
    assert "BRK" not in text
