from __future__ import annotations

from dataclasses import replace

from credcheck.report.formats.junit import render
from credcheck.report.style import Style
from credcheck.report.view import view
from credcheck.settings import Gate, Settings
from tests.report.made import report


def test_only_what_fails_the_gate_is_a_failure() -> None:
    text = "".join(render(view(report(Settings(gate=Gate("never")))), Style()))
    assert "<failure" not in text
    assert "<system-out>" in text


def test_control_characters_have_no_place_in_xml() -> None:
    rows = view(report())
    row = replace(rows.findings[0], message="a\x00b\ud800")
    text = "".join(render(replace(rows, findings=(row,)), Style()))
    assert "\x00" not in text
    text.encode("utf-8")
