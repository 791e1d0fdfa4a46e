"""`credcheck scan`: check files, print what was found, and say whether the run passes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import Annotated

from typer import Option

from credcheck.cli import options
from credcheck.cli.problem import Problem


def scan(
    paths: options.Paths = None,
    format: options.Format = None,
    output: options.Output = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    include: options.Include = None,
    exclude: options.Exclude = None,
    force_exclude: options.ForceExclude = False,
    sources: options.Sources = None,
    lang: options.Language = None,
    fail_on: Annotated[
        str | None,
        Option("--fail-on", metavar="SEVERITY", help="error, warning, info or never."),
    ] = None,
    maximum: Annotated[
        list[str] | None,
        Option(
            "--max",
            metavar="METRIC=LIMIT",
            help="spun, broken, duplicate or unsupported, 0..1; add @corpus for the mean.",
        ),
    ] = None,
    minimum: Annotated[
        list[str] | None, Option("--min", metavar="quality=LIMIT", help="Quality, 0..100.")
    ] = None,
    exit_zero: Annotated[
        bool, Option("--exit-zero", help="Exit 0 even if the gate fails.")
    ] = False,
    baseline: options.Baseline = None,
    no_baseline: options.NoBaseline = False,
    allow_empty: options.AllowEmpty = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    files_from: options.FilesFrom = None,
    stdin_filename: options.StdinFilename = None,
    jobs: options.Jobs = None,
    engine: options.Engine = "local",
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    stats: Annotated[bool, Option("--stats", help="How often each rule spoke.")] = False,
    stories: options.Stories = False,
    absolute_paths: options.AbsolutePaths = False,
    position_encoding: options.PositionEncoding = "utf-32",
    color: options.Color = "auto",
    no_progress: options.NoProgress = False,
    watches: Annotated[bool, Option("--watch", help="Run again whenever a file changes.")] = False,
) -> int:
    """
    Check files and say what is wrong, where and why.

    PATH is any number of files and folders, `-` for standard input; the current folder if nothing
    is named.

    \b
    Examples:
      credcheck scan                         everything in this folder
      credcheck scan articles/ -f concise    one finding a line
      credcheck scan . -o report.json        text here, JSON in a file
      credcheck scan new/ --sources archive/ compare with more files
      credcheck scan . --max spun=0.1        fail if a file is more than 10 % spun
    """
    from credcheck.cli.chosen import Chosen, chosen, gated, split
    from credcheck.cli.known import known_findings
    from credcheck.cli.outputs import outputs, remarks, write
    from credcheck.cli.running import checked, engine_of
    from credcheck.cli.screen import say, styled, unit_of
    from credcheck.cli.watching import watch
    from credcheck.config import shown
    from credcheck.report.gate import exit_code
    from credcheck.report.view import view

    wanted = outputs(format, output)
    unit = unit_of(position_encoding)
    look = styled(
        color,
        is_quiet=quiet,
        shown_max=0 if verbose else None,
        has_statistics=stats,
        has_stories=stories,
    )
    workers = engine_of(engine, jobs)

    def choose() -> Chosen:
        run = chosen(
            paths,
            configs=config,
            is_isolated=isolated,
            files_from=files_from,
            select=split(select),
            ignore=split(ignore),
            include=split(include),
            exclude=split(exclude),
            force_exclude=force_exclude or None,
            sources=split(sources),
            language=lang,
        )
        gate = gated(run.settings.gate, fail_on, maximum or (), minimum or ())
        return replace(run, settings=replace(run.settings, gate=gate))

    def once() -> int:
        run = choose()
        known = () if no_baseline else known_findings(baseline, is_absolute=absolute_paths)
        if verbose:
            say(f"config: {shown(run.config_path) if run.config_path else 'none'}")
        is_shown = not (no_progress or quiet)
        report, is_stopped = checked(run, workers, is_shown=is_shown, stdin_filename=stdin_filename)
        if not (report.scores or is_stopped or allow_empty):
            paths = ", ".join(run.paths)
            raise Problem(f"{paths}: no file to check (--allow-empty makes this pass)")
        rows = cache(partial(view, report, known=known, is_absolute=absolute_paths))
        write(wanted, rows, look, unit)
        if not quiet:
            remarks(wanted, rows(unit))
        return 130 if is_stopped else exit_code(rows(unit).gate, exit_zero)

    return watch(once, lambda: choose().files()) if watches else once()
