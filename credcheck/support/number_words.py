"""Words for numbers, units and currencies, and what they are worth."""

from __future__ import annotations

import re

from credcheck.lexicons import rows


def _numbers(kind: str) -> dict[str, float]:
    return {word: float(value) for found, word, value in rows("number_words") if found == kind}


SMALL = _numbers("small")
SCALES = _numbers("scale")
ORDINALS = _numbers("ordinal")
# Word to kind and factor to the unit of the kind.
UNITS = {
    word: (kind, float(factor))
    for kind, factor, words in rows("units")
    if kind != "currency"
    for word in words.split()
}
CURRENCIES = {
    word: sign
    for kind, sign, words in rows("units")
    if kind == "currency"
    for word in words.split()
}
_LETTERS = re.compile(r"[a-z]+")


def spelled(words: str) -> float:
    """
    The value of a number in words.

    >>> spelled("three hundred and forty-two")
    342.0
    """
    total = current = 0.0
    for word in _LETTERS.findall(words.lower()):
        if word in SMALL:
            current += SMALL[word]
        elif word == "hundred":
            current = max(current, 1.0) * 100
        elif word == "half":
            current += 0.5
        elif word in SCALES and len(word) > 1:
            total += max(current, 1.0) * SCALES[word]
            current = 0.0
    return total + current
