"""How a report for a person looks: colour or none, and how wide."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Literal

ColorChoice = Literal["auto", "always", "never"]
WIDTH_MIN, WIDTH_DEFAULT, WIDTH_MAX = 60, 80, 120
_CODES = {
    "bold": "1",
    "dim": "2",
    "reverse": "7",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "cyan": "36",
    "error": "1;31",
    "warning": "33",
    "info": "36",
}


@dataclass(frozen=True, slots=True)
class Style:
    """
    `width` in terminal cells; `shown_max` findings a file and `files_max` files are printed in
    full, 0 for all; `has_stories` adds what each file gives for the same thing.
    """

    is_colored: bool = False
    width: int = WIDTH_DEFAULT
    shown_max: int = 8
    files_max: int = 20
    is_quiet: bool = False
    has_statistics: bool = False
    has_stories: bool = False

    def paint(self, text: str, *looks: str) -> str:
        """The text in a colour, or as it is."""
        if not self.is_colored or not text:
            return text
        codes = ";".join(_CODES[look] for look in looks)
        return f"\x1b[{codes}m{text}\x1b[0m"


def wants_color(choice: ColorChoice, stream: IO[str], environment: Mapping[str, str]) -> bool:
    """
    Colour or none: the option first, then NO_COLOR, FORCE_COLOR, then what the stream is.

    Both variables count only when they are not empty (no-color.org, force-color.org).
    """
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def terminal_width(stream: IO[str]) -> int:
    """Cells in a line of the terminal, within reason; 80 if it is none."""
    try:
        columns = os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except (OSError, ValueError):
        columns = 0
    return min(WIDTH_MAX, max(WIDTH_MIN, columns)) if columns else WIDTH_DEFAULT
