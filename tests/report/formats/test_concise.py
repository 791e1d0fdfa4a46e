from __future__ import annotations

import re
from dataclasses import replace

from credcheck.report.formats.concise import line, render
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import report

VIEW = view(report())


def test_one_finding_a_line_that_editors_can_parse() -> None:
    lines = "".join(render(VIEW, Style())).splitlines()
    assert len(lines) == 4
    assert all(re.match(r"[^:]+:\d+:\d+: (error|warning|info) [A-Z]{3}\d{3} \S", x) for x in lines)


def test_a_message_of_two_lines_is_one_line() -> None:
    assert "\n" not in line(replace(VIEW.findings[0], message="a\nb"), Style())


def test_a_name_cannot_break_the_line_or_steer_the_terminal() -> None:
    row = replace(VIEW.findings[0], path="a\nb\x1b[31m.txt")
    assert line(row, Style()).startswith("a‹U+000A›b‹U+001B›[31m.txt:")


def test_the_page_of_a_pdf_is_said() -> None:
    row = VIEW.findings[0]
    paged = replace(row, location=replace(row.location, page=3))
    assert line(paged, Style()).endswith(" (page 3)")
