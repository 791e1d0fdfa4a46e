from __future__ import annotations

from credcheck.report.records import head, record, summary, tail
from credcheck.report.view import view
from tests.report.made import report

VIEW = view(report())


def test_optional_keys_are_left_out_and_others_are_null() -> None:
    found = record(VIEW.findings[0])
    assert "record" not in found["location"]
    assert found["score"] is None


def test_the_summary_counts_what_counts() -> None:
    found = summary(VIEW)
    assert found["severities"] == {"error": 2, "warning": 2, "info": 0}
    assert found["statuses"] == {"new": 4, "suppressed": 1}
    assert found["counts"] == {"BRK102": 1, "BRK202": 1, "BRK303": 1, "SPN104": 1}
    assert found["metrics"]["unsupported"] is None


def test_head_and_tail() -> None:
    assert head(VIEW)["schema_version"] == "1.0"
    assert tail(VIEW)["gate"]["passed"] is False
