"""
Read the direct quotations of a text: the words between quotation marks, and whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from credcheck.lexicons import entries
from credcheck.support.dates import WEEKDAYS
from credcheck.support.folding import folded
from credcheck.types import Span

MOST_CHARACTERS = 1500
_MARKED = re.compile(
    rf"“(?P<curly>[^“”\n]{{2,{MOST_CHARACTERS}}})(?:”|(?=\n))"
    rf"|(?<![\w\"])\"(?P<straight>[^\"\n]{{2,{MOST_CHARACTERS}}})\"(?!\w)"
    rf"|(?<![\w\"])\"(?=\w)(?P<open>[^\"\n]{{2,{MOST_CHARACTERS}}})(?=\n)"
    rf"|(?<!\w)‘(?P<single>[^‘“”\n]{{8,{MOST_CHARACTERS}}}?)’(?!\w)"
    rf"|(?<![\w'])'(?P<plain>(?=[A-Z])[^'\"\n]{{2,400}}(?:'\w[^'\"\n]{{2,400}}){{0,6}}[,.?!])'(?!\w)"
)
# The words up to a closing mark that no opening mark comes before.
_CLOSED_LATER = {
    "”": re.compile(rf"[^“”]{{1,{MOST_CHARACTERS}}}”"),
    '"': re.compile(rf"[^\"]{{1,{MOST_CHARACTERS}}}(?<=[\w.,!?…’'])\"(?!\w)"),
}
_TITLE = r"(?:(?:Mrs?|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Capt|Sgt|Prof|Adm|Maj)\. )"
_NAME = (
    rf"{_TITLE}{{0,2}}(?:[A-Z]\. )?"
    r"(?:[A-Z][\w’'-]+(?: (?:al|bin|de|da|van|von|der|of|the) | [A-Z]\. | )?){1,5}"
)
# What stands between a speaker and the verb: no full stop but that of a title or an initial.
_BETWEEN = r"(?:[^.“”\"\n]|(?<=\b[JS]r)\.|(?<=\b[DM]r)\.|(?<=\W[A-Z])\.|(?<=\bSen)\.|(?<=\bRep)\.)"
# What ends the subject: "Ilena Droz, the mayor", "Ilena Droz of Varnholm".
_APPOSITION = re.compile(r",| (?:of|from|at|in|who|for) ")
_REACH = 140
# So many characters after a quotation the next one in its line goes on with it.
MOST_BETWEEN = 60
PRONOUNS = frozenset({"he", "she", "they"})
_NO_NAMES = frozenset((*WEEKDAYS, "jr", "sr", "house", "department"))


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between the marks (without them), and the speaker as named, if found."""

    span: Span
    speaker: str | None = None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """After the quotation "said X", "X said"; before it "X said", "X told Y that"."""
    verb = "(?:" + "|".join(sorted(entries("reporting_verbs"))) + ")"
    who = rf"(?P<who>{_NAME}|\b(?:he|she|they)\b)"
    return (
        re.compile(rf"[\s,]{{0,3}}{verb} (?:the |a |[a-z]+ ){{0,4}}{who}"),
        re.compile(
            rf"[\s,]{{0,3}}(?:the |an? )?(?:[a-z]+,? ){{0,3}}{who}{_BETWEEN}{{0,70}}?\b{verb}\b"
        ),
        re.compile(rf"{who}{_BETWEEN}{{0,90}}?\b{verb}\b{_BETWEEN}{{0,50}}$"),
    )


@cache
def _who() -> re.Pattern[str]:
    return re.compile(rf"{_NAME}|\b(?:he|she|they)\b")


def quotations(text: str) -> tuple[Quotation, ...]:
    """
    The quotations of a text, in order; a pronoun is traced to the last speaker named.

    “We ran,” said Droz. “Nobody came.”: what follows in the same line is hers too.
    """
    found: list[Quotation] = []
    last: str | None = None
    for span in _spans(text):
        speaker = _speaker(text, span)
        if speaker and speaker.lower() in PRONOUNS:
            speaker = last
        if not speaker and found and _goes_on(text, found[-1].span, span):
            speaker = found[-1].speaker
        last = speaker or last
        found.append(Quotation(span, speaker))
    return tuple(found)


def _spans(text: str) -> Iterator[Span]:
    for match in _MARKED.finditer(text):
        group = match.lastgroup
        if group and re.search(r"[A-Za-z]{2}", match[group]):
            span = _extended(text, Span(*match.span(group)))
            yield _cut_short(text, span) if group == "curly" else span


def _cut_short(text: str, span: Span) -> Span:
    """A quotation opened by a curly mark, up to a straight one that closes it before its curly one.

    “I ran," she said. "Nobody came.”
    """
    first = text.find('"', span.start, span.end)
    is_closing = first > 0 and text[first - 1] in ",.?!" and text[first + 1 : first + 2] == " "
    return Span(span.start, first) if is_closing else span


def _extended(text: str, span: Span) -> Span:
    """A quotation that its line does not close, on to where the next line or the one after does."""
    if text[span.end : span.end + 1] != "\n":
        return span
    closing = "”" if text[span.start - 1] == "“" else '"'
    rest = _CLOSED_LATER[closing].match(text, span.end)
    return Span(span.start, rest.end() - 1) if rest else span


def _goes_on(text: str, before: Span, span: Span) -> bool:
    """True if little but who speaks stands between two quotations of one line."""
    between = text[before.end : span.start]
    return len(between) <= MOST_BETWEEN and "\n" not in between


def _speaker(text: str, span: Span) -> str | None:
    after = text[span.end + 1 : span.end + _REACH].split("\n", 1)[0]
    if text[span.end - 1] == ".":
        after = ""
    before = text[max(0, span.start - 1 - _REACH) : max(0, span.start - 1)].rsplit("\n", 1)[-1]
    said_who, who_said, before_said = _patterns()
    if (found := said_who.match(after)) and (name := _last_name(found["who"])):
        return name
    if found := who_said.match(after):
        subject = _APPOSITION.split(after[found.start("who") : found.end()], maxsplit=1)[0]
        names = [name for who in _who().findall(subject) if (name := _last_name(who))]
        if names:
            return names[-1]
    return _nearest(before_said, before)


def _nearest(pattern: re.Pattern[str], before: str) -> str | None:
    """The last name before the verb: "Another official, Ilena Droz, said"."""
    name, position = None, 0
    while found := pattern.search(before, position):
        name = _last_name(found["who"]) or name
        position = found.end("who")
    return name


def _last_name(name: str) -> str | None:
    """The last word of a name without its ending; None if it is no name ("The")."""
    words = (re.sub(r"['’]s?$", "", word) for word in reversed(name.split()))
    last = next((word for word in words if word.lower().rstrip(".") not in _NO_NAMES), "")
    return last if folded(last) or last.lower() in PRONOUNS else None
