"""
Find an acronym in brackets that does not fit the words it stands for.

"Institute of Strategic Research Islamabad (ISSI)": the letters were right for the words before
they were swapped. Told only where all letters but one fit, in order, so that acronyms of other
languages are left alone.

## Why it matters
A name of an institution does not change its words and keep its letters. It is among the surest
marks of text in which words were swapped for synonyms.

## When it is wrong
An institution may have been renamed and have kept its acronym, or be named in translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from credcheck.support.folding import folded
from credcheck.support.lexicon import kin_of
from credcheck.types import Match, Prose, Rule, Span

_BRACKETED = re.compile(r"\(([A-Z]{3,8})\)")
_NAME = re.compile(r"(?:[A-Z][\w’'-]*[ ,-]+(?:(?:of|for|the|and|on|in|to|de|&)[ -]+){0,2}){2,9}$")
_WORD = re.compile(r"[A-Za-z][\w’']*")
_REACH = 120
# Four letters of which three fit leave little to chance; of three letters only if the odd word is
# known to have a relative with the right letter.
LEAST_LETTERS = 4


def find(prose: Prose) -> Iterable[Match]:
    """A match over name and brackets for every acronym with one letter that does not fit."""
    for bracket in _BRACKETED.finditer(prose.text):
        before = prose.text[max(0, bracket.start() - _REACH) : bracket.start()]
        name = _NAME.search(before)
        if name:
            yield from _misfit(bracket, name[0])


def _misfit(bracket: re.Match[str], name: str) -> Iterator[Match]:
    letters = bracket[1]
    words = list(_WORD.finditer(name))
    capital = [word for word in words if word[0][0].isupper()]
    readings = [capital[-len(letters) :], words[-len(letters) :]]
    if any(_initials(reading) == letters for reading in readings) or _fits(letters, words):
        return
    odd = _odd(letters, readings[0])
    if odd is not None:
        start = bracket.start() - len(name) + readings[0][0].start()
        said = " ".join(name[readings[0][0].start() :].split())
        yield Match(Span(start, bracket.end()), (letters, said, odd))


def _initials(words: list[re.Match[str]]) -> str:
    return "".join(word[0][0].upper() for word in words)


def _fits(letters: str, words: list[re.Match[str]]) -> bool:
    """True if the letters occur in order in the name, the first at the start of a word."""
    flat = "".join(word[0] for word in words).upper()
    place = -1
    for letter in letters:
        place = flat.find(letter, place + 1)
        if place < 0:
            return False
    starts = sum(letter in _initials(words) for letter in letters)
    return starts < len(letters) - 1


def _odd(letters: str, words: list[re.Match[str]]) -> str | None:
    """The one word whose initial does not fit, None if there is not exactly one."""
    if len(words) != len(letters):
        return None
    odd = [(w[0], x) for w, x in zip(words, letters, strict=True) if w[0][0].upper() != x]
    if len(odd) != 1 or words[0][0] == odd[0][0]:
        return None
    word, letter = odd[0]
    kin = kin_of(folded(word))
    is_swapped = any(relative.startswith(letter.lower()) for relative in kin)
    return word if is_swapped or len(letters) > LEAST_LETTERS else None


RULE = Rule(
    code="UNS203",
    name="acronym-mismatch",
    severity="warning",
    message="acronym “{0}” does not fit “{1}”: “{2}”",
    find=find,
    bad=(
        "She works at the [[Centre for Regional Analysis Kestria (CRSK)]], a think tank.",
        "The [[Northern Agency for Water Security (NAWP)]] issued a statement.",
        "The [[Harbour Safety Office (HSA)]] closed the port.",
        "The [[Kestrian Union of Growers (KUP)]] met in Low Ford.",
    ),
    good=(
        "The World Health Organization (WHO) met in Geneva.",
        "The Bureau of Regional Statistics (BRS) counted again.",
        "Doctors Without Borders (MSF) sent a team.",
        "The European Organization for Nuclear Research (CERN) is near Geneva.",
        "The Workers' Party of Kurdistan (PKK) denied it.",
        "The United Nations Children's Fund (UNICEF) appealed for help.",
    ),
    missed=("The [[Kestrian Union of Beekeepers (KUA)]] met in Low Ford.",),
)
