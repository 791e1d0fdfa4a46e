"""What every command asks of the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import cast

from credcheck.cli.problem import Problem
from credcheck.config import suggestion
from credcheck.report.rows import PositionEncoding
from credcheck.report.style import ColorChoice, Style, terminal_width, wants_color


def one_of(option: str, value: str, known: Sequence[str]) -> str:
    """
    The value, if it is one that an option knows.

    Raises:
        Problem: it is not.
    """
    if value not in known:
        hint = suggestion(value, known)
        raise Problem(f'{option}: expected one of {", ".join(known)}, got "{value}"{hint}')
    return value


def unit_of(value: str) -> PositionEncoding:
    """
    The unit of offsets.

    Raises:
        Problem: it is none.
    """
    known = ("utf-32", "utf-16", "utf-8")
    return cast(PositionEncoding, one_of("--position-encoding", value, known))


def styled(
    color: str,
    *,
    is_quiet: bool = False,
    shown_max: int | None = None,
    has_statistics: bool = False,
    has_stories: bool = False,
) -> Style:
    """
    How stdout is to look.

    Raises:
        Problem: `color` is no choice.
    """
    choice = cast(ColorChoice, one_of("--color", color, ("auto", "always", "never")))
    plain = Style()
    return Style(
        is_colored=wants_color(choice, sys.stdout, os.environ),
        width=terminal_width(sys.stdout),
        shown_max=plain.shown_max if shown_max is None else shown_max,
        files_max=plain.files_max if shown_max is None else shown_max,
        is_quiet=is_quiet,
        has_statistics=has_statistics,
        has_stories=has_stories,
    )


def say(message: str) -> None:
    """A notice on stderr."""
    sys.stderr.write(f"credcheck: {message}\n")


def unheard() -> None:
    """The reader of our output has gone (`| head`): say the rest to nobody."""
    sys.stdout = sys.__stdout__ or sys.stdout
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
