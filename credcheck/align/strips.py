"""
Leave out what a page sets into its running text: headlines of other articles, forms, galleries.

Two articles of one site that show the same strip share no passage. The rules for page furniture
know whole lines by how they begin; these stand within a sentence or begin anyhow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.words import characters, cut
from credcheck.types import Span

if TYPE_CHECKING:
    from credcheck.align.words import Characters, Places, Words

# The headlines follow a name, mostly without a space, and end with MORE: "Jane Roe Jane Mary
# RoePanel balks at the plan Budget vote put off MORE (I-Vt.)". No sentence ends in between.
_LAST_HEADLINE = "MORE"
# Both look back from behind what they look for, so that all else is passed over at once.
_LAST = re.compile(rf"{_LAST_HEADLINE}(?<=\s{_LAST_HEADLINE})\b")
_SENTENCE_END = re.compile(
    r"\n|\.(?<![A-Z]\.)(?<!\b(?:Sen|Rep|Gov)\.)(?<!\b(?:Dr|Mr|Ms|St|vs)\.)\s+(?=[A-Z])"
)
_NAME = r"(?:[A-Z][\w.'’-]{0,30}|\([A-Z][\w.]{0,20}\))\s"
# Where the first headline is glued to the name; a "Mc" or "Mac" is no such place.
_GLUED = re.compile(
    rf"(?:{_NAME}){{0,6}}\b(?:Ma?c[A-Z][a-z]+|(?!Ma?c[A-Z])[A-Z][a-z]+)(?=[A-Z0-9])"
)
# Where it is not, the name is said twice, the second time in full: "Roe Jane Mary Roe Panel balks".
_TWICE = re.compile(rf"\b([A-Z][\w'’-]{{1,30}})\s(?:{_NAME}){{1,5}}\1\s")
# A line that holds one of these is no prose if it is no longer than this and holds one of the words
# beside it, too: a form, a gallery that lost its line breaks, how a poll was made, what an
# encyclopedia asks of those who write it.
_MARKS: Mapping[str, tuple[int, tuple[str, ...]]] = {
    "By signing up": (3000, ()),
    "Hide Caption ": (3000, ()),
    "margin of ": (3000, ("conducted", "sample", "sampling", "Respondents", "respondents")),
    "improve this article": (300, ("citations", "references", "sources")),
}
# A strip is no longer, and has at least so many letters of headlines.
_STRIP_LETTERS_MAX = 700
_HEADLINE_LETTERS_MIN = 20


def candidates(text: Characters, words: Words) -> Places:
    """Return the numbers of words that stand in strips: of every strip one, and few others."""
    last, marks = _telling()
    # Nearly all texts say "more", few do so in capitals.
    places = (words.numbers == last).nonzero()[0]
    is_capital = text.codes.take(words.starts.take(places) + 1) == ord(_LAST_HEADLINE[1])
    found = [places[is_capital]]
    for one, other in marks:
        places = (words.numbers[:-1] == one).nonzero()[0]
        found.append(places[words.numbers.take(places + 1) == other])
    return np.concatenate(found)


@lru_cache(maxsize=1)
def _telling() -> tuple[int, tuple[tuple[int, int], ...]]:
    """The number of the last word of headlines, and of the first two words of each mark."""
    rows = [cut(characters(text)).numbers.tolist() for text in (_LAST_HEADLINE, *_MARKS)]
    return rows[0][0], tuple((row[0], row[1]) for row in rows[1:])


def strips(text: str) -> tuple[Span, ...]:
    """Return the spans of such strips and of the names before them, in order."""
    found: list[Span] = []
    for span in sorted((*_lines(text), *_headlines(text))):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


def _lines(text: str) -> Iterator[Span]:
    for mark, (letters_max, words) in _MARKS.items():
        place = text.find(mark)
        while place >= 0:
            start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
            end = len(text) if end < 0 else end
            is_whole = not text[place - 1 : place].isalnum()
            if is_whole and end - start <= letters_max and _holds_one(text[start:end], words):
                yield Span(start, end)
            place = text.find(mark, end)


def _holds_one(line: str, words: Sequence[str]) -> bool:
    return not words or any(word in line for word in words)


def _headlines(text: str) -> Iterator[Span]:
    last = 0
    if _LAST_HEADLINE not in text:
        return
    for more in _LAST.finditer(text):
        end = more.start() - 1
        start = max(last, end - _STRIP_LETTERS_MAX)
        for sentence_end in _SENTENCE_END.finditer(text, start, end):
            start = sentence_end.end()
        name = _GLUED.search(text, start, end) or _TWICE.search(text, start, end)
        if name is not None and end - name.end() >= _HEADLINE_LETTERS_MIN:
            yield Span(name.start(), more.end())
        last = more.end()
