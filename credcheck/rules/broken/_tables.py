"""
Recognise what is left of a table, and read its rows again where the cells survive.

Five kinds of remains: rows whose cells are kept apart by single spaces, a whole table on one line,
one cell a line, rows whose bars are missing, and rows cut in two. The first three need a head of
column names, for results, prices and programmes are printed without one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from credcheck.lexicons import entries
from credcheck.rules.broken._lines import Line
from credcheck.types import Span

Row = tuple[str, ...]

ROWS_MIN = 2
CELLS_MIN = 6
COLUMN_NAMES_MIN = 2
HEAD_WORDS_MAX = 14
# On one line: so many figures, and no fewer than this share of the words.
FIGURES_MIN = 6
FIGURE_SHARE_MIN = 0.3
# No word is as long as a head and a row that were run together.
GLUED_CHARACTERS_MIN = 20
WIDTHS = range(2, 9)
CELL_WORDS_MAX = 5
# Lines before and after a row that show how wide the table is.
REACH = 6

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"(?:(?:\d{{1,2}}\s)?{_MONTH}(?:\s\d{{1,2}},?)?\s\d{{4}}|(?:Q[1-4]|H[12]|FY)\s?\d{{2,4}}"
    r"|(?:19|20)\d\d(?:[-–/]\d{2,4})?)(?!\S)"
)
_FIGURE = re.compile(
    r"[-–+]?[$£€₹]?\d[\d,.]*(?:%|m|bn|k|st|nd|rd|th)?(?!\S)|(?:N/A|n/a|nil|[-–—])(?!\S)"
)
_GLUED = re.compile(
    r"(?<!\w)(?:[A-Z][a-z]{2,20}(?: ?\([^()\s]{1,8}\))?){2,8}"
    r"(?:(?:19|20)\d\d|[$£€]\d)[\w$£€,.%]{8,400}"
)


@dataclass(frozen=True, slots=True)
class Table:
    """Where the remains lie, and their cells row by row (none where they cannot be told apart)."""

    span: Span
    rows: tuple[Row, ...]


# "Abbey: Lunn (Lab) 1,204, Petch (Con) 988" is an entry of a list.
_LABELLED = re.compile(r"[^\d:|]{1,40}: \D")


def tables(rows: Sequence[Line]) -> Iterator[Table]:
    """The remains of tables among the lines of an article."""
    place = 0
    while place < len(rows):
        found = _spaced(rows, place) or _stacked(rows, place) or _barred(rows, place)
        found = found or _cut_in_two(rows, place)
        if found is None:
            yield from _in_line(rows[place])
            place += 1
        else:
            used, cells = found
            yield Table(Span(rows[place].span.start, rows[place + used - 1].span.end), cells)
            place += used


def _cells(text: str) -> Row:
    """A line cut into dates, figures and runs of other words."""
    cells: list[str] = []
    place, is_open = 0, False
    for word in re.finditer(r"\S+", text):
        if word.start() < place:
            continue
        special = _DATE.match(text, word.start()) or _FIGURE.match(text, word.start())
        if special:
            cells.append(special.group())
            place, is_open = special.end(), False
        elif is_open:
            cells[-1] += " " + word.group()
        else:
            cells.append(word.group())
            is_open = True
    return tuple(cells)


def _is_figure(cell: str) -> bool:
    return _FIGURE.fullmatch(cell) is not None and not _DATE.fullmatch(cell)


def _is_head(line: Line) -> bool:
    """Column names and nothing else, as far as one can tell."""
    if len(line.words) > HEAD_WORDS_MAX or line.is_closed or line.text[-1] in ":,;":
        return False
    return _column_names(line.words) >= COLUMN_NAMES_MIN and not any(map(_is_figure, line.words))


def _column_names(words: Sequence[str]) -> int:
    names = entries("table_columns")
    return len({word.lower().strip("().,%#") for word in words}.intersection(names))


def _spaced(rows: Sequence[Line], place: int) -> tuple[int, tuple[Row, ...]] | None:
    """A head, and rows of the same shape, their cells kept apart by single spaces."""
    if not _is_head(rows[place]) or "  " in rows[place].text or "\t" in rows[place].text:
        return None
    body: list[Row] = []
    for line in rows[place + 1 :]:
        cells = _cells(line.text)
        if not _continues(line, cells, body):
            break
        body.append(cells)
    if sum(len(cells) >= 2 for cells in body) < ROWS_MIN:
        return None
    width = max(len(cells) for cells in body)
    return len(body) + 1, (_head_cells(rows[place].words, width), *body)


def _continues(line: Line, cells: Row, body: Sequence[Row]) -> bool:
    """True if a line is the next row: figures after its first cell, or cut off like one."""
    if len(line.words) > 20 or (line.is_closed and len(line.words) > 6) or line.is_item:
        return False
    if _LABELLED.match(line.text):
        return False
    if body and _DATE.fullmatch(line.text):
        return True
    starts_well = not _is_figure(cells[0]) or bool(_DATE.fullmatch(cells[0]))
    figures = sum(map(_is_figure, cells[1:]))
    return starts_well and (figures >= 2 or (figures == 1 and bool(_DATE.fullmatch(cells[0]))))


def _head_cells(words: Sequence[str], width: int) -> Row:
    """Column names parted before each capital, if that gives as many as the rows have."""
    cells: list[str] = []
    for word in words:
        if not cells or word[:1].isupper():
            cells.append(word)
        else:
            cells[-1] += " " + word
    return tuple(cells) if len(cells) == width else (" ".join(words),)


def _stacked(rows: Sequence[Line], place: int) -> tuple[int, tuple[Row, ...]] | None:
    """One cell a line: column names, then lines that repeat one pattern of words and figures."""
    run: list[str] = []
    for line in rows[place:]:
        if len(line.words) > 6 or (line.is_closed and not _is_figure(line.text)):
            break
        run.append(line.text)
    if len(run) < CELLS_MIN or _column_names(run[0].split()) == 0:
        return None
    for width in WIDTHS:
        used = _periods(run, width)
        if used >= (ROWS_MIN + 1) * width:
            return used, tuple(tuple(run[at : at + width]) for at in range(0, used, width))
    return None


def _periods(run: Sequence[str], width: int) -> int:
    """How many cells from the first on are names, then rows of one pattern, `width` cells each."""
    kinds = [_is_figure(cell) for cell in run]
    pattern = kinds[width : 2 * width]
    if any(kinds[:width]) or not any(pattern) or pattern[:1] == [True]:
        return 0
    used = width
    while used < len(run) and kinds[used] == pattern[(used - width) % width]:
        used += 1
    is_partial = used == len(run)
    return used if is_partial else used - used % width


def _barred(rows: Sequence[Line], place: int) -> tuple[int, tuple[Row, ...]] | None:
    """Rows between bars that have not all the same number of them."""
    run = list(takewhile(lambda line: "|" in line.text, rows[place:]))
    bars = {line.text.count("|") for line in run}
    if len(run) < ROWS_MIN or len(bars) == 1:
        return None
    if not run[0].text.startswith("|") and (not _has_figures(run) or _is_menu(run)):
        return None
    if any(_cut_in_two(rows, place + step) for step in range(len(run))):
        return None
    return len(run), tuple(
        tuple(cell.strip() for cell in line.text.strip("|").split("|")) for line in run
    )


def _has_figures(run: Sequence[Line]) -> bool:
    """True for rows of short cells, most of them with a figure; menus have none."""
    cells = [cell.strip() for line in run for cell in line.text.split("|")]
    figured = sum(any(map(_is_figure, line.text.replace("|", " ").split())) for line in run)
    is_short = all(len(cell.split()) <= CELL_WORDS_MAX for cell in cells)
    return is_short and len(run) > ROWS_MIN and 2 * figured >= len(run)


def _is_menu(run: Sequence[Line]) -> bool:
    """True for cells that all begin alike ("Week 1 | Week 2")."""
    cells = [cell.split() for line in run for cell in line.text.split("|")]
    first = Counter(cell[0] for cell in cells if len(cell) > 1)
    return bool(first) and 2 * max(first.values()) > len(cells)


def _cut_in_two(rows: Sequence[Line], place: int) -> tuple[int, tuple[Row, ...]] | None:
    """A row between bars that goes on in the next line, beside rows that do not."""
    if place + 1 >= len(rows) or "|" not in rows[place].text or "|" not in rows[place + 1].text:
        return None
    bars = Counter(line.text.count("|") for line in rows[max(0, place - REACH) : place + REACH + 2])
    del bars[0]
    width, whole = max(bars.items(), key=lambda item: (item[1], item[0]))
    left, right = (line.text.count("|") for line in rows[place : place + 2])
    is_cut = width > max(left, right) and left + right in (width - 1, width)
    if whole < ROWS_MIN or not is_cut:
        return None
    joined = f"{rows[place].text.strip(' |')} | {rows[place + 1].text.strip(' |')}"
    return 2, (tuple(cell.strip() for cell in joined.split("|")),)


def _in_line(line: Line) -> Iterator[Table]:
    """A whole table on one line, or run together without a space."""
    has_long = len(line.words) < 200 and max(map(len, line.words)) >= GLUED_CHARACTERS_MIN
    glued = _GLUED.search(line.text) if has_long else None
    if glued is not None:
        yield Table(Span(*glued.span()).shifted(line.span.start), ())
        return
    if len(line.words) < FIGURES_MIN + COLUMN_NAMES_MIN or line.is_closed:
        return
    figures = [_is_figure(word) for word in line.words]
    first = figures.index(True) if any(figures) else 0
    is_dense = sum(figures) >= max(FIGURES_MIN, FIGURE_SHARE_MIN * len(figures))
    if is_dense and _column_names(line.words[:first]) >= COLUMN_NAMES_MIN and first <= 12:
        yield Table(line.span, ())
