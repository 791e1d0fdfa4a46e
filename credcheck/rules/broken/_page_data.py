"""
Where does page data at the head of a line end: dates, bylines, tags of agencies?
"""

from __future__ import annotations

import re
from functools import cache

from credcheck.lexicons import entries

PARTS_MAX = 6
# What is left of the line must be a sentence.
SENTENCE_WORDS_MIN = 5

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s{1,2})?"
_DATE = (
    rf"{_DAY}(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s-]{_MONTH}(?:,\s|[\s-],?\s?)\d{{4}}"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}})"
)
_TIME = (
    r"(?:(?:T|[\s,|@-]{1,4}(?:at\s)?)\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d{1,6})?"
    r"(?:\s?[aApP]\.?[mM]\.?)?(?:\s?(?:Z|IST|PKT|PST|GMT|UTC|BST|EST|EDT|ET|PT"
    r"|[+-]\d{2}:?\d{2})\b)?)?"
)
_LABEL = (
    r"(?:date|dated|posted(?: on)?|(?:first |last )?(?:published|updated|modified)(?: on| at"
    r"| date)?"
    r"|pub ?date|created(?: on)?|time ?stamp|publish date|added|uploaded)"
)
_WHO = r"(?:admin(?:istrator)?|editor|webmaster|super ?user|web ?desk|news ?desk)"
NAME = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w’'-]+"
_ROLE = (
    r"(?:,?\s(?:Staff|Senior|Special|Chief|Political|Our)?\s?"
    r"(?:Writer|Reporter|Correspondent|Editor))"
)
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s(?:IST|PKT|GMT|UTC|BST|EST|EDT|ET|PT))?,?\s)?"
_LABELLED = re.compile(
    rf"(?i:{_LABEL}\s?:?\s{{0,2}}{_CLOCK}{_DATE}{_TIME}(?:\s(?:by|in)\s{_WHO}\b)?)"
)
DATED = re.compile(rf"(?i:(?:\d{{1,2}}[:.]\d{{2}}(?:\s?[ap]\.?m\.?)?,\s)?{_DATE}{_TIME})")
# A byline without a space before the sentence: names, figures, a word that only page data has.
_JOINED = re.compile(
    r"(?<=[a-z0-9)\].])(?=(?:[A-Z][a-z’']+|A|I)\s\S)|(?<=[A-Z]{3})(?=[A-Z][a-z]+\s[a-z])"
)
_JOINED_WITHIN = 90
_DATA_WORD = re.compile(r"[\s,;:/|()·•–—-]*([\w’'.]+)")
_DATA_SIGNS = re.compile(
    rf"\b(?i:{_LABEL}|by|words|text|report|reporters?|correspondents?|writers?|staff|desk|bureau"
    r"|editors?|agenc(?:y|ies)|associated press|press association|gmt|ist|utc|min read|filed)\b"
    rf"|\b\d{{1,2}}[:.]\d{{2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}\b|\b{_MONTH}\s\d{{1,2}}\b"
)
_BYLINE_OPENS = re.compile(r"(?i:by|words by|text by|report|written by|posted by|from our)\b")
_DATA_GRAMMAR = frozenset(("by", "in", "for", "and", "the", "of", "from", "our", "to", "at", "on"))
_AGO = re.compile(
    r"(?:(?i:posted|updated|published)\s)?\d{1,2}\s"
    r"(?:mins?|minutes?|hours?|hrs?|days?|weeks?|months?|years?)\sago(?:\son(?=\s))?"
)
# "By: Express News Service |", "New Delhi |", "/ 12 March": what only a page parts by bars.
_BARRED = re.compile(r"(?:(?:By|Written by|Author):?\s)?(?:[A-Z][\w’'.,-]+\s){1,4}?(?=[|•·])")
_SLASH = re.compile(rf"/\s(?i:{_DATE})")
# After a name only these begin a sentence for certain.
_STARTER = (
    r"(?:The|A|An|In|On|At|As|It|After|More|Two|Three|Police|Officials"
    r"|[A-Z]{3,}(?:\s[A-Z]{3,})?\s?[:(–—-])(?!\w)"
)
_BYLINE = re.compile(
    rf"(?:By:?|Written by|Posted by|Reported by|Author:)(?:\s{NAME}){{1,3}}?"
    rf"(?:{_ROLE}|(?=\s{{1,2}}{_STARTER}|,?\s?[|•·]|,?\s(?i:{_DATE})|,?\s?(?:Published|Updated|Posted|Edited)\b))"
)
_IMAGE = re.compile(
    r"(?:Image|Photo|Picture)\s?(?:[Ss]ource|[Cc]redit|[Cc]opyright),?:?\s?"
    r"(?:Getty(?: Images)?|Reuters|REUTERS|AFP|AP|EPA|PA(?: Media| Wire)?|Alamy|Shutterstock"
    r"|Supplied|Unsplash|Pixabay|iStock)"
)
TYPED_BY = re.compile(
    rf"(?i:(?:(?:posted|published|written|edited)\s)?by:?\s{_WHO}\b(?:\s(?:on|in|at):)?)"
)
_READ = re.compile(r"\d{1,2}\s?(?i:min(?:ute)?s?\s(?:read|ago))")
# A dash after a time parts it from the town; after a date it may be the agency's own.
_BETWEEN = re.compile(
    r"(?:,\s(?=(?:Published|Updated|Posted|Edited|Written)\b))?[\s|•·/]{0,4}(?:(?:(?<=[A-Z]{2}\s)|(?<=[aApP][mM]\s)|(?<=(?:port|rter|dent|desk|Desk)\s))[-–—]+\s)?"
)
_BEGINS = re.compile(r"[“\"‘]?(?:[A-Z][\w’'-]*|A)\s+\S+\s+\S+")


def head(text: str) -> tuple[int, bool]:
    """Where the page data at the head of a line ends, and whether a sentence follows."""
    size, names_only = _head(text)
    joined = _joined(text)
    if joined > size:
        size, names_only = joined, False
    return size, size > 0 and _is_sentence(text[size:], names_only)


def _joined(text: str) -> int:
    """Where names and figures end to which the first sentence is joined; 0 if there are none."""
    for found in _JOINED.finditer(text, 2, _JOINED_WITHIN):
        head = text[: found.start()]
        words = [word.strip(".") for word in _DATA_WORD.findall(head)]
        rest = text[found.start() :]
        is_data = _DATA_SIGNS.search(head) is not None and all(map(_is_of_data, words))
        if is_data and _is_seam(head, rest) and _is_sentence(rest, names_only=False):
            return found.start()
    return 0


def _is_seam(head: str, rest: str) -> bool:
    """True for the seam in "By Ann PetchThe pier"; "On May 3 YouTube said" has none."""
    last, first = head.rsplit(maxsplit=1)[-1], rest.split(maxsplit=1)[0].lower()
    if not last[-1].islower() or _DATA_SIGNS.fullmatch(last) is not None:
        return True
    is_opened = _BYLINE_OPENS.match(head) is not None and len(head.split()) >= 3
    return is_opened and (
        first in entries("grammar_words") or first.endswith("s") or first == "police"
    )


def _is_of_data(word: str) -> bool:
    """True for names, numbers and what stands between them."""
    if not word or not word[0].islower():
        return True
    return word in _DATA_GRAMMAR or _DATA_SIGNS.fullmatch(word) is not None


def _head(text: str) -> tuple[int, bool]:
    """Where the page data at the head of a line ends, and whether it was names only."""
    end, names_only = 0, True
    for _ in range(PARTS_MAX):
        found = _part(text, end)
        if found is None:
            break
        names_only = names_only and found.re in (_BYLINE, _BARRED, _desks())
        is_glued = found.end() == len(text) or not text[found.end()].isspace()
        names_only = names_only and not (is_glued and found.re is _desks())
        between = _BETWEEN.match(text, found.end())
        end = between.end() if between else found.end()
    return end, names_only


def _part(text: str, at: int) -> re.Match[str] | None:
    parts = (_LABELLED, DATED, _SLASH, _AGO, _desks(), TYPED_BY, _BYLINE, _READ, _BARRED, _IMAGE)
    return next((found for part in parts if (found := part.match(text, at))), None)


@cache
def _desks() -> re.Pattern[str]:
    """The name of an agency or a desk, not followed by what would make it part of a sentence."""
    names = "|".join(map(re.escape, sorted(entries("news_desks"), key=len, reverse=True)))
    desk = rf"(?:By |by )?(?:{names})"
    return re.compile(
        rf"\((?:{names})\)(?=[A-Z])|{desk}(?=[A-Z][a-z]|A\s|\s?[|•·]|\s?/(?!\w)|\s[A-Z“]|\s[–—-]+\s[A-Z]|\Z)"
    )


def _is_sentence(rest: str, names_only: bool) -> bool:
    """True if a sentence follows; after a name only one that cannot belong to the name."""
    words = rest.split()
    if len(words) < SENTENCE_WORDS_MIN or not _BEGINS.match(rest):
        return False
    if sum(word[0].islower() for word in words[:7]) < 2:
        return False
    return not names_only or re.match(_STARTER, rest) is not None
