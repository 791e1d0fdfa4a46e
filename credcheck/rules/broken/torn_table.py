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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from credcheck.rules.broken._furniture import article_lines
from credcheck.rules.broken._lines import Line
from credcheck.types import Edit, Match, Prose, Rule, Span

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_DATE = rf"(?:\d{{1,2}}\s)?{_MONTH}(?:\s\d{{1,2}},?)?(?:\s\d{{4}})|\d{{4}}(?:[-–/]\d{{2,4}})?(?!\d)"
_NUMBER = r"[$£€₹]?\s?\d[\d,.]*\s?(?:%|million|billion|crore|lakh|m|bn|k)?"
# A row: a date, a number and words, with single spaces between them.
_ROW = re.compile(
    rf"(?P<first>{_DATE})\s{{1,3}}(?P<second>{_NUMBER})(?:\s{{1,3}}(?P<third>[A-Z]\S*(?:\s\S+)*))?"
)
_REST = re.compile(rf"(?:{_DATE})(?:\s{{1,3}}{_NUMBER})?")
_HEADER = re.compile(
    r"(?:Date|Year|Month|Period|Quarter|Country|Name|Rank|Team|Region|State|City|Province|Item|Category|No\.?|S\.? ?No\.?|Type"
    r"|Product|Company|Party|Candidate|District|Sector|Age|Group|Player|Model)\b.*"
    r"(?:No\. of|Number|Total|Event|Amount|Rate|Price|Value|Percentage|%|Change|Share|Votes|Population|Cases|Deaths|Status"
    r"|Description|Details|Revenue|Cost|Sales|Significance|Impact|Seats|Points|Score|Source|Notes|Remarks)",
    re.I,
)
_CELL = re.compile(rf"(?:{_NUMBER}|[-–—+]|N/?A|nil|[A-Z][\w.&’'/()%$ -]{{0,40}})$")
ROWS_MIN = 2
CELLS_MIN = 6


@dataclass(frozen=True, slots=True)
class _Table:
    lines: tuple[Line, ...]
    rows: tuple[tuple[str, ...], ...]


def find(prose: Prose) -> Iterable[Match]:
    """Tables that lost their columns."""
    rows = article_lines(prose.text)
    for table in (*_dated(rows), *_cells(rows)):
        span = Span(table.lines[0].span.start, table.lines[-1].span.end)
        text = "\n".join(" | ".join(cells) for cells in table.rows)
        edits = (Edit(span, text, "", "unsafe"),) if table.rows else ()
        yield Match(span, (str(len(table.rows)),), edits)


def _dated(rows: Sequence[Line]) -> Iterator[_Table]:
    """A header and rows that begin with a date, or a run of such rows that breaks off."""
    place = 0
    while place < len(rows):
        run = _run(rows, place)
        header = place > 0 and _is_header(rows[place - 1])
        if len(run) >= ROWS_MIN and (header or _REST.fullmatch(run[-1].text)):
            taken = ([rows[place - 1]] if header else []) + run
            yield _Table(
                tuple(taken), tuple(_parted(line, header and line is taken[0]) for line in taken)
            )
        place += max(1, len(run))


def _run(rows: Sequence[Line], place: int) -> list[Line]:
    run: list[Line] = []
    for line in rows[place:]:
        if not (_ROW.fullmatch(line.text) or (run and _REST.fullmatch(line.text))):
            break
        run.append(line)
    return run


def _is_header(line: Line) -> bool:
    return len(line.words) <= 14 and not line.is_closed and _HEADER.match(line.text) is not None


def _parted(line: Line, is_header: bool) -> tuple[str, ...]:
    """The cells of a row, as far as they can be told apart."""
    row = _ROW.fullmatch(line.text)
    if is_header or row is None:
        return (line.text,)
    return tuple(cell.strip() for cell in row.groups() if cell)


def _cells(rows: Sequence[Line]) -> Iterator[_Table]:
    """One cell a line: a header of short lines, then lines that repeat one pattern of kinds."""
    place = 0
    while place < len(rows):
        run = _short_run(rows, place)
        table = _table_of(run)
        if table is not None:
            yield table
        place += max(1, len(run))


def _short_run(rows: Sequence[Line], place: int) -> list[Line]:
    run: list[Line] = []
    for line in rows[place:]:
        if len(line.words) > 6 or line.is_closed or _CELL.match(line.text) is None:
            break
        run.append(line)
    return run


def _table_of(run: Sequence[Line]) -> _Table | None:
    if len(run) < CELLS_MIN:
        return None
    kinds = [_is_figure(line.text) for line in run]
    for width in range(2, 9):
        body = kinds[width:]
        full = len(body) // width
        if full < ROWS_MIN or any(kinds[:width]) or not any(body[:width]) or body[0]:
            continue
        if all(body[place] == body[place % width] for place in range(len(body))):
            cells = [line.text for line in run]
            parted = tuple(tuple(cells[at : at + width]) for at in range(0, len(cells), width))
            return _Table(tuple(run), parted)
    return None


def _is_figure(text: str) -> bool:
    return re.fullmatch(
        rf"{_NUMBER}|[-–—+]?\d\S*|N/?A|[-–—]", text
    ) is not None and not re.fullmatch(r"(?:19|20)\d\d", text)


RULE = Rule(
    code="BRK403",
    name="torn-table",
    severity="error",
    message="what is left of a table ({} rows)",
    find=find,
    bad=(
        "The board met.\n\n[[Date No. of Ferries Event\nMarch 2021 12 Pier opened to visitors\n"
        "May 2022 9 First rust found\nJuly 2023]]",
        "The board met on Monday to hear the figures.\n\n[[Year\nFerries\nVisitors\n2021\n12\n"
        "4,100\n2022\n9\n3,800\n2023\n7\n2,950]]\n\nIt will meet again on Friday.",
    ),
    good=(
        "Arsenal 2 Chelsea 1\nLeeds 0 Everton 0\nFulham 3 Wolves 2",
        "Year   Ferries   Visitors\n2021   12        4,100\n2022   9         3,800",
        "Ingredients\n\n2 cups flour\n1 cup sugar\n3 eggs\n\nMix the flour with the sugar.",
        "March 2021 The pier opens to visitors.\nMay 2022 First rust is found.\nJuly 2023 It closes.",
    ),
    languages=("en",),
)
