from __future__ import annotations

from dataclasses import replace

import pytest

from credcheck.report.gate import exit_code, judged, mean
from credcheck.report.rows import FileRow, FindingRow
from credcheck.report.view import view
from credcheck.settings import Gate
from tests.report.made import report

VIEW = view(report())


def files(**metrics: float) -> tuple[FileRow, ...]:
    file = VIEW.files[0]
    return (replace(file, metrics=replace(file.metrics, **metrics)), VIEW.files[1])


@pytest.mark.parametrize(("fail_on", "count"), [("error", 2), ("warning", 4), ("info", 4)])
def test_findings_of_the_severity_or_worse_are_counted(fail_on: str, count: int) -> None:
    gate = judged(VIEW.files, VIEW.findings, Gate(fail_on=fail_on))  # type: ignore[arg-type]
    assert (gate.checks[0].actual, gate.passed) == (count, False)


def test_never_asks_nothing() -> None:
    assert judged(VIEW.files, VIEW.findings, Gate(fail_on="never")).checks == ()


def test_suppressed_and_known_findings_do_not_count() -> None:
    rows = tuple(replace(row, status="baseline") for row in VIEW.findings)
    assert judged(VIEW.files, rows, Gate(fail_on="info")).passed


@pytest.mark.parametrize(("actual", "passed"), [(0.05, True), (0.0501, False)])
def test_a_limit_is_inclusive_and_names_the_worst_file(actual: float, passed: bool) -> None:
    gate = judged(files(broken=actual), (), Gate("never", file_max={"broken": 0.05}))
    check = gate.checks[0]
    assert (check.passed, check.actual, check.path) == (passed, actual, "ferry.txt")


@pytest.mark.parametrize(("limit", "passed"), [(80.0, True), (80.5, False)])
def test_quality_is_a_lower_limit(limit: float, passed: bool) -> None:
    assert judged(VIEW.files, (), Gate("never", file_min={"quality": limit})).passed is passed


def test_what_could_not_be_measured_never_fails() -> None:
    gate = judged(VIEW.files, (), Gate("never", file_max={"unsupported": 0.0}))
    assert (gate.passed, gate.checks[0].actual) == (True, None)


def test_the_corpus_is_weighted_by_words() -> None:
    rows = (files(spun=0.3)[0], replace(VIEW.files[1], metrics=VIEW.files[0].metrics))
    assert mean(rows, "spun") == pytest.approx((20 * 0.3 + 10 * 0.1) / 30, abs=1e-6)
    assert not judged(rows, (), Gate("never", corpus_max={"spun": 0.2})).passed


def test_a_file_whose_findings_are_all_known_is_not_measured_again() -> None:
    def known(row: FindingRow) -> FindingRow:
        return replace(row, status="baseline")

    rows = tuple(map(known, VIEW.findings))
    limit = Gate("never", file_max={"broken": 0.0})
    old = judged(files(broken=0.9), rows, limit).checks[0]
    assert (old.actual, old.path) == (0.05, "wire.txt")
    assert judged(files(broken=0.9), (*rows[1:], VIEW.findings[0]), limit).checks[0].actual == 0.9


def test_exit_codes() -> None:
    failed = judged(VIEW.files, VIEW.findings, Gate())
    assert (exit_code(failed), exit_code(failed, is_exit_zero=True)) == (1, 0)
    assert exit_code(judged(VIEW.files, (), Gate())) == 0
