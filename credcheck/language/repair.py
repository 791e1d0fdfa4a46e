"""Write a repair the way the text writes: with its capitals and spaces, its articles, no echo."""

from __future__ import annotations

import re
from itertools import pairwise

_NO_SPACE_BEFORE = frozenset(("'s", "-", ",", ".", "%", ")"))
_NO_SPACE_AFTER = frozenset(("-", "$", "(", "£", "€"))

_ARTICLE = re.compile(r"(?<![\w'’-])([Aa]n?) ([\"“‘']?)\Z")
# Spelt with a vowel and spoken with a consonant, and the other way round.
_SPOKEN_WITH_CONSONANT = re.compile(r"(?:uni(?!n|m)|us[aeiu]|eu|ew|one\b|once\b|ubiq|ura|uk)")
_SPOKEN_WITH_VOWEL = re.compile(r"(?:hour|hono|heir|honest)")


def spelt(words: list[str]) -> str:
    """Put tokens together as they are printed: "line - up" is "line-up"."""
    text = words[0]
    for before, word in pairwise(words):
        glued = word in _NO_SPACE_BEFORE or before in _NO_SPACE_AFTER
        text += word if glued else f" {word}"
    return text


def in_the_manner_of(written: str, repair: str) -> str:
    """Give `repair` the capitals of `written`: none, the first, that of each word, or all."""
    if written.islower():
        return repair
    letters = [character for character in written if character.isalpha()]
    if not letters or not letters[0].isupper():
        return repair
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return repair.upper()
    words = written.split()
    if len(words) > 1 and all(word[0].isupper() for word in words if word[0].isalpha()):
        return " ".join(map(_capital, repair.split(" ")))
    return _capital(repair)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def article_before(text: str, start: int, repair: str) -> tuple[int, int, str] | None:
    """
    Return where "a" or "an" before `start` is wrong for `repair`, and the right one.

    Initials and figures are spoken in too many ways, and left alone.
    """
    found = _ARTICLE.search(text, max(start - 5, 0), start)
    first = re.match(r"[A-Za-z][a-z]+(?![A-Z])", repair)
    if not found or not first:
        return None
    right = "an" if is_spoken_with_vowel(first[0]) else "a"
    written = found[1]
    if written.lower() == right:
        return None
    return found.start(1), found.end(1), in_the_manner_of(written[0], right)


def is_spoken_with_vowel(word: str) -> bool:
    """True if "an" stands before the word."""
    word = word.lower()
    if _SPOKEN_WITH_VOWEL.match(word):
        return True
    return word[0] in "aeiou" and not _SPOKEN_WITH_CONSONANT.match(word)


def without_doubling(text: str, start: int, end: int, repair: str) -> str:
    """Leave out the first or last of several words of `repair` if the text has it there already."""
    words = repair.split(" ")
    if len(words) > 1 and re.match(rf" {re.escape(words[-1])}\b", text[end : end + 40]):
        words.pop()
    before = re.search(r"(\w+) \Z", text[max(start - 40, 0) : start])
    if len(words) > 1 and before and before[1].lower() == words[0].lower():
        words.pop(0)
    return " ".join(words)
