"""Tell rows of a table from sentences: their numbers are compared with nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.types import Span

_LINE = re.compile(r"[^\n]+")
_NUMBER = re.compile(r"\d(?:[\d,.]*\d)?")
_CELL = re.compile(r"\t|\||(?<=\S) {2,}(?=\S)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]{0,2}\s*$")
# "2019 1,000 Road closed": two numbers and few words beside them.
MOST_WORDS_A_NUMBER = 4


def rows(text: str) -> tuple[Span, ...]:
    """Lines that look like rows and have another such line next to them, in order."""
    lines = [Span(*match.span()) for match in _LINE.finditer(text) if match[0].strip()]
    likely = [is_row(line.of(text)) for line in lines]
    return tuple(_with_company(text, lines, likely))


def is_row(line: str) -> bool:
    """True if a line has the look of a table row: cells, or numbers with hardly a word."""
    if not _NUMBER.search(line):
        return False
    if len(_CELL.findall(line)) >= 2:
        return True
    numbers = len(_NUMBER.findall(line))
    is_sentence = bool(_SENTENCE_END.search(line))
    return (
        numbers >= 2
        and not is_sentence
        and len(_WORD.findall(line)) <= (MOST_WORDS_A_NUMBER * numbers)
    )


def _is_cut_row(line: str) -> bool:
    """True if a line may be a row that was cut off: a number, and no end of a sentence."""
    return bool(_NUMBER.search(line)) and not _SENTENCE_END.search(line)


def _with_company(text: str, lines: list[Span], likely: list[bool]) -> Iterator[Span]:
    for place, line in enumerate(lines):
        near = likely[max(0, place - 2) : place] + likely[place + 1 : place + 3]
        is_rest = sum(near) >= 2 and _is_cut_row(line.of(text))
        if (likely[place] and any(near)) or is_rest:
            yield line
