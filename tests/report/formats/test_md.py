from __future__ import annotations

from dataclasses import replace

from credcheck.report.formats.md import render
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import report

VIEW = view(report())


def test_what_is_quoted_cannot_become_markup() -> None:
    row = replace(VIEW.findings[0], message="<script>|*x*", path="a|b.txt")
    text = "".join(render(replace(VIEW, findings=(row,)), Style()))
    assert "<script>" not in text
    assert "\\<script\\>\\|\\*x\\*" in text


def test_many_findings_are_cut_and_counted() -> None:
    text = "".join(render(replace(VIEW, findings=VIEW.findings[:1] * 70), Style()))
    assert "- and 20 more" in text
