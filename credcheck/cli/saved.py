"""`credcheck report`: another format from a saved JSON report, without scanning again."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from typer import Argument, Option

from credcheck.cli import options
from credcheck.cli.problem import Problem


def report(
    file: Annotated[str, Argument(metavar="FILE.json", hidden=True, help="A saved report.")],
    format: options.Format = None,
    output: options.Output = None,
    verbose: Annotated[bool, Option("-v", "--verbose", help="Every finding.")] = False,
    quiet: options.Quiet = False,
    stats: Annotated[bool, Option("--stats", help="How often each rule spoke.")] = False,
    stories: options.Stories = False,
    exit_zero: Annotated[
        bool, Option("--exit-zero", help="Exit 0 even if the gate failed.")
    ] = False,
    color: options.Color = "auto",
) -> int:
    """
    Turn a saved report into another format.

    FILE.json was saved with `credcheck scan -f json` or `-o`; nothing is scanned again.
    Exits as the scan did.

    \b
    Examples:
      credcheck report report.json
      credcheck report report.json -o report.html -o sarif:credcheck.sarif
    """
    from credcheck.cli.outputs import outputs, write
    from credcheck.cli.screen import styled
    from credcheck.report.gate import exit_code
    from credcheck.report.recoded import RecodeError, recoded
    from credcheck.report.saved import SavedError, loaded

    wanted = outputs(format, output)
    look = styled(
        color,
        is_quiet=quiet,
        shown_max=0 if verbose else None,
        has_statistics=stats,
        has_stories=stories,
    )
    try:
        view = loaded(file)
    except SavedError as error:
        raise Problem(str(error)) from None
    try:
        write(wanted, partial(recoded, view), look, view.position_encoding)
    except RecodeError as error:
        raise Problem(f"{file}: {error}") from None
    return exit_code(view.gate, exit_zero)
