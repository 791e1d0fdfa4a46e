"""One run of `check`: the engine, the progress, and what is left after an interrupt."""

from __future__ import annotations

import sys
from dataclasses import replace

from credcheck.cli.chosen import Chosen
from credcheck.cli.problem import Problem
from credcheck.cli.progress import Meter, Watched, stopping
from credcheck.config import suggestion
from credcheck.engines import Engine
from credcheck.types import Report

ENGINES = ("local",)


def engine_of(name: str, jobs: int | None) -> Engine:
    """
    The engine of a name, with so many workers.

    Raises:
        Problem: there is none of that name, or the number makes no sense.
    """
    if name not in ENGINES:
        raise Problem(f'--engine: unknown engine "{name}"{suggestion(name, ENGINES)}')
    if jobs is not None and jobs < 1:
        raise Problem(f"--jobs: expected a number from 1 on, got {jobs}")
    from credcheck.engines.local import LocalEngine

    return LocalEngine() if jobs is None else LocalEngine(jobs=jobs)


def checked(
    run: Chosen,
    engine: Engine,
    *,
    is_shown: bool,
    stdin_filename: str | None = None,
    is_judging: bool = True,
) -> tuple[Report, bool]:
    """
    The report, and whether the run was interrupted; then it holds what was found so far.

    Unless it `is_judging`, no file is asked what it claims.

    Raises:
        Problem: a path cannot be read.
    """
    from credcheck.check import check
    from credcheck.read import ReadError, find_files

    try:
        total = len(find_files(run.paths, run.settings, stdin_filename=stdin_filename))
        meter = Meter(total, is_shown and sys.stderr.isatty())
        watched = Watched(engine, meter)
        with stopping(watched):
            report = check(
                run.paths,
                run.settings,
                watched,
                stdin_filename=stdin_filename,
                is_judging=is_judging,
            )
        meter.clear()
    except ReadError as error:
        raise Problem(str(error)) from None
    if run.settings.encoder:
        report = replace(report, notices=(*report.notices, _encoder_note()))
    if watched.is_stopped:
        note = f"interrupted: {watched.examined:,} of {total:,} files were checked"
        report = replace(report, notices=(*report.notices, note))
    return report, watched.is_stopped


def _encoder_note() -> str:
    """Which encoder had a say, so that a report can be made again."""
    from credcheck.language.encoder import PACKAGE, version

    return f"what is not clean was read by {PACKAGE.replace('_', '-')} {version()} too"
