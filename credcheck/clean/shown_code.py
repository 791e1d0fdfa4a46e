"""
Where does a text show code, markup or encodings on purpose?

Menders leave such places alone: an article about HTML shows tags, one about programming shows
operators and escapes, and both are whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from credcheck.types import Span

_FENCED = re.compile(r"^(`{3,}|~{3,})[^\n]{0,40}\n(?:.{0,2000}\n){0,400}?\1", re.MULTILINE)
_INLINE = re.compile(r"`[^`\n]{1,300}`")
# Words that only a text about markup or programming uses; two different ones make it one.
_CRAFT = re.compile(
    r"\b(?:x?html5?|css|markup language|markup|stylesheets?|style sheets?|javascript|typescript|"
    r"jquery|source code|(?:opening|closing|self-closing|[a-z0-9]{1,10}) tags?|"
    r"[a-z]{1,10} elements?|attributes?|dom|web (?:page|standard|developer|component)s?|"
    r"front-?end|programm(?:er|ers|ing)|developers?|python|java|php|rust|golang|compiler|"
    r"syntax|snippets?|regex|regular expressions?|parsers?|escap(?:ed?|es|ing)|xml|json|"
    r"templates?|bold|italics?|line breaks?|less-than|non-?breaking|entity|entities|"
    r"ampersand|angle brackets?|string literals?|command line|"
    r"function|variable|operators?|shell|terminal|repositor(?:y|ies))\b"
)
_HARD_CRAFT = (
    *("html", "css", "markup", "stylesheet", "javascript", "typescript", "jquery", "source code"),
    *(
        "c++",
        "php",
        "python",
        "xml",
        "json",
        "angle bracket",
        "compiler",
        "programm",
        "command line",
    ),
    *("regular expression", "web developer", "front-end", "frontend"),
)
_ENCODINGS = re.compile(
    r"\b(?:mojibake|utf-?(?:8|16)|unicode|character (?:set|encoding)s?|windows-125\d|cp125\d|"
    r"replacement character|(?:black )?diamonds? with (?:a )?question marks?|accented letters?|"
    r"diacritics?|latin-?1|iso[- ]8859(?:-\d+)?|garbled (?:text|characters|letters)|"
    r"(?:byte|text) encodings?|"
    r"wrong encoding|bytes)\b",
    re.IGNORECASE,
)


_STOPS = re.compile(
    r"\b(?:punctuation|commas?|semicolons?|(?:question|exclamation) (?:marks?|points?)|apostrophes?"
    r"|a space (?:before|after)|typeset\w*|typograph\w*)\b",
    re.IGNORECASE,
)
_PARAGRAPH = 600


@lru_cache(maxsize=4)
def code_spans(text: str) -> tuple[Span, ...]:
    """Fenced and back-ticked code, sorted and disjoint."""
    if "`" not in text and "~~~" not in text:
        return ()
    found: list[Span] = []
    fences = [Span(*match.span()) for match in _FENCED.finditer(text)]
    inline = [Span(*match.span()) for match in _INLINE.finditer(text)]
    for span in sorted(fences + inline):
        if not found or span.start >= found[-1].end:
            found.append(span)
    return tuple(found)


def is_in(spans: tuple[Span, ...], place: int) -> bool:
    """True if one of the sorted, disjoint `spans` covers `place`."""
    index = bisect_right(spans, place, key=lambda span: span.start) - 1
    return index >= 0 and place < spans[index].end


@lru_cache(maxsize=4)
def is_about_code(text: str) -> bool:
    """True if the text speaks of markup or programming: three terms of the craft, one hard."""
    lower = text.lower()
    if not any(term in lower for term in _HARD_CRAFT):
        return False
    return len(set(_CRAFT.findall(lower))) >= 3


def is_about_stops(text: str, place: int) -> bool:
    """True if the paragraph round a place speaks of punctuation, and may show how it is set."""
    start = text.rfind("\n", max(0, place - _PARAGRAPH), place) + 1
    end = text.find("\n", place, place + _PARAGRAPH)
    return _STOPS.search(text, start, end if end >= 0 else place + _PARAGRAPH) is not None


@lru_cache(maxsize=4)
def is_about_encodings(text: str) -> bool:
    """True if the text speaks of encodings, and may show what goes wrong with them."""
    return _ENCODINGS.search(text) is not None
