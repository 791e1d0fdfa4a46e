from __future__ import annotations

from pathlib import Path

import pytest

from credcheck.report import formats
from tests.cli.conftest import Command


@pytest.mark.parametrize("format", formats.names())
def test_a_saved_report_prints_as_the_scan_did(news: Path, credcheck: Command, format: str) -> None:
    scanned = credcheck("scan", "-f", format, "-o", "json:saved")
    again = credcheck("report", "saved", "-f", format)
    assert (again.code, again.out) == (scanned.code, scanned.out)


def test_what_is_no_report_is_refused(news: Path, credcheck: Command) -> None:
    outcome = credcheck("report", "a.md")
    assert outcome.code == 2
    assert outcome.err.startswith("credcheck: error: a.md: not JSON")
