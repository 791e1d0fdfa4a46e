from __future__ import annotations

import json

from credcheck.report.formats.rdjson import render
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import report


def test_a_suggestion_replaces_the_bytes_of_the_finding() -> None:
    found = json.loads("".join(render(view(report(), "utf-8"), Style())))["diagnostics"][2]
    assert found["suggestions"] == [{"range": found["location"]["range"], "text": ", and"}]
    assert found["severity"] == "ERROR"
