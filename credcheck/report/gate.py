"""
Does a run pass? Every question asked, with its limit and what was measured, and the exit code.

Counted are findings that are neither suppressed nor known to the baseline. A file whose findings
are all known is not measured again: old trouble does not fail new work. Limits are inclusive.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from credcheck.report.rows import Bound, Check, FileRow, FindingRow, GateRow, Scope
from credcheck.settings import Gate
from credcheck.types import SEVERITIES

METRICS = ("spun", "broken", "duplicate", "unsupported", "quality")
EXIT_PASSED, EXIT_FAILED, EXIT_UNABLE, EXIT_INTERRUPTED = 0, 1, 2, 130


def judged(files: tuple[FileRow, ...], findings: Iterable[FindingRow], gate: Gate) -> GateRow:
    """Every check of the gate, in a fixed order."""
    rows = tuple(findings)
    old = _all_known(rows)
    measured = tuple(file for file in files if file.label not in old)
    checks = (*_of_findings(rows, gate), *_of_files(measured, gate), *_of_corpus(files, gate))
    return GateRow(all(check.passed for check in checks), checks)


def exit_code(gate: GateRow, is_exit_zero: bool = False) -> int:
    """0 if nothing gated failed, 1 if something did; the same for every format."""
    return EXIT_PASSED if gate.passed or is_exit_zero else EXIT_FAILED


def measure(file: FileRow, metric: str) -> float | None:
    """A metric of one file by name; None where nothing could be measured."""
    if metric == "quality":
        return float(file.quality)
    value: float | None = getattr(file.metrics, metric)
    return value


def mean(files: Iterable[FileRow], metric: str) -> float | None:
    """The word-weighted mean of a metric over the files it could be measured on."""
    known = [(file.words, measure(file, metric)) for file in files]
    weighted = [(words, value) for words, value in known if value is not None]
    total = sum(words for words, _ in weighted)
    if not total:
        return None
    return round(sum(words * value for words, value in weighted) / total, 6)


def _all_known(findings: tuple[FindingRow, ...]) -> set[str]:
    """Files that have findings, none of which is new to the baseline."""
    known = {row.label for row in findings if row.status == "baseline"}
    return known - {row.label for row in findings if row.is_counted}


def _of_findings(findings: tuple[FindingRow, ...], gate: Gate) -> Iterator[Check]:
    if gate.fail_on == "never":
        return
    failing = SEVERITIES[: SEVERITIES.index(gate.fail_on) + 1]
    count = sum(f.is_counted and f.severity in failing for f in findings)
    yield Check("findings", gate.fail_on, "max", 0, count, count == 0)


def _of_files(files: tuple[FileRow, ...], gate: Gate) -> Iterator[Check]:
    for metric, limit in _in_order(gate.file_max):
        yield _worst(files, metric, limit, "max")
    for metric, limit in _in_order(gate.file_min):
        yield _worst(files, metric, limit, "min")


def _worst(files: tuple[FileRow, ...], metric: str, limit: float, bound: Bound) -> Check:
    known = [(value, f) for f in files if (value := measure(f, metric)) is not None]
    if not known:
        return Check("file", metric, bound, limit, None, True)
    sign = 1 if bound == "max" else -1
    actual, file = max(known, key=lambda pair: sign * pair[0])
    return _check("file", metric, bound, limit, actual, file.label)


def _of_corpus(files: tuple[FileRow, ...], gate: Gate) -> Iterator[Check]:
    for metric, limit in _in_order(gate.corpus_max):
        yield _check("corpus", metric, "max", limit, mean(files, metric))
    for metric, limit in _in_order(gate.corpus_min):
        yield _check("corpus", metric, "min", limit, mean(files, metric))


def _check(
    scope: Scope,
    metric: str,
    bound: Bound,
    limit: float,
    actual: float | None,
    path: str | None = None,
) -> Check:
    passed = actual is None or (actual <= limit if bound == "max" else actual >= limit)
    return Check(scope, metric, bound, limit, actual, passed, path)


def _in_order(limits: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(limits.items(), key=lambda item: METRICS.index(item[0]))
