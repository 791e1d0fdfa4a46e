"""Where sentences begin: full stops before white space, and empty lines."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.words import CLOSER, SPACE, STOP, characters, cut

if TYPE_CHECKING:
    from credcheck.align.words import Characters, Codes, Flags, Numbers, Places, Words

_NEWLINE = ord("\n")
_FULL_STOP = ord(".")
# From here on a stop needs no white space after it: Devanagari, Chinese.
_WIDE = 0x0900
_ELLIPSIS = 0x2026

_NEXT_TWO = np.array([[1], [2]])

# A full stop after one of these, or after a single letter, ends no sentence.
_ABBREVIATIONS = (
    "mr mrs ms dr st jr sr vs no inc gov sen rep gen prof lt col sgt capt rev hon fig al etc "
    "jan feb mar apr jun jul aug sep sept oct nov dec co corp ltd"
)

# A shorter sentence ("Yes.", "He said no.") says too little to be found again: it goes with the
# next one.
_MIN_WORDS = 3


def sentence_starts(text: Characters, words: Words) -> Places:
    """The number of the first word of each sentence of all texts."""
    if not len(words):
        return words.starts
    # One place more than words: the last texts may have none.
    is_first = np.zeros(len(words) + 1, np.bool_)
    is_first[_after_full_stops(text, words)] = True
    is_first[words.starts.searchsorted(_empty_lines(text.codes))] = True
    texts = words.starts.searchsorted(text.starts)
    is_first[texts] = True
    return _long_enough(is_first[:-1].nonzero()[0], texts)


def _after_full_stops(text: Characters, words: Words) -> Places:
    """The numbers of the words after the marks that end a sentence."""
    places = (text.classes == STOP).nonzero()[0]
    after, beyond = text.classes.take(places + _NEXT_TWO)
    marks = text.codes.take(places)
    is_closed = after == SPACE
    # Few stops stand before another mark, so that only these are looked at.
    closers = ((after == CLOSER) & (beyond == SPACE)).nonzero()[0]
    if len(closers):
        is_closed[closers] = ~_goes_on(text.codes, places.take(closers))
    if marks.max(initial=0) >= _WIDE:
        is_closed |= (marks >= _WIDE) & (marks != _ELLIPSIS)
    ends = is_closed.nonzero()[0]
    places, marks = places.take(ends), marks.take(ends)
    following = words.starts.searchsorted(places)
    is_kept = (marks != _FULL_STOP) | ~_are_abbreviations(places, following, words)
    found: Places = following[is_kept]
    return found


def _goes_on(codes: Codes, places: Places) -> Flags:
    """Tell for each stop whether it stands before a bracket and a small letter: "(Mass.) is"."""
    following = codes.take(places + 3)
    found: Flags = (codes.take(places + 1) == ord(")")) & (following >= ord("a"))
    found &= following <= ord("z")
    return found


def _are_abbreviations(places: Places, following: Places, words: Words) -> Flags:
    """Tell for each full stop whether the word right before it is an abbreviation or an initial."""
    before = np.maximum(following - 1, 0)
    ends, numbers = words.ends.take(before), words.numbers.take(before)
    known = _abbreviations()
    nearest = known.take(known.searchsorted(numbers), mode="clip")
    is_short = (ends - words.starts.take(before) == 1) | (nearest == numbers)
    found: Flags = (ends == places) & is_short
    return found


@lru_cache(maxsize=1)
def _abbreviations() -> Numbers:
    return np.sort(cut(characters(_ABBREVIATIONS)).numbers)


def _empty_lines(codes: Codes) -> Places:
    newlines: Places = (codes == _NEWLINE).nonzero()[0]
    return newlines[1:][newlines[1:] - newlines[:-1] <= 2]


def _long_enough(first: Places, texts: Places) -> Places:
    """
    Drop starts that would leave the sentence before them with fewer than `_MIN_WORDS` words.

    `texts` are the first words of the texts, which begin a sentence in any case.
    """
    is_short = first[1:] - first[:-1] < _MIN_WORDS
    later = texts[(texts > 0) & (texts <= first[-1])]
    is_short[first.searchsorted(later) - 1] = False
    dropped: list[int] = []
    start = 0
    for place in (is_short.nonzero()[0] + 1).tolist():
        if not dropped or dropped[-1] < place - 1:
            start = first[place - 1]
        if first[place] - start < _MIN_WORDS:
            dropped.append(place)
    return np.delete(first, dropped) if dropped else first
