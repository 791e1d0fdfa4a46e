"""What `credcheck scan` does, once it is known what was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from credcheck.cli import running
from credcheck.cli.chosen import Chosen, chosen, gated, split
from credcheck.cli.known import known_findings
from credcheck.cli.outputs import outputs, remarks, write
from credcheck.cli.problem import Problem
from credcheck.cli.screen import say, styled, unit_of
from credcheck.config import shown
from credcheck.report.gate import exit_code
from credcheck.report.view import view


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The options of `scan` as they stand on the command line, and what holds without them."""

    paths: Sequence[str] | None = None
    format: str | None = None
    output: Sequence[str] | None = None
    select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    include: Sequence[str] | None = None
    exclude: Sequence[str] | None = None
    force_exclude: bool = False
    sources: Sequence[str] | None = None
    lang: str | None = None
    encoder: bool = False
    fail_on: str | None = None
    maximum: Sequence[str] | None = None
    minimum: Sequence[str] | None = None
    exit_zero: bool = False
    baseline: str | None = None
    no_baseline: bool = False
    allow_empty: bool = False
    config: Sequence[str] | None = None
    isolated: bool = False
    files_from: str | None = None
    stdin_filename: str | None = None
    jobs: int | None = None
    engine: str = "local"
    quiet: bool = False
    verbose: bool = False
    stats: bool = False
    stories: bool = False
    absolute_paths: bool = False
    position_encoding: str = "utf-32"
    color: str = "auto"
    no_progress: bool = False
    watches: bool = False


def plain(arguments: Sequence[str]) -> Asked | None:
    """
    What `scan` with these arguments asks for, if all are paths; None if one is an option.

    The line that a newcomer types needs no parser of options, and typer takes a quarter of a second
    to load.
    """
    if any(word.startswith("-") for word in arguments):
        return None
    return Asked(paths=tuple(arguments))


def scanned(asked: Asked) -> int:
    """
    Check files, write the reports; the exit code.

    Raises:
        Problem: something that was asked for is not known, or cannot be read or written.
    """
    from credcheck.cli.watching import watch

    wanted = outputs(asked.format, asked.output)
    unit = unit_of(asked.position_encoding)
    look = styled(
        asked.color,
        is_quiet=asked.quiet,
        shown_max=0 if asked.verbose else None,
        has_statistics=asked.stats,
        has_stories=asked.stories,
    )
    workers = running.engine_of(asked.engine, asked.jobs)

    def once() -> int:
        run = _chosen(asked)
        known = (
            ()
            if asked.no_baseline
            else known_findings(asked.baseline, is_absolute=asked.absolute_paths)
        )
        if asked.verbose:
            say(f"config: {shown(run.config_path) if run.config_path else 'none'}")
        report, is_stopped = running.checked(
            run,
            workers,
            is_shown=not (asked.no_progress or asked.quiet),
            stdin_filename=asked.stdin_filename,
        )
        if not (report.scores or is_stopped or asked.allow_empty):
            paths = ", ".join(run.paths)
            raise Problem(f"{paths}: no file to check (--allow-empty makes this pass)")
        rows = cache(partial(view, report, known=known, is_absolute=asked.absolute_paths))
        write(wanted, rows, look, unit)
        if not asked.quiet:
            remarks(wanted, rows(unit))
        return 130 if is_stopped else exit_code(rows(unit).gate, asked.exit_zero)

    return watch(once, lambda: _chosen(asked).files()) if asked.watches else once()


def _chosen(asked: Asked) -> Chosen:
    run = chosen(
        asked.paths,
        configs=asked.config,
        is_isolated=asked.isolated,
        files_from=asked.files_from,
        select=split(asked.select),
        ignore=split(asked.ignore),
        include=split(asked.include),
        exclude=split(asked.exclude),
        force_exclude=asked.force_exclude or None,
        encoder=asked.encoder or None,
        sources=split(asked.sources),
        language=asked.lang,
    )
    gate = gated(run.settings.gate, asked.fail_on, asked.maximum or (), asked.minimum or ())
    return replace(run, settings=replace(run.settings, gate=gate))
