"""
How an article itself writes its headings and lists, which pages do not alter.

A heading such as "Credit: the years of easy money" has the form of a photo credit, and a list of
addresses below "Comments may be sent to:" the form of a page's. An article that has other headings
of the form, or leads in to the list, has it for its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from credcheck.lexicons import entries
from credcheck.rules.broken._line_signs import is_of_pages, rank, tokens
from credcheck.rules.broken._lines import Line
from credcheck.rules.broken._page_model import is_silent, speaks

# So many other lines of the form make it the article's manner.
OTHERS_MIN = 3
LABELLED_WORDS_MAX = 10
LEAD_IN_WORDS_MIN = 8
HEADLINE_WORDS_MIN = 6
# The headline, a line above it and a copy of it.
TOP_LINES = 3
# So far the items of a list are looked at, and from these log-odds one may be the page's.
LIST_REACH, LISTED_ODDS = 8, 0.0
# Log-odds that a line needs on top: a label with the article below it, a headline amid paragraphs.
# Read off the false flags of 1,146 articles and 1,500 of other publishers.
LABEL_EXTRA, HEADLINE_EXTRA = 1.5, 2.0

_NUMBERED = re.compile(r"\d{1,2}(?:[.)]|[.:]\d{2}(?:\s?[ap]m)?)\s\w")
# A headline has fewer words of pages than this.
RANK_MIN = 5
_FIGURE_CELL = re.compile(r"\|\s{0,9}[\d.,%+–-]{1,12}\s{0,9}(?:\||$)")
_LINKS = frozenset("|•·/»>")
_LABELLED = re.compile(r"\W{0,3}[A-Z][\w’']{1,20}(?: [A-Z][\w’']{1,20}| \d{1,2}){0,2}: \w")


def is_mannered(rows: Sequence[Line], kinds: Sequence[str], place: int) -> bool:
    """True for a line of a form that the article's own lines have, or to which one leads in."""
    return (
        _is_labelled(rows, kinds, place)
        or _is_led_in(rows, kinds, place)
        or _is_counted(rows, kinds, place)
        or _is_tabled(rows, place)
        or (place == 0 and _is_headline(rows[0]))
    )


def _is_headline(line: Line) -> bool:
    """True for Words Like These: At the Top, unless most are of pages."""
    is_titled = line.is_heading and len(line.words) >= HEADLINE_WORDS_MIN - 1
    is_titled = is_titled and all(word[0].isupper() for word in _long(line))
    return is_titled and _LINKS.isdisjoint(line.text) and rank(tokens(line.text)) < RANK_MIN


def _long(line: Line) -> list[str]:
    """The words that a title writes with a capital."""
    return [word for word in line.words if len(word) > 3 and word[0].isalpha()]


def _is_counted(rows: Sequence[Line], kinds: Sequence[str], place: int) -> bool:
    """True for "2. Spam" where other lines are numbered."""
    if not _NUMBERED.match(rows[place].text):
        return False
    numbered = (
        not kind and _NUMBERED.match(line.text) is not None
        for line, kind in zip(rows, kinds, strict=True)
    )
    return sum(numbered) > OTHERS_MIN


def recurs(rows: Sequence[Line], place: int) -> bool:
    """True for a few words that come again and again, as the name of a speaker does."""
    text = rows[place].text
    is_short = len(rows[place].words) <= LABELLED_WORDS_MAX
    return is_short and sum(line.text == text for line in rows) > OTHERS_MIN


def is_over(rows: Sequence[Line], place: int) -> bool:
    """True for Words Written Like These right above a paragraph."""
    line = rows[place]
    is_above = place + 1 < len(rows) and rows[place + 1].is_prose
    return (
        is_above and line.is_heading and len(line.words) <= LABELLED_WORDS_MAX and _is_titled(line)
    )


def is_listed(
    rows: Sequence[Line], kinds: Sequence[str], odds: Sequence[float], place: int
) -> bool:
    """True for an item of a list that is the article's for the most part."""
    if not is_silent(rows[place]) or not _is_item(rows[place]):
        return False
    first = last = place
    while first > 0 and place - first < LIST_REACH and _is_item(rows[first - 1]):
        first -= 1
    while last + 1 < len(rows) and last - place < LIST_REACH and _is_item(rows[last + 1]):
        last += 1
    own = sum(not kinds[n] and odds[n] < LISTED_ODDS for n in range(first, last + 1))
    return own > OTHERS_MIN and 2 * own > last - first + 1


def _is_item(line: Line) -> bool:
    return len(line.words) <= LABELLED_WORDS_MAX and not line.is_closed


def _is_tabled(rows: Sequence[Line], place: int) -> bool:
    """True for a row of a table: cells, and cells with figures in it or beside it."""
    near = [line.text for line in rows[max(0, place - 1) : place + 2] if "|" in line.text]
    return "|" in rows[place].text and len(near) > 1 and any(map(_FIGURE_CELL.search, near))


def _is_labelled(rows: Sequence[Line], kinds: Sequence[str], place: int) -> bool:
    """True for "Bonds: return-free risk" where other headings are written so."""
    if not _has_label(rows[place]):
        return False
    bullet = rows[place].is_item
    found = (
        _label(line)
        for line, kind in zip(rows, kinds, strict=True)
        if not kind and line.is_item == bullet and _has_label(line)
    )
    others = {label for label in found if not any(map(is_of_pages, tokens(label)))}
    return len(others - {_label(rows[place]), "Earlier"}) >= OTHERS_MIN


def _label(line: Line) -> str:
    return line.text.partition(":")[0]


def _has_label(line: Line) -> bool:
    is_short = 2 <= len(line.words) <= LABELLED_WORDS_MAX or line.is_item
    return is_short and not line.is_closed and _LABELLED.match(line.text) is not None


def _is_led_in(rows: Sequence[Line], kinds: Sequence[str], place: int) -> bool:
    """True for an item of a list to which a sentence of the article leads in."""
    first = place
    mark = rows[place].text[0]
    while first > 0 and not mark.isalnum() and rows[first].text[0] == mark:
        first -= 1
    lead_in = rows[first]
    is_own = first < place and not kinds[first] and len(lead_in.words) >= LEAD_IN_WORDS_MIN
    return is_own and lead_in.text[-1] == ":"


def extra_odds(rows: Sequence[Line], kinds: Sequence[str], place: int) -> float:
    """What a line without a known wording must have on top of the usual log-odds."""
    line = rows[place]
    below = rows[place + 1] if place + 1 < len(rows) and not kinds[place + 1] else None
    if below is None:
        return 0.0
    if line.text[-1] == ":":
        is_over = below.is_prose or below.is_item
        return LABEL_EXTRA if is_over and not speaks(line) else 0.0
    above = rows[place - 1] if place and not kinds[place - 1] else None
    is_headline = line.is_heading and len(line.words) >= HEADLINE_WORDS_MIN
    is_amid = above is not None and above.is_prose and below.is_prose and _is_titled(line)
    is_title = place < TOP_LINES and not speaks(line)
    is_at_top = is_title and not any(row.is_prose for row in rows[:place])
    return HEADLINE_EXTRA if is_headline and (is_amid or is_at_top) else 0.0


def _is_titled(line: Line) -> bool:
    """True for Words Written Like These, and not for an order or a row of links."""
    if line.words[0].lower() in entries("page_orders") or not _LINKS.isdisjoint(line.text):
        return False
    long = _long(line)
    return bool(long) and all(word[0].isupper() for word in long)
