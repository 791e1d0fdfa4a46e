"""The lines of a text that hold anything, and what shape each is: sentences, a heading, an item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from credcheck.types import Edit, Match, Span

# A shorter line without a full stop may be a heading; longer ones are hardly ever.
HEADING_WORDS_MAX = 14
# A line with a full stop and this many words is taken for part of the article.
PROSE_WORDS_MIN = 9

# What parts a label from the sentence before it: "in September.—More…".
_BEFORE_A_LABEL = " —–|·"
_CLOSERS = "\"'”’»)]"
_STOPS = frozenset(".!?…।۔。")
_BULLET = re.compile(
    r"[-–—*•●■▪‣·o✓→]\s|[(\[]?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)\]]\s|\d{1,2}\s[A-Z]"
)
_COMMENT = re.compile(r"<!--[\s\S]{0,4000}?-->")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?=\s)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Jr|Sr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|Prof|vs|No|Nos"
    r"|Inc|Ltd|Co|Corp|Rs|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Fig|approx|al|etc)"
    r"|[A-Z]\.[A-Z])\.$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """
    A line with something on it, without the blanks at its ends.

    `after` is where the next such line begins (the end of the text for the last one).
    """

    span: Span
    after: int
    text: str
    words: tuple[str, ...]

    @property
    def is_closed(self) -> bool:
        """True if it ends as a sentence does."""
        return self.text.rstrip(_CLOSERS)[-1:] in _STOPS and len(self.text) > 1

    @property
    def is_prose(self) -> bool:
        """True if it reads like a paragraph of an article."""
        count = len(self.words)
        return count >= 2 * HEADING_WORDS_MAX or (count >= PROSE_WORDS_MIN and self.is_closed)

    @property
    def title(self) -> str:
        """Its words without the signs that make a heading in Markdown."""
        return self.text.strip("#*_ ") if self.text[0] in "#*_" else self.text

    @property
    def rank(self) -> int:
        """How deep a heading of Markdown lies; 0 for every other line."""
        return len(self.text) - len(self.text.lstrip("#"))

    @property
    def is_item(self) -> bool:
        """True if it begins with a bullet or a number."""
        return _BULLET.match(self.text) is not None

    @property
    def is_heading(self) -> bool:
        """True if it is short, starts like a heading and has no mark at its end."""
        first = self.title[:1] or "-"
        return (
            len(self.words) <= HEADING_WORDS_MAX
            and not self.is_closed
            and self.text[-1] not in ",;:-–—"
            and (first.isupper() or first.isdigit() or first in "“‘\"'¿")
            and not self.is_item
        )


@lru_cache(maxsize=4)
def lines(text: str) -> tuple[Line, ...]:
    """Every line of `text` that holds more than white space."""
    spans = list(_spans(text))
    following = [span.start for span in spans[1:]] + [len(text)][: len(spans)]
    return tuple(
        Line(span, after, span.of(text), tuple(span.of(text).split()))
        for span, after in zip(spans, following, strict=True)
    )


def _spans(text: str) -> Iterator[Span]:
    place = 0
    # What a writer of Markdown noted for himself is no line; elsewhere comments are gone by now.
    if "<!--" in text:
        text = _COMMENT.sub(lambda comment: re.sub(r"\S", " ", comment.group()), text)
    for piece in text.split("\n"):
        bare = piece.strip()
        if bare:
            start = place + piece.index(bare[0])
            yield Span(start, start + len(bare))
        place += len(piece) + 1


def sentences(text: str, within: Span) -> tuple[Span, ...]:
    """The sentences of a stretch of `text`, without the blanks between them."""
    return tuple(_sentences(text, within))


def _sentences(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    for found in _SENTENCE_END.finditer(text, within.start, within.end):
        if _ABBREVIATION.search(text, max(start, found.start() - 12), found.start() + 1):
            continue
        following = text[found.end() : found.end() + 3].strip()
        if following[:1].islower():
            continue
        yield Span(start, found.end())
        start = (
            found.end()
            + len(text[found.end() : within.end])
            - len(text[found.end() : within.end].lstrip())
        )
    if start < within.end:
        yield Span(start, within.end)


def last_sentence(text: str, line: Line) -> Span:
    """The last sentence of a line."""
    return sentences(text, line.span)[-1]


def without(line: Line) -> Edit:
    """Take a line out, and the blank lines after it."""
    return Edit(Span(line.span.start, line.after), "", "", "unsafe")


def whole_line(line: Line, *words: str, score: float | None = None) -> Match:
    """A line that can be taken out."""
    return Match(line.span, words, (without(line),), "unsafe", score)


def cut_down(text: str, line: Line, away: Sequence[Span]) -> Line | None:
    """The line without the stretches at its ends; None if nothing of it is left."""
    start, end = line.span.start, line.span.end
    for span in away:
        start = span.end if span.start <= start else start
    for span in reversed(away):
        end = span.start if span.end >= end else end
    rest = text[start:end] if start < end else ""
    if end < line.span.end:
        rest = rest.rstrip(_BEFORE_A_LABEL)
    if not rest.strip():
        return None
    start += len(rest) - len(rest.lstrip())
    rest = rest.strip()
    return Line(Span(start, start + len(rest)), line.after, rest, tuple(rest.split()))


def folded(text: str) -> str:
    """Text under which two copies are the same: case, quotes and white space aside."""
    plain = text.casefold().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return " ".join(plain.split())
