"""Markdown: the table of files, the gate, and the findings of each file under a fold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from credcheck.report.closing import counts, plural, sentence
from credcheck.report.excerpt import place, shown, visible
from credcheck.report.overview import percent
from credcheck.report.rows import FileRow, FindingRow, PositionEncoding, View
from credcheck.report.style import Style

POSITION_ENCODING: PositionEncoding = "utf-32"
# GitHub cuts a comment at 65,536 characters; so many findings a file stay well below it.
FINDINGS_MAX = 50
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#&~])")


def render(view: View, style: Style) -> Iterator[str]:
    """Heading, table, notices, findings."""
    state = "passed" if view.gate.passed else "failed"
    yield f"## credcheck: gate {state}\n\n{counts(view.findings)}\n\n"
    yield "".join(f"- {plain(sentence(c))}\n" for c in view.gate.checks if not c.passed)
    yield "\n| file | words | spun | broken | duplicate | unsupported | quality | verdict |\n"
    yield "|---|--:|--:|--:|--:|--:|--:|---|\n"
    yield from (_row(file) for file in view.files)
    yield "".join(f"\n{plain(notice)}\n" for notice in view.notices)
    for name, rows in groupby(view.shown(), attrgetter("label")):
        yield from _findings(name, tuple(rows))


def _row(file: FileRow) -> str:
    claims = "-"
    if file.metrics.unsupported is not None and file.claims:
        claims = f"{file.unsupported_claims}/{file.claims}"
    cells = (
        plain(file.label),
        f"{file.words:,}",
        percent(file.metrics.spun),
        percent(file.metrics.broken),
        percent(file.metrics.duplicate),
        claims,
        str(file.quality),
        file.verdict,
    )
    return f"| {' | '.join(cells)} |\n"


def _findings(name: str, rows: tuple[FindingRow, ...]) -> Iterator[str]:
    yield f"\n<details><summary>{plain(name)}: {plural(len(rows), 'finding')}</summary>\n\n"
    for row in rows[:FINDINGS_MAX]:
        where = f"{place(row.location)} {row.severity}"
        words = plain(visible(row.location.quote.exact)[:80])
        yield f"- {where} **{row.code}** {plain(row.message)} (“{words}”)\n"
    if len(rows) > FINDINGS_MAX:
        yield f"- and {len(rows) - FINDINGS_MAX:,} more\n"
    yield "\n</details>\n"


def plain(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return _SPECIAL.sub(r"\\\1", shown(" ".join(text.split())))
