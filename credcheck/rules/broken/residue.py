"""
Find page data glued to the first sentence: a date, a byline, an agency tag.

## Why it matters
A sentence that begins “date 2024-03-11 The board has ...” shows that a page was scraped without
care, and it misleads whatever reads the sentence.

## When it is wrong
Datelines (“ISLAMABAD (Reuters) -”), bylines and dates on lines of their own are good journalism and
left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from credcheck.rules.broken import _furniture
from credcheck.rules.broken._lines import Line, lines
from credcheck.types import Edit, Match, Prose, Rule, Span

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s{1,2})?"
_DATE = (
    rf"{_DAY}(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s-]{_MONTH}[\s-],?\s?\d{{4}}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}})"
)
_TIME = (
    r"(?:[T\s,|@at-]{1,5}\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?\s?(?:[aApP]\.?[mM]\.?)?\s?"
    r"(?:Z|IST|PKT|PST|GMT|UTC|BST|EST|EDT|ET|PT|\+\d{2}:?\d{2})?)?"
)
_LABEL = (
    r"(?:date|dated|posted(?: on)?|published(?: on| at| date)?|updated(?: on| at)?|last updated(?: on)?"
    r"|last modified|pub ?date|created|time ?stamp|first published|publish date|modified|added|uploaded)"
)
_SENTENCE = r"(?=[A-Z“\"][\w’']*\s+\S+\s+\S+)"
_GLUED_DATE = re.compile(
    rf"(?i:{_LABEL}\s?:?\s{{0,2}}{_DATE}{_TIME}|{_DATE}{_TIME})(?:\s?[|•·/]\s?|\s{{1,3}}|(?=[A-Z]))"
    + _SENTENCE
)
# A date line is good form; who typed the page into the system is not.
_LABELLED_LINE = re.compile(
    rf"(?:(?:{_LABEL}\s?:?\s{{0,2}})?{_DATE}{_TIME}\s{{0,2}}[|,-]?\s?)?(?:posted |published |written )?"
    r"by:?\s?(?:admin|administrator|webmaster|super user|web ?desk|news ?desk)\b[\w ,:|/-]{0,40}",
    re.I,
)
_AGO = re.compile(
    r"(?:(?i:posted|updated|published)\s)?\d{1,2}\s(?:mins?|minutes?|hours?|hrs?|days?|weeks?|months?)\sago"
    r"(?:\s{0,3}(?=(?:The|A|An|In|On|At|As|It|By|Police|Officials)\s)|(?=[A-Z]))" + _SENTENCE
)
_AGENCIES = (
    r"Reuters|AFP|AP|PTI|ANI|IANS|APP|UNI|UPI|DPA|BBC News|Associated Press|Press Trust of India|Xinhua"
    r"|Anadolu|AA|TASS|PA Media|Agencies|Web Desk|News Desk|Staff Reporter|Our Correspondent|Bureau Report"
    r"|Monitoring Desk|INP|NNI|Online|Bloomberg|Our Staff Reporter|Correspondent|Monitoring Report"
)
_GLUED_AGENCY = re.compile(
    rf"(?:\((?:{_AGENCIES})\)|(?:{_AGENCIES}))(?=[A-Z][a-z]+\s)"
    rf"|(?:PTI|ANI|IANS|AFP|Web Desk|News Desk|Staff Reporter|Our Correspondent|Bureau Report)\s(?=The\s|A\s|An\s|In\s)"
)
_GLUED_BYLINE = re.compile(
    r"(?:By|Written by|Posted by|Reported by|Author:)\s(?:[A-Z][\w.’'-]+\s){1,3}?"
    r"(?:(?:Staff (?:Reporter|Writer)|Correspondent|Reporter|Web Desk|News Desk|Associated Press|Reuters"
    r"|AFP|PTI|Editor)\s{0,2}|(?=(?:The|A|An|In|On|At|It|As|More|After|Two|Three|Police|Officials)\s[A-Za-z]))"
    r"(?=[A-Z])"
)
_PATTERNS = (_GLUED_DATE, _AGO, _GLUED_AGENCY, _GLUED_BYLINE)
# Residue stands where the page's head ran into the text.
HEAD_LINES = 5


def find(prose: Prose) -> Iterable[Match]:
    """Page data at the head of the first lines."""
    text = prose.text
    known = {piece.span for piece in _furniture.pieces(text)}
    for line in lines(text)[:HEAD_LINES]:
        if line.span not in known:
            yield from _in_line(line)


def _in_line(line: Line) -> Iterator[Match]:
    if _LABELLED_LINE.fullmatch(line.text):
        cut = Edit(Span(line.span.start, line.after), "", "", "unsafe")
        yield Match(line.span, (line.text,), (cut,))
        return
    if len(line.words) < 6:
        return
    end = _head(line.text)
    if end:
        size = len(line.text[:end].rstrip(" |•·/"))
        start = line.span.start
        cut = Edit(Span(start, start + end), "", "", "unsafe")
        yield Match(Span(start, start + size), (line.text[:size],), (cut,))


def _head(text: str) -> int:
    """Where the page data at the head of a line ends; 0 if there is none."""
    end = 0
    for _ in range(3):
        found = next((m for pattern in _PATTERNS if (m := pattern.match(text, end))), None)
        if found is None:
            return end
        end = found.end()
    return end


RULE = Rule(
    code="BRK501",
    name="residue",
    severity="warning",
    message="page data run into the text: “{}”",
    find=find,
    bad=(
        "[[date 2024-05-03]] The harbour board has closed the old pier after rust was found.",
        "[[Posted on May 3, 2024]] The harbour board has closed the old pier after rust was found.",
        "[[2024-05-03 10:32:00]] The harbour board has closed the old pier after rust was found.",
        "[[3 hours ago]] The harbour board has closed the old pier after rust was found.",
        "[[By Jane Whitmore]] The harbour board has closed the old pier after rust was found.",
        "[[(Reuters)]]The harbour board has closed the old pier after rust was found.",
    ),
    good=(
        "PORT ELLIS (Reuters) - The harbour board has closed the old pier after rust was found.",
        "May 3, 2024\n\nThe harbour board has closed the old pier after rust was found.",
        "By Jane Whitmore\n\nThe harbour board has closed the old pier after rust was found.",
        "On 3 May 2024 the harbour board closed the old pier after rust was found.",
        "Port Ellis, May 3 (ANI): The harbour board has closed the old pier after rust was found.",
        "Reuters reported on Monday that the harbour board had closed the old pier.",
    ),
    is_furniture=True,
)
