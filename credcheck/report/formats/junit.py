"""
JUnit XML: a suite a file, a case a finding; a file without findings is one case that passed.

A finding that fails the gate is a failure, a milder one a case with output. The checks of the gate
are a suite of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from xml.sax.saxutils import escape, quoteattr

from credcheck.report.closing import sentence
from credcheck.report.excerpt import place, shown
from credcheck.report.rows import Check, FileRow, FindingRow, View
from credcheck.report.style import Style
from credcheck.types import SEVERITIES


def render(view: View, style: Style) -> Iterator[str]:
    """One document."""
    found = {name: tuple(rows) for name, rows in groupby(view.shown(), attrgetter("label"))}
    failing = _failing(view.gate.checks)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="credcheck">\n'
    for file in view.files:
        yield from _suite(file, found.get(file.label, ()), failing)
    yield from _gate(view.gate.checks)
    yield "</testsuites>\n"


def _failing(checks: tuple[Check, ...]) -> tuple[str, ...]:
    """The severities that fail the gate."""
    names: list[str] = list(SEVERITIES)
    limits = [names.index(check.metric) + 1 for check in checks if check.scope == "findings"]
    return tuple(names[: max(limits, default=0)])


def _suite(file: FileRow, rows: tuple[FindingRow, ...], failing: tuple[str, ...]) -> Iterator[str]:
    failures = sum(row.severity in failing for row in rows)
    tests = max(1, len(rows))
    yield f'<testsuite name={_name(file.label)} tests="{tests}" failures="{failures}">\n'
    if not rows:
        yield f'<testcase classname={_name(file.label)} name="{file.verdict}"/>\n'
    for row in rows:
        yield _case(row, row.severity in failing)
    yield "</testsuite>\n"


def _case(row: FindingRow, is_failure: bool) -> str:
    name = f"{row.code} {row.name} {place(row.location)}"
    text = _text(f"{row.label}:{place(row.location)}: {row.severity} {row.code} {row.message}")
    if is_failure:
        body = f"<failure type={_name(row.code)} message={_name(row.message)}>{text}</failure>"
    else:
        body = f"<system-out>{text}</system-out>"
    return f"<testcase classname={_name(row.label)} name={_name(name)}>{body}</testcase>\n"


def _gate(checks: tuple[Check, ...]) -> Iterator[str]:
    failures = sum(not check.passed for check in checks)
    yield f'<testsuite name="gate" tests="{len(checks)}" failures="{failures}">\n'
    for check in checks:
        name = _name(f"{check.scope} {check.metric} {check.bound} {check.limit:g}")
        body = "" if check.passed else f"<failure message={_name(sentence(check))}/>"
        yield f'<testcase classname="gate" name={name}>{body}</testcase>\n'
    yield "</testsuite>\n"


def _text(text: str) -> str:
    """Text fit for XML: control characters have no place in it, escaped or not."""
    return escape(shown(text))


def _name(text: str) -> str:
    return quoteattr(shown(" ".join(text.split())))
