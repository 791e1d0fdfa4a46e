"""
Find what is left of a table: rows without columns, cells without rows.

## Why it matters
The numbers still stand there, but nothing says any more what they count.

## When it is wrong
Results, prices and programmes are often printed one a line; such lists are left alone, and so are
tables whose columns are kept apart by signs or spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from credcheck.rules.broken._furniture import article_lines
from credcheck.rules.broken._lines import Line
from credcheck.rules.broken._tables import tables
from credcheck.types import Edit, Match, Prose, Rule

# A row that was torn off its table: a long figure and the words of the next cell.
_STRAY = re.compile(r"[$£€₹]?\d{1,3}(?:,\d{3})+%?\s+[A-Z][a-z]+\s+[a-z].{10,}")


def find(prose: Prose) -> Iterable[Match]:
    """Tables that lost their columns, and rows that lost their table."""
    rows = article_lines(prose.text)
    found = list(tables(rows))
    for table in found:
        text = "\n".join(" | ".join(cells) for cells in table.rows)
        edits = (Edit(table.span, text, "", "unsafe"),) if table.rows else ()
        yield Match(table.span, (str(len(table.rows)),), edits)
    if found:
        yield from (Match(line.span, ("1",)) for line in rows if _is_stray(line))


def _is_stray(line: Line) -> bool:
    return not line.is_closed and _STRAY.fullmatch(line.text) is not None


RULE = Rule(
    code="BRK403",
    name="torn-table",
    severity="error",
    message="what is left of a table (rows: {})",
    find=find,
    bad=(
        "The board met.\n\n[[Date No. of Ferries Event\nMarch 2021 12 Pier opened to visitors\n"
        "May 2022 9 First rust found\nJuly 2023]]",
        "The board met on Monday to hear the figures.\n\n[[Year\nFerries\nVisitors\n2021\n12\n"
        "4,100\n2022\n9\n3,800\n2023\n7\n2,950]]\n\nIt will meet again on Friday.",
        "Team | P | W | L | Pts\nNorvik | 10 | 7 | 3 | 14\n[[Salen | 10\n6 | 4 | 12]]\n"
        "Dren | 9 | 5 | 4 | 10",
    ),
    good=(
        "Arsenal 2 Chelsea 1\nLeeds 0 Everton 0\nFulham 3 Wolves 2",
        "Year   Ferries   Visitors\n2021   12        4,100\n2022   9         3,800",
        "Ingredients\n\n2 cups flour\n1 cup sugar\n3 eggs\n\nMix the flour with the sugar.",
        "Year by year\n\nMarch 2021 The pier opens.\nMay 2022 Rust is found.\nJuly 2023 It closes.",
        "| Year | Ferries |\n| --- | --- |\n| 2021 | 12 |",
    ),
    languages=("en",),
)
