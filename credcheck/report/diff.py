"""A unified diff that patch(1) and git take; in colour the changed words stand out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from credcheck.report.style import Style

_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)
# A pair of lines longer than this is coloured whole: comparing its words would take too long.
WORDS_COMPARED_MAX = 2000
ALIKE_MIN = 50.0


def unified(before: str, after: str, path: str, style: Style) -> Iterator[str]:
    """The diff of two texts, line by line, each with its line end."""
    old, new = _lines(before), _lines(after)
    lines = list(difflib.unified_diff(old, new, f"a/{path}", f"b/{path}", n=2))
    removed: list[str] = []
    added: list[str] = []
    for number, line in enumerate(lines):
        if number >= 2 and line[0] in "-+":
            (removed if line[0] == "-" else added).append(line)
            continue
        yield from _hunk(removed, added, style)
        removed, added = [], []
        yield _context(line, number, style)
    yield from _hunk(removed, added, style)


def _lines(text: str) -> list[str]:
    """Lines at line feeds only: a form feed or U+2028 is no line end to patch(1)."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _context(line: str, number: int, style: Style) -> str:
    if number < 2:
        return style.paint(line.rstrip("\n"), "bold") + "\n"
    if line.startswith("@@"):
        return style.paint(line.rstrip("\n"), "cyan") + "\n"
    return _ended(line)


def _hunk(removed: list[str], added: list[str], style: Style) -> Iterator[str]:
    """Lines that went and lines that came, the words that differ set off where lines are alike."""
    if not style.is_colored:
        yield from map(_ended, (*removed, *added))
        return
    partners = _partners(removed, added)
    old = {i: _words(removed[i], added[j], style)[0] for i, j in partners.items()}
    new = {j: _words(removed[i], added[j], style)[1] for i, j in partners.items()}
    for i, line in enumerate(removed):
        yield old.get(i) or style.paint(line.rstrip("\n"), "red") + "\n"
    for j, line in enumerate(added):
        yield new.get(j) or style.paint(line.rstrip("\n"), "green") + "\n"


def _partners(removed: list[str], added: list[str]) -> dict[int, int]:
    """Which line became which, in order: the next that is more alike than not."""
    found: dict[int, int] = {}
    first = 0
    for i, old in enumerate(removed):
        for j in range(first, len(added)):
            if old[1:].strip() and ratio(old[1:], added[j][1:]) >= ALIKE_MIN:
                found[i] = j
                first = j + 1
                break
    return found


def _words(old: str, new: str, style: Style) -> tuple[str, str]:
    """Two lines with the words that differ in reverse video."""
    left, right = _TOKEN.findall(old[1:].rstrip("\n")), _TOKEN.findall(new[1:].rstrip("\n"))
    if max(len(left), len(right)) > WORDS_COMPARED_MAX:
        left, right = ["".join(left)], ["".join(right)]
    steps = difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    before = [style.paint("-", "red")]
    after = [style.paint("+", "green")]
    for step, i, j, k, m in steps:
        looks = () if step == "equal" else ("reverse",)
        before.append(style.paint("".join(left[i:j]), "red", *looks))
        after.append(style.paint("".join(right[k:m]), "green", *looks))
    return "".join(before) + "\n", "".join(after) + "\n"


def _ended(line: str) -> str:
    return line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"
