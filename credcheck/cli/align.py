"""`credcheck align`: passages that files share, side by side."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from credcheck.cli import options

if TYPE_CHECKING:
    from credcheck.report.rows import AlignmentRow, View
    from credcheck.report.style import Style


def align(
    paths: Annotated[
        list[str] | None, Argument(metavar="PATH", hidden=True, help="Two files, or a folder.")
    ] = None,
    format: Annotated[
        str, Option("-f", "--format", metavar="FORMAT", help="text, or json: alignments only.")
    ] = "text",
    config: options.Config = None,
    isolated: options.Isolated = False,
    jobs: options.Jobs = None,
    position_encoding: options.PositionEncoding = "utf-32",
    color: options.Color = "auto",
    no_progress: options.NoProgress = False,
) -> int:
    """
    Show the passages that files share, the words that differ set off.

    PATH is two files, or a folder; the current one if nothing is named.

    \b
    Examples:
      credcheck align wire.txt copy.txt
      credcheck align articles/
    """
    from credcheck.cli.chosen import chosen
    from credcheck.cli.running import checked, engine_of
    from credcheck.cli.screen import one_of, styled, unit_of
    from credcheck.report.records import record
    from credcheck.report.view import view

    one_of("--format", format, ("text", "json"))
    look = styled(color)
    run = chosen(paths, configs=config, is_isolated=isolated)
    report, is_stopped = checked(run, engine_of("local", jobs), is_shown=not no_progress)
    if format == "json":
        rows = view(report, unit_of(position_encoding))
        found = [record(row) for row in rows.alignments]
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
        return 130 if is_stopped else 0
    rows = view(report)
    for row in rows.alignments:
        sys.stdout.writelines(f"{line}\n" for line in (*_drawn(row, rows, look), ""))
    if not rows.alignments:
        sys.stdout.write(f"no passage is shared by the {len(rows.files)} files\n")
    return 130 if is_stopped else 0


def _drawn(row: AlignmentRow, rows: View, style: Style) -> Iterator[str]:
    from credcheck.report.rows import label
    from credcheck.report.sides import sides

    left = rows.text_of(label(row.left.path, row.left.location.record)) or ""
    right = rows.text_of(label(row.right.path, row.right.location.record)) or ""
    return sides(row, left, right, style)
