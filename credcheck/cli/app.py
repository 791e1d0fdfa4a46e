"""The commands and their help, in plain text of 80 columns."""

from __future__ import annotations

from typing import Annotated

import typer

from credcheck import __version__
from credcheck.cli.align import align
from credcheck.cli.baseline import baseline
from credcheck.cli.explain import explain
from credcheck.cli.fix import fix
from credcheck.cli.init import init
from credcheck.cli.lsp import lsp
from credcheck.cli.saved import report
from credcheck.cli.scan import scan

_EPILOG = """\
Exit codes: 0 passed, 1 the gate failed, 2 the job could not be done, 130 interrupted.

Nothing is sent anywhere and no file is changed unless you ask with `fix --write`.
"""

app = typer.Typer(
    name="credcheck",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)


def _version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"credcheck {__version__}")
        raise typer.Exit


@app.callback()
def credcheck(
    version: Annotated[
        bool,
        typer.Option("--version", "-V", callback=_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """
    Find spun, broken, unsupported and duplicate text in a folder of articles.

    \b
    Start with:
      credcheck scan articles/          what is wrong, file by file
      credcheck fix articles/           the safe repairs, as a diff
      credcheck explain BRK301          what a rule means
    """


app.command()(scan)
app.command()(fix)
app.command()(align)
app.command()(explain)
app.command()(baseline)
app.command()(report)
app.command()(init)
app.command()(lsp)
