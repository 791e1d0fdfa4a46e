"""
Page furniture inside a paragraph: sentences that only a page says, labels glued to its ends.

Only the surest wordings count here, and only where a sentence begins, or where two lines of the
page ran into one another ("BoyleOur Standards").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.rules.broken._lines import Line, sentences
from credcheck.rules.broken._wordings import (
    CERTAIN,
    Wording,
    beginning,
    may_begin_certain,
)
from credcheck.types import Span

# A later sentence of a run of furniture needs no more than this.
FOLLOWING_WEIGHT_MIN = 3

_BEGINNING = re.compile(
    r"(?:^|[.!?…)\]\"”’|»–—]\s{0,3})(?=([A-Z©][\w’']{0,20})[\s:]{0,3}([\w’']{0,20}))"
)
_JOINED = re.compile(r"[a-z](?=([A-Z][a-z’']{1,20})\s([\w’']{1,20}))")
# "he said Click here to join": an order to the reader amid a sentence, where two lines were joined.
_AMID = re.compile(
    r"[a-z]\s(?=(Click|Subscribe|Follow|Sign|Join|Download|Read|Watch)\s([a-z]{2,12})\s)"
)
_TITLED = re.compile(
    r"[a-z]\s(?=(Our|Related|Suggested|Trending|Popular)\s(Standards|Topics|Stories|Articles|Tags):)"
)
_CAMEL = re.compile(r"[a-z][A-Z][a-z]")
_BRACKET = re.compile(
    r"[(\[]\s?(?:RELATED|READ(?: MORE| ALSO)?|MORE|ALSO READ|SEE ALSO|WATCH|SEE|PHOTOS?|VIDEO"
    r"|Read more|Read also|Also read|Also on [A-Z]\w{1,20}|Related|Watch)(?: STORY| STORIES)?"
    r"\s?[:|–—-]\s?[^()\n]{3,200}[)\]]"
)
_LABEL = re.compile(
    r"(?:(?<=[.!?…”\"’)\]])\s{0,3}|\s?[—–|]\s?|\.{3}\s?)"
    r"((?:[Rr]ead|READ) (?:[Mm]ore|MORE|(?:the )?(?:full|rest of the) (?:story|article)|on)"
    r"|Continue [Rr]eading"
    r"|[Ll]earn more|Full story|See more|More(?=\s?(?:…|\.{3}|[»>→])))\s?(?:…|\.{3}|[»>→]{1,3}"
    r"|here)?$"
)
_GLUED = re.compile(
    r"(?:^|(?<=[.!?”\"’]\s)|(?<=[.!?”\"’]))(Advertise?ment|ADVERTISE?MENT|Story highlights"
    r"|STORY HIGHLIGHTS"
    r"|(?:Story|Article) continues below advertisement|Image (?:copyright|caption)|Media caption)"
    r"\s{0,2}(?=[A-Z“\"][\w’']*\s\S+\s\S+)"
)
_GLUED_SIGNS = ("dvertis", "DVERTIS", "tory high", "TORY HIGH", "mage c", "edia caption")


def inline(text: str, line: Line) -> Iterator[tuple[Span, str]]:
    """Furniture inside a line, with its kind, in order of place."""
    found = [*_bracketed(line), *_labels(line), *_glued(line), *_sentences(text, line)]
    end = -1
    for span, kind in sorted(found):
        if span.start >= end:
            yield span, kind
            end = span.end


def _bracketed(line: Line) -> Iterator[tuple[Span, str]]:
    for found in _BRACKET.finditer(line.text):
        yield Span(*found.span()).shifted(line.span.start), "related"


def _labels(line: Line) -> Iterator[tuple[Span, str]]:
    found = _LABEL.search(line.text, max(0, len(line.text) - 60))
    if found is not None and len(line.words) > 8:
        yield Span(found.start(1), found.end()).shifted(line.span.start), "related"


def _glued(line: Line) -> Iterator[tuple[Span, str]]:
    if not any(sign in line.text for sign in _GLUED_SIGNS):
        return
    for found in _GLUED.finditer(line.text):
        label = found.group(1).lower()
        kind = "advert" if "advert" in label else "photo" if label[0] in "im" else "page"
        yield Span(*found.span(1)).shifted(line.span.start), kind


def _sentences(text: str, line: Line) -> Iterator[tuple[Span, str]]:
    """A sentence that begins with a sure wording, and those of furniture that follow on it."""
    found = _first_sure(line)
    if found is None:
        return
    begin, wording = found
    start = line.span.start + begin
    end = start
    for sentence in sentences(text, Span(start, line.span.end)):
        weight = CERTAIN if sentence.start == start else FOLLOWING_WEIGHT_MIN
        if _wording(sentence.of(text), weight) is None:
            break
        end = sentence.end
    yield Span(start, end), wording.kind


def _first_sure(line: Line) -> tuple[int, Wording] | None:
    usual = (_BEGINNING, _AMID, _TITLED)
    patterns = (*usual, _JOINED) if _CAMEL.search(line.text) else usual
    places = [
        found.start(1)
        for pattern in patterns
        for found in pattern.finditer(line.text)
        if may_begin_certain(found.group(1), found.group(2))
        and not _is_quoted(line.text, found.start(1))
    ]
    for place in sorted(places):
        wording = _wording(line.text[place:], CERTAIN)
        if wording is not None:
            return place, wording
    return None


def _is_quoted(text: str, place: int) -> bool:
    """True if somebody is quoted at a place, and not just beginning to be."""
    return text.rfind("“", 0, max(0, place - 1)) > text.rfind("”", 0, place)


def _wording(sentence: str, weight_min: int) -> Wording | None:
    hits = beginning(sentence[:400])
    return next((wording for wording in hits if wording.weight >= weight_min), None)
