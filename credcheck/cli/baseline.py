"""`credcheck baseline`: write down what is known, so that only new trouble is reported."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

from typer import Option

from credcheck.cli import options
from credcheck.cli.problem import Problem


def baseline(
    paths: options.Paths = None,
    file: Annotated[
        str, Option("--baseline", metavar="FILE", help="The file to write.")
    ] = ".credcheck-baseline",
    update: Annotated[bool, Option("--update", help="Let the file grow by what is new.")] = False,
    prune: Annotated[
        bool, Option("--prune", help="Only take out what is no longer found.")
    ] = False,
    select: options.Select = None,
    ignore: options.Ignore = None,
    include: options.Include = None,
    exclude: options.Exclude = None,
    sources: options.Sources = None,
    lang: options.Language = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
    jobs: options.Jobs = None,
    no_progress: options.NoProgress = False,
) -> int:
    """
    Write the file of known findings, or prune it.

    The file is made once; after that it only shrinks, unless --update is given.

    \b
    Examples:
      credcheck baseline articles/            write .credcheck-baseline
      credcheck baseline articles/ --prune    take out what was repaired
      credcheck baseline articles/ --update   take in what is new
    """
    from credcheck.cli.chosen import chosen, split
    from credcheck.cli.known import known_findings
    from credcheck.cli.outputs import replaced
    from credcheck.cli.running import checked, engine_of
    from credcheck.report.baseline import matched, written
    from credcheck.report.view import view

    run = chosen(
        paths,
        configs=config,
        is_isolated=isolated,
        select=split(select),
        ignore=split(ignore),
        include=split(include),
        exclude=split(exclude),
        sources=split(sources),
        language=lang,
    )
    if prune and update:
        raise Problem("--prune takes out and --update takes in: only one of them")
    exists = os.path.isfile(file)
    if prune and not exists:
        raise Problem(f"--prune: {file}: no such file")
    known = known_findings(file) if exists else ()
    report, is_stopped = checked(run, engine_of("local", jobs), is_shown=not no_progress)
    if is_stopped:
        return 130
    rows = tuple(row for row in view(report).findings if row.is_counted)
    old = matched(rows, known)
    is_growing = update or not exists
    kept = tuple(row for number, row in enumerate(rows) if is_growing or number in old)
    new = len(rows) - len(old)
    before = Path(file).read_text("utf-8") if exists else ""
    text = written(kept)
    if text != before:
        replaced(file, text.encode("utf-8", "backslashreplace"))
    taken_in = new if is_growing else 0
    state = f"{len(kept):,} known, {taken_in:,} taken in, {len(known) - len(old):,} taken out"
    sys.stdout.write(f"{file}: {state}\n")
    if new and not is_growing:
        sys.stdout.write(f"{new:,} new findings are left out; --update takes them in\n")
    return 0
