"""
A text with its findings marked in place.

Findings overlap, and HTML elements must not: the text is cut at every edge, and each piece carries
the numbers of all findings that cover it. A piece that one finding repairs holds both wordings, so
that a switch can show the text as read or restored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from credcheck.report.page import text as escaped
from credcheck.report.rows import FindingRow

# Worst first: a piece under several findings takes the look of the worst.
LOOKS = {"error": 0, "warning": 1, "info": 2}
# A finding about a whole passage gets a line only, so that those inside it can be told.
WIDE_MIN_CHARACTERS = 160


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding with its number on the page."""

    number: int
    row: FindingRow


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same findings throughout."""

    start: int
    end: int
    findings: tuple[Numbered, ...]


def pieces(length: int, findings: Sequence[Numbered]) -> Iterator[Piece]:
    """
    Cut 0..length at the edges of the findings; the pieces join up to the whole.

    An empty finding marks the character it stands before.
    """
    opening: dict[int, list[Numbered]] = {}
    closing: dict[int, list[Numbered]] = {}
    for found in findings:
        start, end = _stretch(found.row, length)
        if start < end:
            opening.setdefault(start, []).append(found)
            closing.setdefault(end, []).append(found)
    edges = sorted({0, length, *opening, *closing})
    active: dict[int, Numbered] = {}
    for start, end in pairwise(edges):
        for found in closing.get(start, ()):
            active.pop(found.number, None)
        active.update((found.number, found) for found in opening.get(start, ()))
        yield Piece(start, end, tuple(active[number] for number in sorted(active)))


def _stretch(row: FindingRow, length: int) -> tuple[int, int]:
    start = min(row.location.start, length)
    return start, min(length, max(row.location.end, start + 1))


def marked(text: str, findings: Sequence[Numbered]) -> Iterator[str]:
    """The text as HTML, piece by piece."""
    anchored: set[int] = set()
    for piece in pieces(len(text), findings):
        words = text[piece.start : piece.end]
        if not piece.findings:
            yield escaped(words)
            continue
        first = [found.number for found in piece.findings if found.number not in anchored]
        anchored.update(first)
        yield _mark(words, piece, first)


def _mark(words: str, piece: Piece, first: list[int]) -> str:
    """A piece under findings; it has the number of the first that begins here as its anchor."""
    numbers = " ".join(str(found.number) for found in piece.findings)
    own, *others = [f' id="m{number}"' for number in first] or [""]
    anchors = "".join(f"<a{other}></a>" for other in others)
    is_wide = all(_is_wide(found.row) for found in piece.findings)
    inside = escaped(words) if is_wide else _both(words, piece)
    return (
        f'{anchors}<mark{own} class="{_look(piece)}" data-f="{numbers}" tabindex=0>{inside}</mark>'
    )


def _look(piece: Piece) -> str:
    """That of the worst finding that is not about a whole passage, else a line only."""
    narrow = [f for f in piece.findings if not _is_wide(f.row)]
    worst = min(narrow or piece.findings, key=lambda f: (LOOKS[f.row.severity], f.number)).row
    return f"{worst.category} {worst.severity}{'' if narrow else ' wide'}"


def _is_wide(row: FindingRow) -> bool:
    return row.location.end - row.location.start >= WIDE_MIN_CHARACTERS


def _both(words: str, piece: Piece) -> str:
    """The words, and beside them what they likely were, if one spun finding covers just them."""
    for found in piece.findings:
        row = found.row
        is_whole = (row.location.start, row.location.end) == (piece.start, piece.end)
        if row.category == "spun" and is_whole and row.fix and len(row.fix.edits) == 1:
            restored = escaped(row.fix.edits[0].text)
            return f"<span class=read>{escaped(words)}</span><span class=restored>{restored}</span>"
    return _visible(words)


def _visible(words: str) -> str:
    """Marked blanks must be seen: a run of line ends is shown as a count."""
    if words.strip():
        return escaped(words)
    lines = words.count("\n")
    if lines > 2:
        return f"<span class=blank>¶ × {lines}</span>\n"
    return escaped(words) + "<span class=blank>␣</span>" if not lines else escaped(words)
