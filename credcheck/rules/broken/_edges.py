"""The lines at the head and foot of a document, where a site puts what is its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from credcheck.rules.broken._headings import is_section
from credcheck.rules.broken._lines import Line, folded, lines
from credcheck.types import Document, Finding

# Page furniture stands at the head and at the foot.
HEAD_LINES = 6
FOOT_LINES = 12

_HEAD = re.compile(
    r"(?:By|From|Reporting by|Written by|Editing by)\s[A-Z]"
    r"|(?:[A-Z][a-z]+day,?\s)?(?:\d{1,2}\s[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s\d{1,2},)\s\d{4}$"
    r"|(?:Ingredients|Method|Introduction|Abstract|Q&A)$"
)


def edge_lines(document: Document, findings: Iterable[Finding]) -> Iterator[tuple[str, Line]]:
    """Lines at the head and the foot that no finding calls furniture, and their folded words."""
    rows = lines(document.text)
    known = [f.span for f in findings if f.rule.startswith("BRK5")]
    head = rows[:HEAD_LINES]
    foot = rows[max(len(head), len(rows) - FOOT_LINES) :]
    seen: set[str] = set()
    for line in (*head, *foot):
        key = folded(line.text)
        home = document.locate(line.span)
        if (
            key not in seen
            and not _is_good_form(line)
            and not any(span.overlaps(home) for span in known)
        ):
            seen.add(key)
            yield key, line


def _is_good_form(line: Line) -> bool:
    """A byline, a date, a section heading: articles of one site rightly share them."""
    return len(line.text) <= 2 or _HEAD.match(line.text) is not None or is_section(line)
