"""
One line of text with some words marked, cut to fit, aligned under wide characters.

The words come with the characters round them (`Quote`), so no text need be at hand.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from wcwidth import wcswidth

from credcheck.report.rows import Location, Quote

_SPACES = re.compile(r"\s+")
_RUN = re.compile(r"(\n|[ \t\u00a0])\1{3,}")
# Of the line, what the marked words may take; the rest is context.
_MARKED_SHARE = 0.7
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line in three parts; `indent` and `width` say in cells where the marked part stands."""

    before: str
    marked: str
    after: str

    @property
    def indent(self) -> int:
        """Cells before the marked part."""
        return cells(self.before)

    @property
    def width(self) -> int:
        """Cells of the marked part, at least one."""
        return max(1, cells(self.marked))


def place(location: Location) -> str:
    """Line and column, with the page of a PDF before them: `p3 12:5`."""
    page = "" if location.page is None else f"p{location.page} "
    return f"{page}{location.line}:{location.column}"


def excerpt(quote: Quote, width: int) -> Excerpt:
    """The quoted words in their line, at most `width` cells wide."""
    marked = clipped(visible(quote.exact), int(width * _MARKED_SHARE))
    room = width - cells(marked)
    before, after = _before(quote.prefix), _after(quote.suffix)
    left = min(cells(before), max(room // 2, room - cells(after)))
    before = _last(before, left)
    return Excerpt(before, marked, _first(after, room - cells(before)))


def clipped(text: str, width: int) -> str:
    """The text in at most `width` cells, cut in the middle: both ends tell more than one."""
    if cells(text) <= width:
        return text
    head = taken(text, (width - 1) * 2 // 3)
    tail = taken(text[::-1], width - 1 - cells(head))[::-1]
    return f"{head}{_CUT}{tail}"


def one_line(text: str, width: int) -> str:
    """The text on one line, cut at the end to fit."""
    line = shown(_SPACES.sub(" ", text).strip())
    return line if cells(line) <= width else taken(line, width - 1) + _CUT


def cells(text: str) -> int:
    """Columns of a terminal that a text takes."""
    return len(text) if text.isascii() else max(0, wcswidth(text))


def visible(text: str) -> str:
    """Text that shows what it is made of: line ends, long runs and unseen characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _RUN.sub(_counted, text)
    if not text.strip():
        text = text.replace(" ", "␣").replace("\u00a0", "⍽")
    return shown(text.replace("\n", "⏎").replace("\t", " "))


def shown(text: str) -> str:
    """Control and format characters by their number, everything else as it is."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_character, text))


def _character(character: str) -> str:
    is_unseen = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    if is_unseen and character != "\u200d":
        return f"‹U+{ord(character):04X}›"
    return character


def _counted(run: re.Match[str]) -> str:
    sign = {"\n": "⏎", "\u00a0": "⍽"}.get(run[1], "␣")
    return f"{sign}×{len(run[0])}"


def _before(prefix: str) -> str:
    """What stands on the same line before the words; a word cut in two is left out."""
    line = re.split(r"[\r\n]", prefix)[-1]
    if line == prefix and len(prefix) >= 32:
        line = _CUT + line.partition(" ")[2] if " " in line.lstrip() else line
    return shown(_SPACES.sub(" ", line)) if line.strip() else ""


def _after(suffix: str) -> str:
    line = re.split(r"[\r\n]", suffix, maxsplit=1)[0]
    if line == suffix and len(suffix) >= 32:
        line = line.rpartition(" ")[0] + _CUT if " " in line.rstrip() else line
    return shown(_SPACES.sub(" ", line)).rstrip()


def _last(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    return _CUT + taken(text[::-1], max(0, width - 1))[::-1]


def _first(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    return taken(text, max(0, width - 1)) + _CUT


def taken(text: str, width: int) -> str:
    """As much of the start of a text as `width` cells hold."""
    taken, used = [], 0
    for character in text:
        used += cells(character)
        if used > width:
            break
        taken.append(character)
    return "".join(taken)
