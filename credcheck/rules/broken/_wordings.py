"""
The wordings of page furniture (`lexicons/page_furniture.tsv`), found by the word they begin with.

The patterns of the lexicon are read over a folded line: lower-case words and a few signs, one
space between them. Each is compiled when its first word is first met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from credcheck.lexicons import rows

ANY = "\0any"
NUMBER = "\0number"

_TOKEN = re.compile(r"[^\W_]+|[©@®™*|»>/:]")
_SIGNS = frozenset("*|»>/:")
_APOSTROPHES = str.maketrans("", "", "'’")
_OPTIONAL = re.compile(r" \[([^\]]{1,200})\]")
_ENDING = r"(?=(?: [:*»>|/]){0,3}\Z)"


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
        found = _compiled(self.pattern)
        return (found.match(folded) if self.is_anchored else found.search(folded)) is not None


def folded_words(text: str) -> list[str]:
    """Lower-case words and a few signs, none of them in front."""
    words = _TOKEN.findall(text.lower().translate(_APOSTROPHES))
    while words and words[0] in _SIGNS:
        del words[0]
    return words


def beginning(words: list[str]) -> Iterator[Wording]:
    """The anchored wordings that may match a folded text that begins with these words."""
    if words:
        index = _index()
        yield from index.get(NUMBER if words[0].isdigit() else words[0], ())
        yield from index.get(ANY, ())


@cache
def anywhere() -> tuple[Wording, ...]:
    """The wordings that need not stand at the beginning."""
    return tuple(wording for wording in _wordings() if not wording.is_anchored)


@cache
def certain_beginnings() -> frozenset[str]:
    """Words that a wording of weight 5 begins with."""
    return frozenset(
        word
        for word, found in _index().items()
        if any(wording.weight == 5 for wording in found) and word not in (ANY, NUMBER)
    )


@cache
def _wordings() -> tuple[Wording, ...]:
    return tuple(Wording(kind, int(weight), text) for kind, weight, text in rows("page_furniture"))


@cache
def _index() -> dict[str, tuple[Wording, ...]]:
    index: dict[str, list[Wording]] = {}
    for wording in _wordings():
        if wording.is_anchored:
            for word in sorted(first_words(_expanded(wording.pattern)[1:])):
                index.setdefault(word, []).append(wording)
    return {word: tuple(found) for word, found in index.items()}


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    anchor, body = ("", pattern[1:]) if pattern.startswith("^") else (r"(?<!\S)", pattern)
    ending, body = (_ENDING, body[:-1]) if body.endswith("$") else (r"(?!\S)", body)
    body = _expanded(body).replace(r"\*", "\1").replace("* ", r"(?:\S{1,40} ){0,6}?")
    body = body.replace("_", r"\S{1,40}").replace(r"\d+", r"\d{1,9}").replace("\1", r"\*")
    return re.compile(anchor + "(?:" + body.rstrip() + ")" + ending)


def _expanded(pattern: str) -> str:
    """[a|b] written as an ordinary group."""
    return _OPTIONAL.sub(r"( (\1))?", pattern)


def first_words(pattern: str) -> frozenset[str]:
    """Every word a pattern may begin with; `ANY` and `NUMBER` stand for words not spelt out."""
    found: set[str] = set()
    open_ends = [("", pattern)]
    while open_ends:
        word, rest = open_ends.pop()
        if not rest or (word and rest[0] in " $"):
            found.add(word)
        else:
            open_ends += _steps(word, rest)
    return frozenset(NUMBER if r"\d" in word else ANY if "_" in word else word for word in found)


def _steps(word: str, rest: str) -> list[tuple[str, str]]:
    """The ways on from a word read so far."""
    if rest[0] == "(":
        options, rest = _group(rest)
        optional = rest.startswith("?")
        rest = rest[1:] if optional else rest
        return [(word, option + rest) for option in [*options, *([""] if optional else [])]]
    if rest[0] == " ":
        return [(word, rest[1:])]
    if rest[1:2] == "?":
        return [(word + rest[0], rest[2:]), (word, rest[2:])]
    return [(word + rest[0], rest[1:])]


def _group(pattern: str) -> tuple[list[str], str]:
    """The alternatives of the group a pattern begins with, and what comes after it."""
    options, depth = [""], 0
    for place, character in enumerate(pattern):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return options, pattern[place + 1 :]
        if character == "|" and depth == 1:
            options.append("")
        elif depth > 1 or character != "(":
            options[-1] += character
    raise ValueError(f"a group is not closed: {pattern}")
