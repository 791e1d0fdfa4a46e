"""The story side by side for a terminal: a line a value, and the files that give it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from textwrap import wrap

from tabulate import tabulate

from credcheck.report.excerpt import cells, one_line
from credcheck.report.overview import shared_folder
from credcheck.report.rows import CellRow, StoryRow, ThingRow, label
from credcheck.report.story_quotes import differing
from credcheck.report.style import Style

HEADERS = {True: "where sources differ", False: "where they agree"}
# Columns: what it is about, the value, and the rest of the line for the files.
ABOUT_WIDTH, VALUE_WIDTH, GAP = 22, 26, 2
LINES_MAX = 4
Line = tuple[str, str, str]


def story_lines(stories: Sequence[StoryRow], style: Style, folder: str = "") -> Iterator[str]:
    """One table a story; `folder` goes without saying in front of file names."""
    for story in stories:
        own = shared_folder(story.files)
        yield f"\n{style.paint(_heading(story, own.removeprefix(folder)), 'bold')}\n"
        yield from (f"{line}\n" for line in _table(story, style, own or folder))


def _heading(story: StoryRow, folder: str) -> str:
    where = f" of {folder}" if folder else ""
    return f"one story in {len(story.files)} files{where}: what each gives for the same thing"


def _table(story: StoryRow, style: Style, folder: str) -> Iterator[str]:
    """The lines of a story, under a heading where sources differ and one where they agree."""
    width = style.width - ABOUT_WIDTH - VALUE_WIDTH - 2 * GAP
    parts = {
        differs: [line for row in rows for line in _lines(row, width, folder)]
        for differs, rows in groupby(story.rows, key=lambda row: row.differs)
    }
    flat = [
        line
        for differs, some in parts.items()
        for line in ((HEADERS[differs], "value", "given by"), *some)
    ]
    text = tabulate(flat, tablefmt="plain", disable_numparse=True).splitlines()
    rule = style.paint("─" * max(map(cells, text)), "dim")
    position = 0
    for some in parts.values():
        yield from ("", style.paint(text[position].rstrip(), "bold"), rule)
        yield from (line.rstrip() for line in text[position + 1 : position + 1 + len(some)])
        position += 1 + len(some)


def _lines(row: ThingRow, width: int, folder: str) -> Iterator[Line]:
    """A thing: each value once, with the files that give it."""
    left = _wrapped(_about(row), ABOUT_WIDTH)
    right = [pair for value, names in _values(row, folder) for pair in _pair(value, names, width)]
    for first, (value, names) in zip_longest(left, right, fillvalue=("", "")):
        yield first if isinstance(first, str) else "", value, names


def _about(row: ThingRow) -> str:
    """What a thing is, and whom all its sources name, if they name one."""
    if row.kind == "quote":
        return f"{row.shared_source or ' '.join(row.about)}, quoted"
    about = " ".join(row.about) or row.kind
    return f"{about} (all name {row.shared_source})" if row.shared_source else about


def _values(row: ThingRow, folder: str) -> Iterator[tuple[str, list[str]]]:
    """Each value as the first file words it, and the files that give it; the commonest first."""
    given: dict[str, list[CellRow]] = {}
    for cell in row.cells:
        if cell:
            given.setdefault(cell.value, []).append(cell)
    ranked = sorted(given.values(), key=lambda same: -len(same))
    words = [" ".join(same[0].location.quote.exact.split()) for same in ranked]
    if row.kind == "quote" and row.differs:
        words = differing(words)
    for said, same in zip(words, ranked, strict=True):
        yield said, [_name(cell, folder) for cell in same]


def _name(cell: CellRow, folder: str) -> str:
    """The file, and the line where it says so."""
    name = label(cell.path, cell.location.record).removeprefix(folder)
    return f"{name}:{cell.location.line}" if cell.location.is_in_file else name


def _pair(value: str, names: Sequence[str], width: int) -> Iterator[tuple[str, str]]:
    columns = _wrapped(value, VALUE_WIDTH), wrap(", ".join(names), width)
    for words, files in zip_longest(*columns, fillvalue=""):
        yield words, one_line(files, width)


def _wrapped(text: str, width: int) -> list[str]:
    """A text on a few lines, the last one cut."""
    lines = wrap(text, width)
    kept = [*lines[: LINES_MAX - 1], " ".join(lines[LINES_MAX - 1 :])]
    return [one_line(line, width) for line in kept if line]
