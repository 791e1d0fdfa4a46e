"""
The wordings of page furniture (`lexicons/page_furniture.tsv`), found by their first two words.

The patterns of the lexicon are read over a folded line: lower-case words and a few signs, one
space between them. A table of the two words each may begin with turns nearly every line of an
article away, so that few of the patterns are ever compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from credcheck.lexicons import rows

# In the table: any word, any number, no further word.
ANY = "\0any"
NUMBER = "\0number"
END = "\0end"
CERTAIN = 5

_TOKEN = re.compile(r"[^\W_]+|[©@®™*|»>/:]")
_SIGNS = frozenset("*|»>/:")
_OPTIONAL = re.compile(r" \[([^\]]{1,200})\]")
_MARKS = re.compile(r"[(|)]")
_ENDING = r"(?=(?: [:*»>|/]){0,3}\Z)"
_LITERAL = re.compile(
    r"(?:[^\W_]|[©®™:|@])+(?!\?)|(?:[^\W_]|[©®™:|@])+?(?=(?:[^\W_])\?)|\\d\+|\\?."
)

# Characters that hold two words, and the longest wording.
_TWO_WORDS = 48
_LONGEST = 400

Opening = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern of the lexicon: what it is furniture of, and how sure it makes us (1 to 5)."""

    kind: str
    weight: int
    pattern: str

    @property
    def is_anchored(self) -> bool:
        """True if it only holds at the beginning."""
        return self.pattern.startswith("^")

    def matches(self, folded: str) -> bool:
        """True if the folded text holds the wording."""
        return _compiled(self.pattern).search(folded) is not None


def folded_words(text: str) -> list[str]:
    """Lower-case words and a few signs, none of them in front."""
    words = _TOKEN.findall(text.lower().replace("'", "").replace("’", ""))
    while len(words) > 1 and words[0] in _SIGNS:
        del words[0]
    return words


def beginning(text: str) -> list[Wording]:
    """The wordings with which a text begins."""
    words = folded_words(text[:_TWO_WORDS])[:2]
    found = [wording for opening in _lookups(words) for wording in _index().get(opening, ())]
    return _holding(found, " ".join(folded_words(text[:_LONGEST]))) if found else []


def within(text: str) -> list[Wording]:
    """The wordings that need not stand at the beginning and stand in a text."""
    words = folded_words(text[:_LONGEST])
    found = [wording for word in words for wording in _anywhere().get(word, ())]
    return _holding(found, " ".join(words)) if found else []


def _lookups(words: list[str]) -> Iterator[Opening]:
    """Where a text that begins with these two words is to be looked for in the table."""
    if not words:
        return
    second = words[1] if len(words) > 1 else END
    for first in (NUMBER if words[0].isdigit() else words[0], ANY):
        yield first, ANY
        yield first, NUMBER if second.isdigit() else second
        if second in _SIGNS:
            yield first, END


def _holding(wordings: list[Wording], text: str) -> list[Wording]:
    return [wording for wording in dict.fromkeys(wordings) if wording.matches(text)]


def may_begin_certain(first: str, second: str) -> bool:
    """True if some wording of weight 5 begins with these two words."""
    first, second = first.lower(), second.lower()
    if "’" in first or "'" in first:
        first = first.replace("'", "").replace("’", "")
    return (first, ANY) in _certain() or (first, second) in _certain()


@cache
def _certain() -> frozenset[Opening]:
    index = _index().items()
    return frozenset(opening for opening, found in index if any(w.weight == CERTAIN for w in found))


@cache
def _anywhere() -> dict[str, list[Wording]]:
    """First words of the wordings that may stand anywhere."""
    index: dict[str, list[Wording]] = {}
    for wording in _wordings():
        if not wording.is_anchored:
            for first in sorted({first for first, _ in openings(wording.pattern)}):
                index.setdefault(first, []).append(wording)
    return index


@cache
def _wordings() -> tuple[Wording, ...]:
    return tuple(Wording(kind, int(weight), text) for kind, weight, text in rows("page_furniture"))


@cache
def _index() -> dict[Opening, list[Wording]]:
    index: dict[Opening, list[Wording]] = {}
    for wording in _wordings():
        for opening in sorted(openings(wording.pattern)) if wording.is_anchored else ():
            index.setdefault(opening, []).append(wording)
    return index


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the lexicon as a regular expression over folded text."""
    anchor, body = (r"\A", pattern[1:]) if pattern.startswith("^") else (r"(?<!\S)", pattern)
    ending, body = (_ENDING, body[:-1]) if body.endswith("$") else (r"(?!\S)", body)
    body = _expanded(body).replace(r"\*", "\1").replace("** ", r"(?:\S{1,40} ){0,25}?")
    body = body.replace("* ", r"(?:\S{1,40} ){0,6}?").replace("_", r"\S{1,40}")
    body = body.replace(r"\d+", r"\d{1,9}").replace("\1", r"\*")
    return re.compile(anchor + "(?:" + body.rstrip() + ")" + ending)


def _expanded(pattern: str) -> str:
    """[a|b] written as an ordinary group."""
    return _OPTIONAL.sub(r"( (\1))?", pattern)


def openings(pattern: str) -> frozenset[Opening]:
    """
    Every two words a pattern may begin with.

    `ANY` and `NUMBER` stand for words that are not spelt out, `END` for the end of the text.
    """
    found: set[Opening] = set()
    whole = _expanded(pattern).removeprefix("^")
    open_ends: list[tuple[tuple[str, ...], str, str]] = [((), "", whole)]
    while open_ends:
        done, word, rest = open_ends.pop()
        is_over = not rest or rest[0] in " $*"
        if word and is_over:
            done, word = (*done, _spelt_out(word)), ""
        if len(done) == 2:
            found.add((done[0], done[1]))
        elif not rest or rest[0] in "$*":
            first, second = (*done, END if rest[:1] == "$" else ANY, ANY)[:2]
            found.add((first, second))
        else:
            open_ends += [(done, *step) for step in _steps(word, rest)]
    return frozenset(found)


def _spelt_out(word: str) -> str:
    return NUMBER if r"\d" in word else ANY if "_" in word or "\\" in word else word


def _steps(word: str, rest: str) -> list[tuple[str, str]]:
    """The ways on from a word read so far."""
    if rest[0] == "(":
        options, rest = _group(rest)
        if rest.startswith("?"):
            options, rest = (*options, ""), rest[1:]
        return [
            (word + option, rest) if option.isalnum() else (word, option + rest)
            for option in options
        ]
    if rest[0] == " ":
        return [(word, rest[1:])]
    literal = _LITERAL.match(rest)
    size = literal.end() if literal else 1
    if rest[size : size + 1] == "?":
        return [(word + rest[:size], rest[size + 1 :]), (word, rest[size + 1 :])]
    return [(word + rest[:size], rest[size:])]


@lru_cache(maxsize=256)
def _group(pattern: str) -> tuple[tuple[str, ...], str]:
    """The alternatives of the group a pattern begins with, and what comes after it."""
    options, depth, start = list[str](), 0, 1
    for mark in _MARKS.finditer(pattern):
        depth += {"(": 1, "|": 0, ")": -1}[mark[0]]
        if depth == 0 or (depth == 1 and mark[0] == "|"):
            options.append(pattern[start : mark.start()])
            start = mark.end()
        if depth == 0:
            return tuple(options), pattern[start:]
    raise ValueError(f"a group is not closed: {pattern}")
