"""`credcheck scan`: check files, print what was found, and say whether the run passes."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from credcheck.cli import options


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
    encoder: options.Encoder = False,
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
    from credcheck.cli.scanning import Asked, scanned

    return scanned(
        Asked(
            paths=paths,
            format=format,
            output=output,
            select=select,
            ignore=ignore,
            include=include,
            exclude=exclude,
            force_exclude=force_exclude,
            sources=sources,
            lang=lang,
            encoder=encoder,
            fail_on=fail_on,
            maximum=maximum,
            minimum=minimum,
            exit_zero=exit_zero,
            baseline=baseline,
            no_baseline=no_baseline,
            allow_empty=allow_empty,
            config=config,
            isolated=isolated,
            files_from=files_from,
            stdin_filename=stdin_filename,
            jobs=jobs,
            engine=engine,
            quiet=quiet,
            verbose=verbose,
            stats=stats,
            stories=stories,
            absolute_paths=absolute_paths,
            position_encoding=position_encoding,
            color=color,
            no_progress=no_progress,
            watches=watches,
        )
    )
