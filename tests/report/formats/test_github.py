from __future__ import annotations

from dataclasses import replace

from credcheck.report.formats.github import render
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import report

VIEW = view(report())


def test_ten_of_each_kind_then_how_many_more() -> None:
    row = next(row for row in VIEW.findings if row.severity == "error")
    lines = "".join(render(replace(VIEW, findings=(row,) * 23), Style())).splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10
    assert "13 more errors not shown as annotations" in lines


def test_nothing_in_a_message_ends_the_command() -> None:
    row = replace(VIEW.findings[0], message="100%:\r\nno, really", path="a,b:c.txt")
    text = "".join(render(replace(VIEW, findings=(row,)), Style()))
    assert "::100%25:%0D%0Ano, really\n" in text
    assert "file=a%2Cb%3Ac.txt," in text
