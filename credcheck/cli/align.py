"""`credcheck align`: passages that files share, side by side."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Annotated

from typer import Argument, Option

from credcheck.cli import options

if TYPE_CHECKING:
    from credcheck.report.rows import View
    from credcheck.report.style import Style

# Fewer cells hold no word and its number.
WIDTH_MIN = 20


FORMATS = ("text", "json", "md", "html")


def align(
    paths: Annotated[
        list[str] | None, Argument(metavar="PATH", hidden=True, help="Two files, or a folder.")
    ] = None,
    format: Annotated[
        str,
        Option(
            "-f", "--format", metavar="FORMAT", help="text, json (alignments only), md or html."
        ),
    ] = "text",
    output: Annotated[
        str | None, Option("-o", "--output", metavar="PATH", help="Write to a file.")
    ] = None,
    width: Annotated[
        int | None,
        Option("--width", metavar="CELLS", min=WIDTH_MIN, help="Cells in a line of text."),
    ] = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
    jobs: options.Jobs = None,
    position_encoding: options.PositionEncoding = "utf-32",
    color: options.Color = "auto",
    no_progress: options.NoProgress = False,
) -> int:
    """
    Show the passages that files share, side by side.

    First comes how much each two files share, then every passage, the words that differ set off.
    PATH is two files, or a folder; the current one if nothing is named.

    \b
    Examples:
      credcheck align wire.txt copy.txt
      credcheck align articles/
      credcheck align articles/ -f html -o map.html
    """
    from credcheck.cli.chosen import chosen
    from credcheck.cli.outputs import replaced
    from credcheck.cli.problem import Problem
    from credcheck.cli.running import checked, engine_of
    from credcheck.cli.screen import one_of, styled, unit_of
    from credcheck.report.view import view

    one_of("--format", format, FORMATS)
    unit = unit_of(position_encoding) if format == "json" else "utf-32"
    # A file is for people and programs that know nothing of this terminal.
    look = styled("never" if output and color == "auto" else color)
    look = replace(look, width=width or _columns(sys.stdout, look.width))
    run = chosen(paths, configs=config, is_isolated=isolated)
    engine = engine_of("local", jobs)
    report, is_stopped = checked(run, engine, is_shown=not no_progress, is_judging=False)
    pieces = _rendered(view(report, unit), format, look)
    if output:
        try:
            replaced(output, "".join(pieces).encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise Problem(f"{output}: cannot be written: {error.strerror}") from None
    else:
        sys.stdout.writelines(pieces)
    return 130 if is_stopped else 0


def _columns(stream: IO[str], otherwise: int) -> int:
    """All cells of the terminal: two columns of text use what there is."""
    try:
        return max(WIDTH_MIN, os.get_terminal_size(stream.fileno()).columns)
    except (OSError, ValueError):
        return otherwise


def _rendered(view: View, format: str, style: Style) -> Iterator[str]:
    from credcheck.report import aligned
    from credcheck.report.records import record

    if format == "json":
        found = [record(row) for row in view.alignments]
        yield json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    elif format == "text":
        yield from (f"{line}\n" for line in aligned.text(view, style))
    else:
        yield from aligned.markdown(view) if format == "md" else aligned.page(view)
