"""
Which lines belong to the page and not to the article?

Each line is scored: the wordings of `lexicons/page_furniture.tsv` it begins with or holds, its
shape (short, no full stop, an order to the reader, "you" and "our"), where it stands (before the
first or after the last paragraph), and whether its neighbours are furniture. No single list of
lines decides, so wordings never seen before are found as well. Inside a paragraph only the surest
wordings count, and only at the beginning of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from credcheck.rules.broken._lines import Line, lines, sentences
from credcheck.rules.broken._wordings import (
    anywhere,
    beginning,
    certain_beginnings,
    folded_words,
)
from credcheck.types import Edit, Match, Span

# Set on the development texts so that no line of a clean article passes.
SCORE_MIN = 3.0
CERTAIN = 5

_ORDER = frozenset(
    ["subscribe", "sign", "follow", "share", "click", "read", "watch", "listen", "join", "download", "get", "support", "log", "login", "tap", "view", "see", "check", "visit", "like", "tweet", "leave", "post", "submit", "enter", "register", "donate", "print", "save", "skip", "back", "show", "load", "scroll", "continue", "add", "send", "tell", "email", "contact", "explore", "discover", "accept", "manage"]
)
_ADDRESS = frozenset(["you", "your", "our", "us", "we", "me", "my"])
_TOLD = re.compile(
    r"\b(?:said|says|told|according|added|wrote|asked|was|were|had|did|he|she|they|his|their)\b"
)
_QUOTES = re.compile('[“”"«»]')
_INLINE = re.compile(r"(?:^|[.!?…)\]\"”’]\s{0,3}|[–—]\s?)([A-Z©][\w’']{0,20})")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that is no part of the article; `taken` is what to cut out with it."""

    span: Span
    kind: str
    score: float
    taken: Span


@dataclass(frozen=True, slots=True)
class _Mark:
    """How a line scores by itself."""

    kind: str
    weight: int
    score: float


def found(text: str, kind: str) -> Iterator[Match]:
    """The furniture of one kind, each a match that takes it out."""
    for piece in pieces(text):
        if piece.kind == kind:
            words = " ".join(piece.span.of(text).split())
            edits = (Edit(piece.taken, "", "", "unsafe"),)
            yield Match(piece.span, (words[:60],), edits, "unsafe", round(piece.score / 10, 2))


@lru_cache(maxsize=4)
def pieces(text: str) -> tuple[Piece, ...]:
    """Every stretch of furniture in order of place."""
    rows = lines(text)
    kinds = _line_kinds(rows)
    whole = (
        Piece(line.span, kind, min(score, 10.0), Span(line.span.start, line.after))
        for line, (kind, score) in zip(rows, kinds, strict=True)
        if kind
    )
    inline = (
        piece
        for line, (kind, _) in zip(rows, kinds, strict=True)
        if not kind
        for piece in _inline(text, line)
    )
    return tuple(sorted((*whole, *inline), key=lambda piece: piece.span))


def is_furniture(text: str, line: Line) -> bool:
    """True if the whole line belongs to the page."""
    return any(piece.span == line.span for piece in pieces(text))


def article_lines(text: str) -> tuple[Line, ...]:
    """The lines that are left when the furniture is gone."""
    gone = {piece.span for piece in pieces(text)}
    return tuple(line for line in lines(text) if line.span not in gone)


def _line_kinds(rows: Sequence[Line]) -> list[tuple[str, float]]:
    """For each line its kind ("" for the article's own lines) and score."""
    marks = [_mark(line) for line in rows]
    first, last = _article(rows, marks)
    scores = [
        mark.score + (0.5 if mark.kind and not first <= place <= last else 0.0)
        for place, mark in enumerate(marks)
    ]
    sure = [score >= SCORE_MIN for score in scores]
    for place, mark in enumerate(marks):
        if mark.kind and not sure[place]:
            scores[place] += 0.75 * (sum(sure[max(0, place - 1) : place + 2]))
    return [
        (mark.kind if score >= SCORE_MIN else "", score)
        for mark, score in zip(marks, scores, strict=True)
    ]


def _article(rows: Sequence[Line], marks: Sequence[_Mark]) -> tuple[int, int]:
    """Numbers of the first and the last line that read like paragraphs."""
    prose = [
        place
        for place, (line, mark) in enumerate(zip(rows, marks, strict=True))
        if line.is_prose and mark.score < SCORE_MIN
    ]
    return (prose[0], prose[-1]) if prose else (len(rows), -1)


def _mark(line: Line) -> _Mark:
    """The best wording of a line, and the shape it has."""
    if len(line.words) > 60:
        return _Mark("", 0, 0.0)
    words = folded_words(line.text[:400])
    text = " ".join(words)
    hits = [wording for wording in beginning(words) if wording.matches(text)]
    if len(words) <= 20:
        hits += [wording for wording in anywhere() if wording.matches(text)]
    if not hits:
        return _Mark("", 0, 0.0)
    best = max(hits, key=lambda wording: wording.weight)
    score = best.weight + 0.5 * (len(hits) - 1) + _shape(line, words, best.weight)
    return _Mark(best.kind, best.weight, score)


def _shape(line: Line, words: Sequence[str], weight: int) -> float:
    """What the form of a line says for (or against) its being furniture."""
    count = len(line.words)
    size = 1.0 if count <= 4 else 0.5 if count <= 8 else 0.0 if count <= 18 else -1.0
    score = size + (0.0 if line.is_closed else 0.5)
    score += 0.5 if words and words[0] in _ORDER else 0.0
    score += 0.5 if _ADDRESS.intersection(words) else 0.0
    if weight < CERTAIN:
        score -= 1.0 * (_TOLD.search(line.text) is not None)
        score -= 1.5 * (_QUOTES.search(line.text) is not None)
        score -= 1.0 * (line.is_closed and count > 8)
    return score


def _inline(text: str, line: Line) -> Iterator[Piece]:
    """Sentences of a paragraph that begin with a sure wording, those that follow on joined."""
    start = _first_sure(line)
    if start is None:
        return
    within = Span(line.span.start + start, line.span.end)
    end = within.start
    for sentence in sentences(text, within):
        if not _is_sure(sentence.of(text)):
            break
        end = sentence.end
    if end > within.start:
        span = Span(within.start, end)
        yield Piece(span, _kind(span.of(text)), 6.0, span)


def _first_sure(line: Line) -> int | None:
    for begun in _INLINE.finditer(line.text):
        if begun.group(1).lower() in certain_beginnings() and _is_sure(
            line.text[begun.start(1) : begun.start(1) + 300]
        ):
            return begun.start(1)
    return None


def _is_sure(sentence: str) -> bool:
    words = folded_words(sentence[:300])
    text = " ".join(words)
    return any(w.weight == CERTAIN and w.matches(text) for w in beginning(words))


def _kind(sentence: str) -> str:
    words = folded_words(sentence[:300])
    text = " ".join(words)
    return next(w.kind for w in beginning(words) if w.weight == CERTAIN and w.matches(text))
