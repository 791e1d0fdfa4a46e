"""
Cut a text into sentences and their words, with code-point offsets.

A line feed always ends a sentence. Inside a pair of curly quotation marks no sentence ends, so
that a quotation of several sentences stays with the words that say whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from credcheck.support.folding import folded
from credcheck.types import Span

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d(?:[\d,.]*\d)?")
_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"""[.!?…]["”’')\]]{0,3}\s+(?=["“‘'(\[]{0,2}[A-Z0-9])""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Cmdr|Hon|Rev|Prof|No|vs|Jr|Sr"
    r"|Inc|Co|Corp|Ltd|Rs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mt|Ft|U\.S|U\.K|U\.N"
    r"|a\.m|p\.m|e\.g|i\.e)|\b[A-Z])$"
)


class Word(NamedTuple):
    """A word as it stands, the stem it is compared under ("" for grammar), and where it lies."""

    text: str
    stem: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span and its words, in order."""

    span: Span
    words: tuple[Word, ...]

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of its content words, in order."""
        return tuple(word.stem for word in self.words if word.stem)


@lru_cache(maxsize=2)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; lines without a word are left out."""
    found = (Sentence(span, words(text, span)) for span in _spans(text))
    return tuple(sentence for sentence in found if sentence.words)


def words(text: str, span: Span) -> tuple[Word, ...]:
    """The words and numbers inside a span."""
    found = WORD.finditer(text, span.start, span.end)
    return tuple([Word(word := match[0], folded(word), *match.span()) for match in found])


def _spans(text: str) -> Iterator[Span]:
    for line in _LINE.finditer(text):
        start = line.start()
        for end in _ends(text, line.start(), line.end()):
            yield from _trimmed(text, start, end)
            start = end
        yield from _trimmed(text, start, line.end())


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences of a line end, in order."""
    last = start
    for match in _END.finditer(text, start, end):
        if text[match.start()] == "." and _ABBREVIATION.search(text, last, match.start()):
            continue
        if text.count("“", last, match.end()) > text.count("”", last, match.end()):
            continue
        yield match.end()
        last = match.end()


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start >= 3:
        yield Span(start, end)
