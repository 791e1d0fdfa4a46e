"""
Which lines belong to the page and not to the article?

A line is furniture for either of two reasons. It has a wording of `page_furniture.tsv` and the
shape for it: short, no full stop, an order to the reader, "you" and "our", outside the article,
beside furniture. Or `_page_model` is very sure of it by its grammar, its typography, its
place and its neighbours, whatever its wording. What stands inside a paragraph is left to `_inline`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from credcheck.lexicons import entries
from credcheck.rules.broken._company import between, listed
from credcheck.rules.broken._inline import inline
from credcheck.rules.broken._line_signs import CLOCK, TELLS, rank, tokens
from credcheck.rules.broken._lines import Line, cut_down, lines
from credcheck.rules.broken._manner import extra_odds, is_listed, is_mannered, is_over, recurs
from credcheck.rules.broken._menu_lines import menu_places
from credcheck.rules.broken._page_data import head
from credcheck.rules.broken._page_model import (
    LEAST,
    MOST,
    TITLE_WORDS,
    alone,
    is_noted,
    is_silent,
    is_silent_title,
    kind_of,
    placed,
)
from credcheck.rules.broken._wordings import CERTAIN, beginning, folded_words, within
from credcheck.rules.quoting import quoted
from credcheck.types import Edit, Match, Span

# Set on the development texts, so that no line of a clean article passes and the fewest of the
# labelled lines fail.
SCORE_MIN = 3.0
# Longer lines are paragraphs: their sentences are looked at one by one.
WORDS_MAX = 60
# Only in shorter lines a wording counts that does not stand at the beginning.
SHORT_WORDS_MAX = 20
SAID_WORDS_MAX = 3
# Log-odds from which a line without a known wording is furniture. More is needed, beside no
# furniture, by a few words that may head a section ("Search Warrants"), by the first line, and in a
# text without paragraphs; by a sentence that tells of something. See benchmarks/accuracy/broken.md.
# With so many pieces elsewhere in a text, or beside one before or after the article, it needs less.
ODDS_MIN, TITLE_EXTRA, TOLD_EXTRA = 1.5, 2.0, 1.0
PIECES_MIN, AMONG_PIECES, BESIDE_EXTRA = 3, -0.5, -0.5
# A line whose first sentence has less than this by itself, and so many words, is the article's.
OWN_MAX, SENTENCE_WORDS_MIN = -2.0, 9
# A sentence with less than this of words of pages tells of something else.
RANK_MIN = 2
# What an editor has to say of the article, and a title without a word of pages, are furniture only
# beside some.
NEVER = 99.0

_LINKS = frozenset("|•·/»>©→")
_ADDRESS = frozenset(("you", "your", "our", "us", "we", "me", "my"))
_TOLD = re.compile(
    r"\b(?:said|says?|told|according|added|wrote|asked|was|were|had|did|he|she|they|his|their)\b"
)
_OPENERS = frozenset("“\"‘'«")
_ONE_WORD = re.compile(r"\w+\. \w+ \w+")
_SENTENCE = re.compile(r"[^.!?]{20,400}[.!?](?=\s[A-Z])")
_QUOTES = re.compile('[“”"«»]')


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
            words = quoted(piece.span.of(text))
            edits = (Edit(piece.taken, "", "", "unsafe"),)
            yield Match(piece.span, (words,), edits, "unsafe", round(piece.score / 10, 2))


@lru_cache(maxsize=4)
def pieces(text: str) -> tuple[Piece, ...]:
    """Every stretch of furniture in order of place."""
    rows = lines(text)
    kinds = _line_kinds(rows)
    found: list[Piece] = []
    for line, (kind, score) in zip(rows, kinds, strict=True):
        if kind:
            taken = Span(line.span.start, line.after)
            found.append(Piece(line.span, kind, min(score, 10.0), taken))
        else:
            found += (Piece(span, of, 6.0, span) for span, of in inline(text, line))
    return tuple(found)


@lru_cache(maxsize=4)
def article_lines(text: str) -> tuple[Line, ...]:
    """The lines of the article, what is furniture at their ends cut off."""
    by_line: dict[int, list[Span]] = {}
    rows = lines(text)
    starts = [line.span.start for line in rows]
    for piece in pieces(text):
        by_line.setdefault(_at(starts, piece.span.start), []).append(piece.span)
    kept = (cut_down(text, line, by_line.get(place, ())) for place, line in enumerate(rows))
    return tuple(line for line in kept if line is not None)


def _at(starts: Sequence[int], place: int) -> int:
    return bisect_right(starts, place) - 1


def _line_kinds(rows: Sequence[Line]) -> list[tuple[str, float]]:
    """For each line its kind ("" for the article's own lines) and score."""
    marks = [worded(line) for line in rows]
    first, last = _article(rows, marks)
    scores = [mark.score + _bonus(mark, n, first, last) for n, mark in enumerate(marks)]
    kinds = [mark.kind if s >= SCORE_MIN else "" for mark, s in zip(marks, scores, strict=True)]
    for n, mark in enumerate(marks):
        if kinds[n] and mark.weight < CERTAIN and _is_own(rows, kinds, n):
            kinds[n], marks[n] = "", _Mark("", 0, 0.0)
    for n, above in _surely(rows, kinds):
        kinds[n], scores[n] = kind_of(rows[n]), SCORE_MIN + above
    sure = list(map(bool, kinds))
    for n, mark in enumerate(marks):
        if mark.kind and not sure[n]:
            scores[n] += 0.75 * sum(sure[max(0, n - 1) : n + 2])
            kinds[n] = mark.kind if scores[n] >= SCORE_MIN else ""
    for n, kind in (*listed(rows, kinds), *between(rows, kinds)):
        kinds[n], scores[n] = kind, SCORE_MIN
    return list(zip(kinds, scores, strict=True))


def _surely(rows: Sequence[Line], kinds: Sequence[str]) -> list[tuple[int, float]]:
    """
    Lines of no known wording that are furniture, and by how much their log-odds say so.

    Titles, and what editors note, come last, since it counts for them what is beside them.
    """
    odds = _odds(rows, kinds)
    if not any(value >= ODDS_MIN + AMONG_PIECES + BESIDE_EXTRA for value in odds):
        return []
    menu = menu_places(rows)
    own = [place for place, kind in enumerate(kinds) if not kind and place not in menu]
    sure = len(rows) - len(own) + sum(odds[place] >= ODDS_MIN for place in own)
    least = ODDS_MIN + AMONG_PIECES * (sure > PIECES_MIN)
    prose = [place for place in own if rows[place].is_prose]
    known = list(kinds)
    found: list[tuple[int, float]] = []
    for place in sorted(own, key=lambda place: _leans_on_others(rows[place])):
        if odds[place] < least + BESIDE_EXTRA or _is_of_article(rows, kinds, odds, place):
            continue
        above = odds[place] - least - _extra(rows, known, place, prose)
        if above >= 0:
            found.append((place, above))
            known[place] = known[place] or "page" * (not is_silent_title(rows[place]))
    return found


def _is_of_article(
    rows: Sequence[Line], kinds: Sequence[str], odds: Sequence[float], place: int
) -> bool:
    return (
        is_mannered(rows, kinds, place)
        or recurs(rows, place)
        or is_listed(rows, kinds, odds, place)
        or _begins_own(rows[place])
    )


def _leans_on_others(line: Line) -> bool:
    return is_silent_title(line) or is_noted(line)


def _begins_own(line: Line) -> bool:
    """True if page data leads in to a sentence of the article, or one stands before the page's."""
    if len(line.words) < SENTENCE_WORDS_MIN:
        return False
    if head(line.text)[1]:
        return True
    first = _SENTENCE.match(line.text)
    if first is None or len(first.group().split()) < SENTENCE_WORDS_MIN:
        return False
    span = Span(line.span.start, line.span.start + first.end())
    return alone(Line(span, span.end, first.group(), tuple(first.group().split()))) < OWN_MAX


def _extra(rows: Sequence[Line], kinds: Sequence[str], place: int, prose: Sequence[int]) -> float:
    """The log-odds that a line needs on top, for what it may be of the article's."""
    line = rows[place]
    is_title = is_silent_title(line)
    is_named = is_title and not rank(tokens(line.text))
    is_amid = bool(prose) and prose[0] < place < prose[-1]
    if is_named and is_amid:
        return NEVER
    if _may_be_headline(rows, place, prose) or not any(one != place for one in prose):
        return TITLE_EXTRA
    is_beside = any(kinds[max(0, place - 1) : place + 2])
    if is_noted(line) and not (is_beside and prose and place > prose[-1]):
        return NEVER
    if is_named and not is_beside:
        return NEVER
    if (is_title and not is_beside) or (is_amid and is_over(rows, place)):
        return TITLE_EXTRA
    is_told = is_silent(line) or TELLS.search(line.text) is not None
    told = line.is_closed and (is_told or rank(tokens(line.text)) < RANK_MIN)
    at_end = is_beside and not is_amid
    return TOLD_EXTRA * told + BESIDE_EXTRA * at_end + extra_odds(rows, kinds, place)


def _may_be_headline(rows: Sequence[Line], place: int, prose: Sequence[int]) -> bool:
    """True for the first line, and for a long one without a stop above the first paragraph."""
    line = rows[place]
    if not is_silent(line) or CLOCK.search(line.text) or not _LINKS.isdisjoint(line.text):
        return False
    is_above = bool(prose) and place < prose[0] and not line.is_closed
    return place == 0 or (is_above and len(line.words) > TITLE_WORDS)


def _is_own(rows: Sequence[Line], kinds: Sequence[str], place: int) -> bool:
    """True for a line of the article's own manner, and for a headline at its top."""
    if place == 0 and rows[0].is_heading and len(rows[0].words) > TITLE_WORDS:
        return True
    if "pic.twitter" in rows[place].text:
        return True
    return is_mannered(rows, kinds, place)


def _odds(rows: Sequence[Line], kinds: Sequence[str]) -> list[float]:
    """The log-odds of every line in its place, beside lines of known wording."""
    each = [alone(line) for line in rows]
    if all(odds <= LEAST for odds in each):
        return each
    known = [MOST if kind else odds for kind, odds in zip(kinds, each, strict=True)]
    return placed(rows, known)


def _bonus(mark: _Mark, place: int, first: int, last: int) -> float:
    """What standing outside the article says; the very first line may be a title."""
    if not mark.kind or place == 0 or first <= place <= last:
        return 0.0
    return 1.0 if mark.weight >= 3 else 0.5


def _article(rows: Sequence[Line], marks: Sequence[_Mark]) -> tuple[int, int]:
    """Numbers of the first and the last line that read like paragraphs."""
    prose = [
        place
        for place, (line, mark) in enumerate(zip(rows, marks, strict=True))
        if line.is_prose and not mark.kind
    ]
    return (prose[0], prose[-1]) if prose else (len(rows), -1)


def worded(line: Line) -> _Mark:
    """The best wording of a line, and the shape it has."""
    if len(line.words) > WORDS_MAX:
        return _Mark("", 0, 0.0)
    hits = beginning(line.text)
    if len(line.words) <= SHORT_WORDS_MAX:
        hits += within(line.text)
    if not hits:
        return _Mark("", 0, 0.0)
    best = max(hits, key=lambda wording: wording.weight)
    score = best.weight + 0.5 * (len(hits) - 1) + _shape(line, best.weight)
    return _Mark(best.kind, best.weight, score)


def _shape(line: Line, weight: int) -> float:
    """What the form of a line says for (or against) its being furniture."""
    count = len(line.words)
    words = folded_words(line.text)
    size = 1.0 if count <= 4 else 0.5 if count <= 8 else 0.0 if count <= 18 else -1.0
    score = size + (0.0 if line.is_closed else 0.5)
    score += 0.5 if count > 1 and words[:1] and words[0] in entries("page_orders") else 0.0
    score += 0.5 if _ADDRESS.intersection(words) else 0.0
    # Somebody is quoted, and what follows tells who; a word and then its story.
    score -= 3.0 * (line.text[0] in _OPENERS and line.is_closed and count > 8)
    score -= 1.5 * (_ONE_WORD.match(line.text) is not None)
    # A sentence that tells of something, and what is said in a word ("Got it.").
    score -= 1.5 * (
        line.is_closed and count > SHORT_WORDS_MAX and TELLS.search(line.text) is not None
    )
    if weight < CERTAIN:
        score -= 2.0 * (line.text[-1] == "." and count <= SAID_WORDS_MAX)
        score -= 1.0 * (_TOLD.search(line.text) is not None)
        score -= 1.5 * (_QUOTES.search(line.text) is not None)
        score -= 1.0 * (line.is_closed and count > 8)
    return score
