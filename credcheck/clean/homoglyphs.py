"""
Find letters of another script inside Latin words, and write the Latin letter they look like.

## Why it matters
"Pаrliament" with a Cyrillic letter is a different word to every search; filters are evaded with it.

## When it is wrong
Symbols of science stand beside Latin letters on purpose ("μm", "TNFα", "β-carotene"). Only a word
that becomes one that the language model knows, or that stands elsewhere in the text, is repaired.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from credcheck.clean.odd_characters import odd_characters
from credcheck.lexicons import rows
from credcheck.types import Edit, Fixer, Span

_FOREIGN = re.compile(
    "[\u0251\u0261\u0370-\u058f\u13a0-\u13ff\u2160-\u217f\uff21-\uff3a\uff41-\uff5a]"
)
_WORD = re.compile(r"[^\W\d_]{1,40}")
_LATIN = re.compile("[A-Za-z]")
# A word may be wholly of look-alikes if it is long enough not to be a word of its own language.
_SHORTEST_WHOLE = 4
_SHORTEST_MIXED = 3


@cache
def _latin() -> dict[int, str]:
    return {ord(foreign): latin for foreign, latin in rows("lookalikes")}


def edits(text: str) -> Iterator[Edit]:
    """Edits that put a Latin letter in the place of each look-alike."""
    if not _FOREIGN.search(odd_characters(text)):
        return
    done = 0
    while foreign := _FOREIGN.search(text, done):
        start = foreign.start()
        while start and text[start - 1].isalpha() and foreign.start() - start < 40:
            start -= 1
        word = _WORD.match(text, start)
        done = max(foreign.end(), word.end() if word else 0)
        if word and _is_disguised(text, word):
            yield from _letters(word)


def _letters(word: re.Match[str]) -> Iterator[Edit]:
    for place, letter in enumerate(word.group(), word.start()):
        latin = _latin().get(ord(letter))
        if latin:
            yield Edit(Span(place, place + 1), latin, word.group())


def _is_disguised(text: str, word: re.Match[str]) -> bool:
    """True if the word is Latin but for look-alikes, and is then a word that is known."""
    plain = word.group().translate(_latin())
    if not plain.isascii() or plain == word.group():
        return False
    count = len(_LATIN.findall(word.group()))
    if count == 0:
        is_long = len(plain) >= _SHORTEST_WHOLE
        return is_long and _is_among_latin(text, word) and _is_word(text, plain)
    return len(plain) >= _SHORTEST_MIXED and count >= 2 and _is_word(text, plain)


def _is_among_latin(text: str, word: re.Match[str]) -> bool:
    """True if the line holds no other letter of the script."""
    opened = text.rfind("\n", 0, word.start()) + 1
    closed = text.find("\n", word.end())
    line = text[opened : word.start()] + text[word.end() : len(text) if closed < 0 else closed]
    others = (found.group() for found in _FOREIGN.finditer(line))
    return all(ord(letter) in _latin() for letter in others) and bool(_LATIN.search(line))


def _is_word(text: str, plain: str) -> bool:
    from credcheck.language.words import is_known

    return is_known(plain) or re.search(rf"(?<!\w){plain}(?!\w)", text) is not None


FIXER = Fixer(
    code="BRK104",
    name="homoglyphs",
    severity="error",
    message="'{0}' in '{2}' is not the Latin letter '{1}'",
    edits=edits,
    mends=(
        ("The p\u0430rli\u0430ment voted.", "The parliament voted."),
        ("The G\u03bfvernment of \u0421anada", "The Government of Canada"),
        ("a \u0455\u0440\u0430\u0441\u0435 station", "a space station"),
        (
            "The \u217finister agreed.",
            "The minister agreed.",
        ),
        ("Zorvex said so. Z\u043erv\u0435x denied it.", "Zorvex said so. Zorvex denied it."),
    ),
    untouched=(
        "A wire of 5 μm and 3 kΩ; TNFα, β-carotene, γ-rays, Δt and πr².",
        "Газета «Вера» пишет о спорте. The daily Вера wrote of it.",
        "Η Ελλάδα and the word νόμος",
        "Mayor Yıldırım of Diyarbakır",
        "The band KoЯn played.",
        "If 𝑎𝑏 = 𝑐 then 𝑥 is 𝐑; see part Ⅳ and type ⅱ; 𝑎𝑏 is 𝑐.",
    ),
)
