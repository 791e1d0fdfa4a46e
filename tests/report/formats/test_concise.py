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
