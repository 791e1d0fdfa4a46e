"""Two passages side by side, the words that differ set off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from credcheck.report.excerpt import cells, shown
from credcheck.report.rows import AlignmentRow, BlockRow, PlaceRow
from credcheck.report.style import Style

Word = tuple[str, bool]
# Cells of text after which the two columns are brought level again.
LEVEL_AFTER = 240
_GAP = " │ "


def sides(row: AlignmentRow, left: str, right: str, style: Style) -> Iterator[str]:
    """An aligned pair as lines; `left` and `right` are the texts the offsets lie over."""
    width = (style.width - len(_GAP)) // 2
    yield style.paint(f"{row.kind}, {row.score:.0f} % alike", "bold")
    yield _line(_heading(row.left, width), _heading(row.right, width), width)
    yield style.paint("─" * width + "─┼─" + "─" * width, "dim")
    for blocks in _chunks(row.blocks):
        before = list(_words(blocks, left, is_left=True))
        after = list(_words(blocks, right, is_left=False))
        for a, b in zip_longest(
            _wrapped(before, width, style, "red"),
            _wrapped(after, width, style, "green"),
            fillvalue=("", 0),
        ):
            yield f"{a[0]}{' ' * (width - a[1])}{style.paint(_GAP, 'dim')}{b[0]}".rstrip()


def _heading(place: PlaceRow, width: int) -> str:
    from credcheck.report.overview import shortened

    return shortened(f"{place.path}:{place.location.line}", width)


def _line(left: str, right: str, width: int) -> str:
    return f"{left}{' ' * (width - cells(left))}{_GAP}{right}"


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


def _words(blocks: Sequence[BlockRow], text: str, *, is_left: bool) -> Iterator[Word]:
    """The words of one side, each with whether it differs."""
    for block in blocks:
        start, end = block.left if is_left else block.right
        differs = block.op != "keep"
        yield from ((shown(word), differs) for word in text[start:end].split())


def _wrapped(
    words: Sequence[Word], width: int, style: Style, look: str
) -> Iterator[tuple[str, int]]:
    """Lines of at most `width` cells, each with its true width."""
    line: list[Word] = []
    used = 0
    for word, differs in words:
        size = cells(word) + (0 if style.is_colored or not differs else 2)
        if line and used + 1 + size > width:
            yield _painted(line, style, look)
            line, used = [], 0
        line.append((word, differs))
        used += size + (1 if len(line) > 1 else 0)
    if line:
        yield _painted(line, style, look)


def _painted(line: Sequence[Word], style: Style, look: str) -> tuple[str, int]:
    """One line; without colour a word that differs stands in brackets."""
    pieces, width = [], len(line) - 1
    for word, differs in line:
        text = word
        if differs:
            text = style.paint(word, look) if style.is_colored else f"[{word}]"
        width += cells(word) + (2 if differs and not style.is_colored else 0)
        pieces.append(text)
    return " ".join(pieces), width
