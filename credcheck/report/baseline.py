"""
Known findings: a sorted file, one line a finding, that old trouble does not hide new.

A line is `path<TAB>code<TAB>fingerprint<TAB>words`. A finding is known if its file lists its
fingerprint, or, where the file was renamed, if a file that no longer has it does. Every line
knows one finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from credcheck.report.rows import FindingRow

Known = tuple[str, str]
HEADER = "# credcheck baseline 1: path, code, fingerprint, words"
_WORDS_LIMIT = 60


def marked(rows: tuple[FindingRow, ...], known: Collection[Known]) -> tuple[FindingRow, ...]:
    """The rows, those that the baseline knows with the status `baseline`."""
    if not known:
        return rows
    here = matched(rows, known)
    return tuple(
        replace(row, status="baseline") if number in here else row
        for number, row in enumerate(rows)
    )


def matched(rows: tuple[FindingRow, ...], known: Collection[Known]) -> set[int]:
    """Numbers of the rows that are known: by file first, then by fingerprint anywhere."""
    left = Counter(known)
    found: set[int] = set()
    for number, row in enumerate(rows):
        key = (row.path, row.fingerprint)
        if row.is_counted and left[key]:
            left[key] -= 1
            found.add(number)
    anywhere = Counter[str]()
    for (_, fingerprint), count in left.items():
        anywhere[fingerprint] += count
    for number, row in enumerate(rows):
        if row.is_counted and number not in found and anywhere[row.fingerprint]:
            anywhere[row.fingerprint] -= 1
            found.add(number)
    return found


def written(rows: Iterable[FindingRow]) -> str:
    """The text of a baseline file that knows these findings."""
    lines = sorted({_line(row) for row in rows})
    return "\n".join((HEADER, *lines)) + "\n"


def parsed(text: str) -> tuple[Known, ...]:
    """
    The findings a baseline file knows.

    Raises:
        ValueError: a line that is none of a baseline, with its number.
    """
    known: list[Known] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) < 3:
            raise ValueError(f"line {number}: not a line of a baseline: {line[:40]!r}")
        known.append((fields[0], fields[2]))
    return tuple(known)


def _line(row: FindingRow) -> str:
    words = " ".join(row.location.quote.exact.split())[:_WORDS_LIMIT]
    return "\t".join((row.path, row.code, row.fingerprint, words))
