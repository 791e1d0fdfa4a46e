"""
Find a figure whose decimals were turned into a word: "$208.four billion".

## Why it matters
A program that replaces words by synonyms reads the 4 of "208.4" as a word of its own and writes
"four". The figure is then wrong for every reader and every search.

## When it is wrong
No case is known: in 13 million words of clean prose a digit, a point and a number word never stand
together without a space. A sentence that ends in a figure and lost its space ("in 2019.Four men")
starts with a capital and a longer sentence; four-digit years before a capital are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.types import Edit, Match, Prose, Rule, Span

DIGITS = {
    word: str(value)
    for value, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    )
}
FIGURE = re.compile(rf"\d[\d,]{{0,14}}\.(?P<word>{'|'.join(DIGITS)})\b", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d\.[A-Z]")


def find(prose: Prose) -> Iterator[Match]:
    """Yield every figure with a number word after the point, repaired to digits."""
    for found in FIGURE.finditer(prose.text):
        if YEAR.match(found[0]):
            continue
        span = Span(*found.span())
        digit = DIGITS[found["word"].lower()]
        repaired = found[0][: -len(found["word"])] + digit
        yield Match(span, (found[0], repaired), (Edit(span, repaired),), score=0.99)


RULE = Rule(
    code="SPN107",
    name="number-word-in-figure",
    severity="warning",
    message="'{0}' has a word in the place of a digit; likely '{1}'",
    find=find,
    bad=(
        "The fund manages $[[208.four]] billion.",
        "Support held at the [[61.Eight]] retracement level.",
        "Growth slowed to [[2.seven]] per cent.",
    ),
    good=(
        "He was elected in 2019.Four years later he lost.",
        "Section 2. One member abstained.",
        "The bill came to 208.4 million.",
        "Version 2.0 is out.",
    ),
)
