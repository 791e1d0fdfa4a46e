from __future__ import annotations

from credcheck.report.names import rule_names


def test_rules_fixers_and_faults_have_names() -> None:
    known = rule_names()
    assert known["BRK303"] == "surplus-space"
    assert known["ERR001"] == "unreadable-file"
    assert list(known) == sorted(known)
