"""The table of files: a row a file, and under it a line for all of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from tabulate import tabulate

from credcheck.report.excerpt import cells, shown, taken
from credcheck.report.gate import mean
from credcheck.report.rows import FileRow
from credcheck.report.style import Style

HEADERS = ("file", "words", "spun", "broken", "dup.", "unsup.", "quality", "verdict")
_ALIGNMENT = ("left", "right", "right", "right", "right", "right", "right", "left")
_LOOKS = {"clean": "green", "suspect": "yellow", "spun": "red", "broken": "red"}
_NAME_MIN = 12


def table(files: Sequence[FileRow], style: Style) -> str:
    """The table as text, without a line end."""
    folder = common_folder(files)
    rows = [HEADERS, *(_row(file, folder) for file in files)]
    if len(files) > 1:
        rows.append(_total(files))
    figures = zip(*(row[1:] for row in rows), strict=True)
    room = style.width - sum(2 + max(map(cells, column)) for column in figures)
    shown = [(shortened(row[0], max(_NAME_MIN, room)), *row[1:]) for row in rows]
    text = tabulate(shown, tablefmt="plain", colalign=_ALIGNMENT, disable_numparse=True)
    return "\n".join(_ruled(text.splitlines(), files, style))


def common_folder(files: Sequence[FileRow]) -> str:
    """The folder that all files lie in, with its slash; nothing if there is none."""
    return shared_folder([file.path for file in files]) if len(files) > 1 else ""


def shared_folder(paths: Sequence[str]) -> str:
    """The folder that all paths lie in, with its slash; nothing if there is none."""
    folders = [os.path.dirname(path) or "." for path in paths]
    if not folders or len({os.path.isabs(folder) for folder in folders}) > 1:
        return ""
    folder = os.path.commonpath(folders)
    return "" if folder in ("", ".", "/") else folder + "/"


def percent(share: float | None) -> str:
    """A share as a person reads it; `-` where it could not be measured."""
    if share is None:
        return "-"
    if share == 0:
        return "0"
    return f"{share:.1%}" if share >= 0.0005 else "<0.1%"


def _row(file: FileRow, folder: str) -> tuple[str, ...]:
    claims = f"{file.unsupported_claims}/{file.claims}" if file.claims else "-"
    if file.metrics.unsupported is None:
        claims = "-"
    return (
        shown(file.label.removeprefix(folder)),
        f"{file.words:,}",
        percent(file.metrics.spun),
        percent(file.metrics.broken),
        percent(file.metrics.duplicate),
        claims,
        str(file.quality),
        file.verdict,
    )


def _total(files: Sequence[FileRow]) -> tuple[str, ...]:
    quality = mean(files, "quality")
    judged = [file for file in files if file.metrics.unsupported is not None]
    unsupported = sum(f.unsupported_claims for f in judged), sum(f.claims for f in judged)
    return (
        f"{len(files):,} files",
        f"{sum(file.words for file in files):,}",
        *(percent(mean(files, metric)) for metric in ("spun", "broken", "duplicate")),
        f"{unsupported[0]:,}/{unsupported[1]:,}" if unsupported[1] else "-",
        "-" if quality is None else str(round(quality)),
        "",
    )


def shortened(path: str, width: int) -> str:
    """A path in at most `width` cells; its end tells more than its beginning."""
    if cells(path) <= width:
        return path
    head = taken(path, width // 3)
    tail = taken(path[::-1], width - cells(head) - 1)[::-1]
    return f"{head}…{tail}"


def _ruled(lines: Sequence[str], files: Sequence[FileRow], style: Style) -> Iterator[str]:
    """The lines with a rule under the heading, and one above the line for all files."""
    rule = style.paint("─" * max(map(cells, lines)), "dim")
    yield style.paint(lines[0].rstrip(), "bold")
    yield rule
    for file, line in zip(files, lines[1:], strict=False):
        before, verdict, _ = line.rpartition(file.verdict)
        yield before + style.paint(verdict, _LOOKS.get(file.verdict, "red"))
    if len(lines) > len(files) + 1:
        yield rule
        yield lines[-1].rstrip()
