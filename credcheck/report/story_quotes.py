"""Quotations of one utterance, cut down to where their words differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from credcheck.support.wording import plain_words

# Words shown on either side of one that differs, and the gap that is not worth cutting out.
AROUND, LEAST_GAP = 2, 2
# Longer stretches that only one side has are left out of the other, not reworded.
MOST_MISSING = 3
_WORD = re.compile(r"\S+")


def differing(quotations: Sequence[str]) -> list[str]:
    """
    Each quotation with the words in [ ] that another one has otherwise, the rest cut out.

    One that differs in nothing from the others, or is only shorter, comes back as it is.
    """
    return [_cut_down(n, quotations) for n in range(len(quotations))]


def _cut_down(number: int, quotations: Sequence[str]) -> str:
    words = _WORD.findall(quotations[number])
    marked: set[int] = set()
    for other, rival in enumerate(quotations):
        if other != number:
            marked.update(_changed(words, _WORD.findall(rival)))
    return " ".join(_shown(words, marked)) if marked else quotations[number]


def _changed(words: Sequence[str], rival: Sequence[str]) -> Iterator[int]:
    """Places of the words that stand in the place of others."""
    ours, theirs = [[plain_words(word) for word in side] for side in (words, rival)]
    for step in Levenshtein.opcodes(ours, theirs):
        here = range(step.src_start, step.src_end)
        if step.tag == "replace" or (step.tag == "delete" and len(here) <= MOST_MISSING):
            is_edge = step.tag == "delete" and (here.start == 0 or here.stop == len(words))
            yield from () if is_edge else here


def _shown(words: Sequence[str], marked: set[int]) -> Iterator[str]:
    """The marked words with those around them."""
    last = -1
    for place, word in enumerate(words):
        if not any(abs(place - mark) <= AROUND for mark in marked):
            continue
        if place - last > LEAST_GAP:
            yield "…"
        else:
            yield from words[last + 1 : place]
        yield _bracketed(word) if place in marked else word
        last = place
    if len(words) - 1 - last > 0:
        yield "…"


def _bracketed(word: str) -> str:
    """A word in brackets, its punctuation outside of them."""
    bare = word.rstrip(".,;:!?")
    return f"[{bare}]{word[len(bare) :]}"
