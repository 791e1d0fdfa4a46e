"""
Find words that lost the spaces between them, and part them.

## Why it matters
A glued run is one unknown word to every search, and cannot be read.

## When it is wrong
Compounds, names, hashtags and addresses are written together on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from credcheck.types import Edit, Fixer, Span

_RUN = re.compile(r"(?<![\w'’\-.@#/])[A-Za-z]{14,400}(?![\w'’\-@/])")
_LONGEST_WORD = 20


def edits(text: str) -> Iterator[Edit]:
    """Edits that put the spaces back."""
    for match in _RUN.finditer(text):
        for place in _seams(match.group()):
            at = match.start() + place
            yield Edit(Span(at, at), " ")


def _seams(run: str) -> tuple[int, ...]:
    from credcheck.language.words import is_known, word_log_probability

    if is_known(run):
        return ()
    lower = run.lower()
    best = [0.0] + [-inf] * len(lower)
    back = [0] * (len(lower) + 1)
    for end in range(1, len(lower) + 1):
        for start in range(max(0, end - _LONGEST_WORD), end):
            score = best[start] + word_log_probability(lower[start:end])
            if score > best[end]:
                best[end], back[end] = score, start
    seams: list[int] = []
    place = back[len(lower)]
    while place:
        seams.append(place)
        place = back[place]
    return tuple(reversed(seams)) if len(seams) >= 2 and best[-1] / len(lower) > -0.75 else ()


FIXER = Fixer(
    code="BRK301",
    name="glued-words",
    severity="error",
    message="words glued together: '{0}' is '{1}'",
    edits=edits,
    mends=(),
    untouched=("The snowpeople of #MakeItHappen.",),
    languages=("en",),
)
