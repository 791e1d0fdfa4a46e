"""The table of files: a row a file, and under it a line for all of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

from tabulate import tabulate

from credcheck.report.excerpt import cells
from credcheck.report.gate import mean
from credcheck.report.rows import FileRow
from credcheck.report.style import Style

HEADERS = ("file", "words", "spun", "broken", "dup.", "unsup.", "quality", "verdict")
_ALIGNMENT = ("left", "right", "right", "right", "right", "right", "right", "left")
_LOOKS = {"clean": "green", "suspect": "yellow", "spun": "red", "broken": "red"}
# Cells that the seven columns of figures take, with what stands between them.
_FIGURES_WIDTH = 59
_NAME_MIN = 12


def table(files: Sequence[FileRow], style: Style) -> str:
    """The table as text, without a line end."""
    folder = common_folder(files)
    room = max(_NAME_MIN, style.width - _FIGURES_WIDTH)
    rows = [HEADERS, *(_row(file, folder, room, style) for file in files)]
    if len(files) > 1:
        rows.append(_total(files))
    text = tabulate(rows, tablefmt="plain", colalign=_ALIGNMENT, disable_numparse=True)
    return "\n".join(_ruled(text.splitlines(), len(files) > 1, style))


def common_folder(files: Sequence[FileRow]) -> str:
    """The folder that all files lie in, with its slash; nothing if there is none."""
    if len(files) < 2:
        return ""
    folder = os.path.commonpath([os.path.dirname(file.path) or "." for file in files] or [""])
    return folder + "/" if folder and folder != "." else ""


def percent(share: float | None) -> str:
    """A share as a person reads it; `-` where it could not be measured."""
    if share is None:
        return "-"
    if share == 0:
        return "0"
    return f"{share:.1%}" if share >= 0.0005 else "<0.1%"


def _row(file: FileRow, folder: str, room: int, style: Style) -> tuple[str, ...]:
    claims = f"{file.unsupported_claims}/{file.claims}" if file.claims else "-"
    if file.metrics.unsupported is None:
        claims = "-"
    return (
        shortened(file.label.removeprefix(folder), room),
        f"{file.words:,}",
        percent(file.metrics.spun),
        percent(file.metrics.broken),
        percent(file.metrics.duplicate),
        claims,
        str(file.quality),
        style.paint(file.verdict, _LOOKS.get(file.verdict, "red")),
    )


def _total(files: Sequence[FileRow]) -> tuple[str, ...]:
    quality = mean(files, "quality")
    return (
        f"{len(files):,} files",
        f"{sum(file.words for file in files):,}",
        *(percent(mean(files, metric)) for metric in ("spun", "broken", "duplicate")),
        f"{sum(f.unsupported_claims for f in files)}/{sum(f.claims for f in files)}",
        "-" if quality is None else str(round(quality)),
        "",
    )


def shortened(path: str, width: int) -> str:
    """A path in at most `width` cells; its end tells more than its beginning."""
    if cells(path) <= width:
        return path
    head, tail = width // 3, width - width // 3 - 1
    return f"{path[:head]}…{path[-tail:]}"


def _ruled(lines: Sequence[str], has_total: bool, style: Style) -> Iterator[str]:
    """The lines with a rule under the heading, and one above the line for all files."""
    rule = style.paint("─" * max(map(cells, map(_plain, lines))), "dim")
    for number, line in enumerate(lines):
        if number == 1 or (has_total and number == len(lines) - 1):
            yield rule
        yield style.paint(line.rstrip(), "bold") if number == 0 else line.rstrip()


def _plain(line: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", line)
