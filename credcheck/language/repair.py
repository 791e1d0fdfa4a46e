"""Write a repair the way the text writes: with its capitals, spaces and apostrophes."""

from __future__ import annotations

from itertools import pairwise

_NO_SPACE_BEFORE = frozenset(("'s", "-", ",", ".", "%", ")"))
_NO_SPACE_AFTER = frozenset(("-", "$", "(", "£", "€"))


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
