"""
Two passages side by side, the words that differ set off, with the lines they stand on.

Where the terminal is too narrow for two columns, the passages stand one below the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from credcheck.report.excerpt import cells, shown, taken
from credcheck.report.rows import AlignmentRow, BlockRow, PlaceRow, label
from credcheck.report.style import Style

_WORD = re.compile(r"\S+")
_LINE_END = re.compile(r"\r\n|[\r\n]")

# Cells of text after which the two columns are brought level again.
LEVEL_AFTER = 240
# In narrower columns every second line is broken within a name.
COLUMN_MIN = 22
_GAP = " │ "


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is shown, whether it differs from the other side, and its 1-based line."""

    text: str
    differs: bool
    line: int


def sides(row: AlignmentRow, left: str, right: str, style: Style) -> Iterator[str]:
    """An aligned pair as lines; `left` and `right` are the texts the offsets lie over."""
    yield style.paint(f"{row.kind}, {row.score:.0f} % alike", "bold")
    places, texts = (row.left, row.right), (left, right)
    gutter = max(len(str(place.location.end_line)) for place in places) + 1
    if (style.width - len(_GAP)) // 2 < COLUMN_MIN + gutter:
        for number, (place, text) in enumerate(zip(places, texts, strict=True)):
            yield style.paint("─" * style.width, "dim")
            yield _heading(place, style.width)
            words = _words(row.blocks, text, place, is_left=not number)
            column = _wrapped(words, style.width - gutter, style, _LOOKS[number])
            lines = _numbered(column, gutter, style.width, style)
            yield from (line.rstrip() for line in lines)
        return
    yield from _in_columns(row, texts, (style.width - len(_GAP)) // 2, gutter, style)


_LOOKS = ("red", "green")


def _in_columns(
    row: AlignmentRow, texts: tuple[str, str], width: int, gutter: int, style: Style
) -> Iterator[str]:
    places = row.left, row.right
    left, right = (_heading(place, width) for place in places)
    yield f"{_filled(left, width)}{_GAP}{right}"
    yield style.paint("─" * width + "─┼─" + "─" * width, "dim")
    lines = [0, 0]
    for blocks in _chunks(row.blocks):
        columns = []
        for number, (place, text) in enumerate(zip(places, texts, strict=True)):
            words = list(_words(blocks, text, place, is_left=not number))
            wrapped = list(_wrapped(words, width - gutter, style, _LOOKS[number]))
            columns.append(list(_numbered(wrapped, gutter, width, style, lines[number])))
            lines[number] = wrapped[-1].line if wrapped else lines[number]
        for one, other in zip_longest(*columns, fillvalue=" " * width):
            yield f"{one}{style.paint(_GAP, 'dim')}{other}".rstrip()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a column, its width in cells, and the line of the file its last word stands on."""

    text: str
    width: int
    first: int
    line: int


def _numbered(
    lines: Iterable[Line], gutter: int, width: int, style: Style, before: int = 0
) -> Iterator[str]:
    """Lines with the number of the line of the file, where it is another than before."""
    for line in lines:
        number = f"{line.first:>{gutter - 1}} " if line.first != before else " " * gutter
        before = line.line
        yield f"{style.paint(number, 'dim')}{line.text}{' ' * (width - gutter - line.width)}"


def _heading(place: PlaceRow, width: int) -> str:
    from credcheck.report.overview import shortened

    name = label(place.path, place.location.record)
    return shortened(f"{name}:{place.location.line}", width)


def _filled(text: str, width: int) -> str:
    return f"{text}{' ' * (width - cells(text))}"


def _chunks(blocks: Sequence[BlockRow]) -> Iterator[list[BlockRow]]:
    """Blocks in runs that are to start on one level."""
    chunk: list[BlockRow] = []
    size = 0
    for block in blocks:
        chunk.append(block)
        size += max(block.left[1] - block.left[0], block.right[1] - block.right[0])
        if size >= LEVEL_AFTER and block.op == "keep":
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _words(
    blocks: Sequence[BlockRow], text: str, place: PlaceRow, *, is_left: bool
) -> Iterator[Word]:
    """The words of one side."""
    position, line = place.location.start, place.location.line
    for block in blocks:
        start, end = with_marks(text, block.left if is_left else block.right)
        for match in _WORD.finditer(text, start, end):
            line += len(_LINE_END.findall(text, position, match.start()))
            position = match.start()
            yield Word(shown(match.group()), block.op != "keep", line)


def with_marks(text: str, words: tuple[int, int]) -> tuple[int, int]:
    """Where words start and end with the marks that stand right before and right after them."""
    start, end = words
    if start == end:
        return words
    while end < len(text) and _is_mark(text[end]):
        end += 1
    opening = start
    while opening and _is_mark(text[opening - 1]):
        opening -= 1
    # Marks right after another word belong to that one.
    is_glued = opening > 0 and text[opening - 1].isalnum()
    return start if is_glued else opening, end


def _is_mark(character: str) -> bool:
    return not character.isalnum() and not character.isspace()


def _wrapped(words: Iterable[Word], width: int, style: Style, look: str) -> Iterator[Line]:
    """Lines of at most `width` cells, a new one for every paragraph."""
    line: list[Word] = []
    used = 0
    for word in _broken(words, width - 2):
        size = _size(word, style)
        if line and (used + 1 + size > width or word.line > line[-1].line + 1):
            yield _painted(line, style, look)
            line, used = [], 0
        line.append(word)
        used += size + (1 if len(line) > 1 else 0)
    if line:
        yield _painted(line, style, look)


def _broken(words: Iterable[Word], width: int) -> Iterator[Word]:
    """The words, one that is wider than a line in pieces."""
    for word in words:
        rest = word.text
        while cells(rest) > width and (head := taken(rest, width)):
            yield replace(word, text=head)
            rest = rest[len(head) :]
        yield replace(word, text=rest)


def _size(word: Word, style: Style) -> int:
    """Cells of a word; without colour one that differs stands in brackets."""
    return cells(word.text) + (2 if word.differs and not style.is_colored else 0)


def _painted(line: Sequence[Word], style: Style, look: str) -> Line:
    """One line of a column."""
    pieces = [_shown(word, style, look) for word in line]
    width = sum(_size(word, style) for word in line) + len(line) - 1
    return Line(" ".join(pieces), width, line[0].line, line[-1].line)


def _shown(word: Word, style: Style, look: str) -> str:
    if not word.differs:
        return word.text
    return style.paint(word.text, look) if style.is_colored else f"[{word.text}]"
