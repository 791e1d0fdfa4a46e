"""The last lines of a report for a person: notices, counts, and what the gate said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from credcheck.report.overview import percent
from credcheck.report.rows import Check, FindingRow, View
from credcheck.report.style import Style
from credcheck.types import SEVERITIES


def closing(view: View, style: Style) -> Iterator[str]:
    """Notices, then one line of counts and the gate."""
    if view.notices and not style.is_quiet:
        yield "\n"
        yield from (f"{style.paint('note:', 'dim')} {notice}\n" for notice in view.notices)
    if style.has_statistics:
        yield from _statistics(view, style)
    yield "\n"
    yield from gate_lines(view, style)


def gate_lines(view: View, style: Style) -> Iterator[str]:
    """A line a check that failed, then one that says whether the run passed."""
    for check in view.gate.checks:
        if not check.passed:
            yield f"{style.paint('failed:', 'error')} {sentence(check)}\n"
    word = style.paint("passed", "green") if view.gate.passed else style.paint("FAILED", "error")
    yield f"gate {word} · {counts(view.findings)}\n"


def sentence(check: Check) -> str:
    """A check in words: what was measured, and the limit."""
    if check.scope == "findings":
        what = f"{check.actual:.0f} findings" if check.actual != 1 else "1 finding"
        return f"{what} of severity {check.metric}{'' if check.metric == 'error' else ' or worse'}"
    where = f"{check.path}: " if check.path else f"{check.scope}: "
    if check.actual is None:
        return f"{where}{check.metric} could not be measured"
    bound = "at most" if check.bound == "max" else "at least"
    actual, limit = _figure(check, check.actual), _figure(check, check.limit)
    return f"{where}{check.metric} {actual}, {bound} {limit}"


def counts(findings: tuple[FindingRow, ...]) -> str:
    """How many findings of each severity count, and how many do not."""
    severities = Counter(row.severity for row in findings if row.is_counted)
    parts = [
        plural(severities[s], s) if s != "info" else f"{severities[s]} info" for s in SEVERITIES
    ]
    statuses = Counter(row.status for row in findings)
    if statuses["baseline"]:
        parts.append(f"{statuses['baseline']} in the baseline")
    if statuses["suppressed"]:
        parts.append(f"{statuses['suppressed']} suppressed")
    return ", ".join(parts)


def plural(count: int, noun: str) -> str:
    """A number and its noun: `1 file`, `2,000 files`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _figure(check: Check, value: float) -> str:
    return f"{value:g}" if check.metric == "quality" else (percent(value) if value else "0%")


def _statistics(view: View, style: Style) -> Iterator[str]:
    """How often each rule spoke, the commonest first."""
    found = Counter((row.code, row.name) for row in view.shown())
    yield "\n"
    for (code, name), count in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:>7,}  {style.paint(code, 'bold')}  {name}\n"
