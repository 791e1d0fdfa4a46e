"""
Read the direct quotations of a text: the words between quotation marks, and whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from credcheck.lexicons import entries
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
_NAME = r"(?:[A-Z][\w’'-]+(?: (?:al|bin|de|da|van|von|der|of|the) | )?){1,5}"
_REACH = 140
PRONOUNS = frozenset({"he", "she", "they"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words between the marks (without them), and the speaker as named, if found."""

    span: Span
    speaker: str | None = None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """After the quotation "said X", "X said"; before it "X said", "X told Y that"."""
    verb = "(?:" + "|".join(sorted(entries("reporting_verbs"))) + ")"
    who = rf"(?P<who>{_NAME}|\b(?:he|she|they)\b)"
    return (
        re.compile(rf"[\s,]{{0,3}}{verb} (?:the |a |[a-z]+ ){{0,4}}{who}"),
        re.compile(
            rf"[\s,]{{0,3}}(?:the |an? )?(?:[a-z]+,? ){{0,3}}{who}[^.“”\"\n]{{0,70}}?\b{verb}\b"
        ),
        re.compile(rf"{who}[^.“”\"\n]{{0,90}}?\b{verb}\b[^.“”\"\n]{{0,50}}$", re.I),
        re.compile(rf"{who}[^.“”\"\n]{{0,90}}?\b{verb}\b[^.“”\"\n]{{0,50}}$"),
    )


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text, in order; a pronoun is traced to the last speaker named."""
    found: list[Quotation] = []
    last: str | None = None
    for span in _spans(text):
        speaker = _speaker(text, span)
        if speaker and speaker.lower() in PRONOUNS:
            speaker = last
        last = speaker or last
        found.append(Quotation(span, speaker))
    return tuple(found)


def _spans(text: str) -> Iterator[Span]:
    for match in _MARKED.finditer(text):
        group = match.lastgroup
        if group and re.search(r"[A-Za-z]{2}", match[group]):
            yield _extended(text, Span(*match.span(group)))


def _extended(text: str, span: Span) -> Span:
    """A quotation that its line does not close, on to where the next line or the one after does."""
    if text[span.end : span.end + 1] != "\n":
        return span
    closing = "”" if text[span.start - 1] == "“" else '"'
    rest = _CLOSED_LATER[closing].match(text, span.end)
    return Span(span.start, rest.end() - 1) if rest else span


def _speaker(text: str, span: Span) -> str | None:
    after = text[span.end + 1 : span.end + _REACH].split("\n", 1)[0]
    if text[span.end - 1] == ".":
        after = ""
    before = text[max(0, span.start - 1 - _REACH) : max(0, span.start - 1)].rsplit("\n", 1)[-1]
    said_who, who_said, _, before_said = _patterns()
    for pattern, where in ((said_who, after), (who_said, after)):
        found = pattern.match(where)
        if found:
            return _last_name(found["who"])
    found = before_said.search(before)
    return _last_name(found["who"]) if found else None


def _last_name(name: str) -> str | None:
    """The last word of a name without its ending; None if it is no name ("The")."""
    last = re.sub(r"['’]s?$", "", name.rsplit(maxsplit=1)[-1])
    return last if folded(last) or last.lower() in PRONOUNS else None
