"""
Arguments -> Settings -> check() -> exit code; no logic of its own.

One module a command. What goes wrong because of what was asked is a `Problem`: one line on stderr
and exit code 2.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from functools import cache

from credcheck.cli.problem import Problem

# Little of what a run makes refers to itself, and Python's own thresholds (700, 10, 10) look for
# such garbage 350 times in a scan of five articles: a twelfth of its time.
GARBAGE_THRESHOLDS = (50_000, 20, 50)

# Work is shared out by files. Threads inside a product of small matrices wait for one another, on a
# busy machine for ten times as long as the product takes.
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def run(arguments: Sequence[str]) -> int:
    """The exit code of a command line."""
    _say_anything()
    for name, threads in ONE_THREAD.items():
        # Before numpy is imported; what somebody asked for is left as it is.
        os.environ.setdefault(name, threads)
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    try:
        result = _answer(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        return _deaf()
    except SystemExit as leaving:
        # typer turns a broken pipe into exit code 1; a reader that has enough is no failure.
        if not isinstance(leaving.__context__, BrokenPipeError):
            raise
        return _deaf()
    except KeyboardInterrupt:
        return 130
    except Problem as problem:
        return unable(str(problem))
    except Exception as error:
        return _asked_wrongly(error, arguments)
    return result if isinstance(result, int) else 0


def _answer(arguments: Sequence[str]) -> object:
    if arguments and arguments[0] == "scan":
        from credcheck.cli.scanning import plain, scanned

        if asked := plain(arguments[1:]):
            return scanned(asked)
    return _command()(args=list(arguments), prog_name="credcheck", standalone_mode=False)


def _say_anything() -> None:
    """A terminal that lacks a character shows its number, and the run goes on."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@cache
def _command() -> Callable[..., object]:
    """The commands as typer builds them, once a process."""
    from typer.main import get_command

    from credcheck.cli.app import app

    return get_command(app)


def _deaf() -> int:
    """Output that no run waits for had no reader any more; nobody is left to be told."""
    from credcheck.cli.screen import unheard

    unheard()
    return 0


def unable(message: str) -> int:
    """Say on stderr why the job could not be done; the exit code for that."""
    sys.stdout.flush()
    sys.stderr.write(f"credcheck: error: {message}\n")
    return 2


def _asked_wrongly(error: Exception, arguments: Sequence[str]) -> int:
    """
    The exit code for an error of typer's, or of ours.

    typer raises click's exceptions or its own copies of them, by version; both carry
    `format_message`.
    """
    if type(error).__name__ == "Abort":
        return 130
    if type(error).__name__ == "Exit":
        return int(getattr(error, "exit_code", 0))
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stderr.write(f"{error}\n")
        return 2
    say = getattr(error, "format_message", None)
    if say is None:
        return _internal(error)
    return unable(_with_hint(" ".join(str(say()).split()), arguments))


def _with_hint(message: str, arguments: Sequence[str]) -> str:
    """The message, and for a path in the place of a command the command that was meant."""
    if message.startswith("No such command") and arguments and os.path.exists(arguments[0]):
        return (
            f"{message.partition('. ')[0].rstrip('.')}; did you mean: credcheck scan {arguments[0]}"
        )
    return message


def _internal(error: Exception) -> int:
    """An error that is ours: say so in a line, and in full if asked."""
    if os.environ.get("CREDCHECK_TRACEBACK"):
        raise error
    name = type(error).__name__
    return unable(f"internal error: {name}: {error} (CREDCHECK_TRACEBACK=1 shows where)")
