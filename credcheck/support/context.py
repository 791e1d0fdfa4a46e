"""
What a number is about: the thing counted, what became of it, and the words close by.

There is no parser here. Distance in words, with a toll for crossing punctuation, "and" or another
number, finds the right word in "killing 41 people and injuring 63" and "41 dead, 63 hurt".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from credcheck.support.lexicon import things
from credcheck.support.sentences import Word
from credcheck.types import Span

REACH_WORDS = 12
HEAD_REACH_WORDS = 5
STATE_REACH = 9
LEAD_REACH = 5
MOST_NEAR = 10
_COMMA_TOLL, _STOP_TOLL, _AND_TOLL, _NUMBER_TOLL = 3, 6, 3, 3
_STOPS = frozenset(";:()[]—–.")
_ANDS = frozenset({"and", "but", "while", "with", "as", "including", "plus"})
# Wordings that say a figure moves: a different one elsewhere is then no difference.
UPDATES = frozenset(
    {"rose", "risen", "rising", "climbed", "climbing", "initial", "initially", "earlier", "feared"}
    | {"preliminary", "provisional", "revised", "updated", "previous", "previously", "originally"}
)
_PERIOD = re.compile(
    r"\b(?:(?P<part>first|second|third|fourth)[ -](?P<unit>quarter|half)"
    r"|(?P<half>half[ -]year(?:ly)?|interim|(?:first|last|the) six months)"
    r"|(?P<full>full[ -]year|for the whole of|annual(?:ly)?|a year\b|each year|per year|every year)"
    r"|(?P<past>last (?:year|season|time|parliament|election)"
    r"|(?:a|one) year (?:ago|earlier|before)|years (?:ago|earlier)|the (?:previous )?year before"
    r"|the previous (?:year|season)|(?:past|last) (?:\w{1,12} )?(?:years|decades|seasons))"
    r"|(?P<lately>last (?:month|week)|previous(?:ly)?|earlier this)"
    r"|(?P<this>this (?:year|season|quarter|month|week))"
    r"|(?P<next>next (?:year|season|election))|(?P<soon>next (?:month|week)))",
    re.I,
)
# A figure something rose from is not the one it rose to.
ROLES = frozenset(
    {"from", "to", "by", "of", "at", "in", "on", "until", "since", "after", "before", "for", "per"}
    | {"than", "every", "between", "within"}
)


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a number in its sentence; see `credcheck.types.Measure`."""

    thing: str = ""
    state: str = ""
    near: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    role: str = ""
    run: tuple[str, ...] = ()
    lead: str = ""


@lru_cache(maxsize=1 << 14)
def concept(stem: str) -> str:
    """The class of a stem, marked with "@", or the stem itself."""
    found = things().get(stem)
    return f"@{found[0]}" if found else stem


def context(text: str, words: Sequence[Word], span: Span, numbers: Sequence[Span]) -> Context:
    """The context of the number at `span` in a sentence; `numbers` are all of its numbers."""
    barred = [number for number in numbers if not number.overlaps(span)]
    left = list(_reach(text, words, span, barred, -1))
    right = _reach(text, words, span, barred, 1)
    reached = sorted((*right, *left), key=lambda step: (step[0], step[1].start))
    run = tuple(_run(text, words, span))
    return Context(
        thing=_thing(run) or _topic(reached),
        state=_state(reached),
        near=_near(reached),
        names=tuple(dict.fromkeys(w.stem for _, w in reached if is_name(text, w))),
        role=_role(words, span),
        run=tuple(concept(word.stem) for word in run if not word.text[0].isdigit()),
        lead=concept(left[0][1].stem) if left and left[0][0] <= LEAD_REACH else "",
    )


def periods(text: str, sentence: Span, number: Span, numbers: Sequence[Span]) -> tuple[str, ...]:
    """
    The stretches of time that a number is of ("first quarter", "past", "this"), as words.

    Those that stand with it, between its neighbours; else those named before it.
    """
    start = max([n.end for n in numbers if n.end <= number.start], default=sentence.start)
    end = min([n.start for n in numbers if n.start >= number.end], default=sentence.end)
    own = _periods(text, start, end)
    return own or _periods(text, sentence.start, number.start)


def _periods(text: str, start: int, end: int) -> tuple[str, ...]:
    found = (
        f"{m['part']} {m['unit']}" if m["part"] else (m.lastgroup or "")
        for m in _PERIOD.finditer(text, start, end)
    )
    return tuple(sorted({period.lower() for period in found}))


def _role(words: Sequence[Word], span: Span) -> str:
    """The word of grammar before a number, seen through "about", "the" and the like."""
    index = _index(words, span, -1)
    for word in reversed(words[max(0, index - 3) : index + 1]):
        if word.stem:
            return ""
        if word.text in ROLES:
            return word.text
    return ""


def _reach(
    text: str, words: Sequence[Word], span: Span, barred: Sequence[Span], step: int
) -> Iterator[tuple[int, Word]]:
    """Content words on one side of a number with their distance, nearest first."""
    index = _index(words, span, step)
    distance, edge = 0, span.end if step > 0 else span.start
    while 0 <= index < len(words) and distance <= REACH_WORDS:
        word = words[index]
        gap = text[edge : word.start] if step > 0 else text[word.end : edge]
        distance += 1 + _toll(gap) + (_AND_TOLL if word.text in _ANDS else 0)
        if any(bar.start <= word.start < bar.end for bar in barred):
            distance += _NUMBER_TOLL
        elif word.stem and not word.text[0].isdigit():
            yield distance, word
        edge = word.end if step > 0 else word.start
        index += step


def _index(words: Sequence[Word], span: Span, step: int) -> int:
    """The first word after the number, or the last one before it."""
    if step > 0:
        return next((i for i, w in enumerate(words) if w.start >= span.end), len(words))
    return next((i for i in range(len(words) - 1, -1, -1) if words[i].end <= span.start), -1)


def _toll(gap: str) -> int:
    if len(gap) <= 1:
        return 0
    if _STOPS.intersection(gap):
        return _STOP_TOLL
    return _COMMA_TOLL if "," in gap else 0


def _state(reached: Sequence[tuple[int, Word]]) -> str:
    for distance, word in reached:
        found = things().get(word.stem)
        if found and found[1] == "state":
            return found[0] if distance <= STATE_REACH else ""
    return ""


def _topic(reached: Sequence[tuple[int, Word]]) -> str:
    """What is measured, if nothing is counted: profit, turnout, a fine."""
    for distance, word in reached:
        found = things().get(word.stem)
        if found and found[1] == "topic" and distance <= STATE_REACH:
            return found[0]
    return ""


def _near(reached: Sequence[tuple[int, Word]]) -> tuple[str, ...]:
    unique = dict.fromkeys(concept(word.stem) for _, word in reached)
    return tuple(unique)[:MOST_NEAR]


def is_name(text: str, word: Word) -> bool:
    """True if a word is capitalised and does not open its sentence."""
    if not word.text[0].isupper():
        return False
    before = text[max(0, word.start - 2) : word.start]
    return bool(before) and (before[0].isalnum() or before[0] in ",’'") and before[-1] in " -"


def _thing(run: Sequence[Word]) -> str:
    """The noun after a number: the first known or plural one of its run."""
    for word in run:
        found = things().get(word.stem)
        if found and found[1] in {"person", "object"}:
            return found[0]
        if _is_plural(word.text):
            return word.stem
    return ""


def _run(text: str, words: Sequence[Word], span: Span) -> Iterator[Word]:
    """Content words right after a number, up to punctuation or a word of grammar."""
    edge = span.end
    start = _index(words, span, 1)
    for index in range(start, min(len(words), start + HEAD_REACH_WORDS)):
        word = words[index]
        if text[edge : word.start].strip(" -’'") or not (
            word.stem or word.text in {"more", "other"}
        ):
            return
        if word.stem:
            yield word
        edge = word.end


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word.islower() and word[-1] == "s" and word[-2] not in "su"
