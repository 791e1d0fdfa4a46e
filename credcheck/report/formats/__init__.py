"""
One format a file, found by being there.

A module here is a format of its name and holds `render(view, style) -> Iterator[str]`: pieces of
text, each with its own line ends, written as they come. It may hold `POSITION_ENCODING` if it
must count in a unit of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from credcheck.report.rows import PositionEncoding, View
    from credcheck.report.style import Style


class Format(Protocol):
    """What a module of this package offers."""

    def render(self, view: View, style: Style) -> Iterator[str]:
        """The report, piece by piece."""
        ...


@cache
def names() -> tuple[str, ...]:
    """Every format, in order."""
    return tuple(sorted(info.name for info in iter_modules(__path__)))


def load(name: str) -> Format:
    """
    The format of a name.

    Raises:
        KeyError: there is no such format.
    """
    if name not in names():
        raise KeyError(name)
    return cast("Format", import_module(f"{__name__}.{name}"))


def position_encoding(name: str, asked: PositionEncoding) -> PositionEncoding:
    """The unit a format counts in: its own if it has one, else the one asked for."""
    own: PositionEncoding | None = getattr(load(name), "POSITION_ENCODING", None)
    return own or asked
