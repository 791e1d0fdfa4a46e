"""Where sentences begin: full stops before white space, and empty lines."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.words import CLOSER, SPACE, STOP, classes_of, codes_of, cut

if TYPE_CHECKING:
    from credcheck.align.words import Classes, Codes, Flags, Numbers, Places, Words

_NEWLINE = ord("\n")
_FULL_STOP = ord(".")
# From here on a stop needs no white space after it: Devanagari, Chinese.
_WIDE = 0x0900
_ELLIPSIS = 0x2026

# A full stop after one of these, or after a single letter, ends no sentence.
_ABBREVIATIONS = (
    "mr mrs ms dr st jr sr vs no inc gov sen rep gen prof lt col sgt capt rev hon fig al etc "
    "jan feb mar apr jun jul aug sep sept oct nov dec co corp ltd"
)

# A shorter sentence ("Yes.", "He said no.") says too little to be found again: it goes with the
# next one.
_MIN_WORDS = 3


def sentence_starts(codes: Codes, classes: Classes, words: Words) -> Places:
    """The number of the first word of each sentence of a text (`codes_of`, `classes_of`, `cut`)."""
    is_first = np.zeros(len(words) + 1, np.bool_)
    is_first[words.starts.searchsorted(_full_stops(codes, classes, words))] = True
    is_first[words.starts.searchsorted(_empty_lines(codes))] = True
    is_first[:1] = True
    return _long_enough(np.flatnonzero(is_first[:-1]), len(words))


def _full_stops(codes: Codes, classes: Classes, words: Words) -> Places:
    """Places of the marks that end a sentence."""
    places = np.flatnonzero(classes == STOP)
    after, beyond, marks = classes[places + 1], classes[places + 2], codes[places]
    ends = (after == SPACE) | ((after == CLOSER) & (beyond == SPACE))
    ends &= ~_goes_on(codes, places)
    ends |= (marks >= _WIDE) & (marks != _ELLIPSIS)
    ends[ends] = (marks[ends] != _FULL_STOP) | ~_are_abbreviations(places[ends], words)
    found: Places = places[ends]
    return found


def _goes_on(codes: Codes, places: Places) -> Flags:
    """Tell for each stop whether it stands before a bracket and a small letter: "(Mass.) is"."""
    following = codes[np.minimum(places + 3, len(codes) - 1)]
    is_small = (following >= ord("a")) & (following <= ord("z"))
    found: Flags = (codes[places + 1] == ord(")")) & is_small
    return found


def _are_abbreviations(places: Places, words: Words) -> Flags:
    """Tell for each full stop whether the word right before it is an abbreviation or an initial."""
    if not len(words):
        return np.zeros(len(places), np.bool_)
    before = np.maximum(words.starts.searchsorted(places) - 1, 0)
    ends, numbers = words.ends[before], words.numbers[before]
    known = _abbreviations()
    nearest = known.take(known.searchsorted(numbers), mode="clip")
    is_short = (ends - words.starts[before] == 1) | (nearest == numbers)
    found: Flags = (ends == places) & is_short
    return found


@lru_cache(maxsize=1)
def _abbreviations() -> Numbers:
    codes = codes_of(_ABBREVIATIONS)
    return np.sort(cut(codes, classes_of(codes)).numbers)


def _empty_lines(codes: Codes) -> Places:
    newlines = np.flatnonzero(codes == _NEWLINE)
    return newlines[1:][newlines[1:] - newlines[:-1] <= 2]


def _long_enough(first: Places, count: int) -> Places:
    """Drop starts that would leave the sentence before them with fewer than `_MIN_WORDS` words."""
    lengths = np.diff(first, append=count)
    if (lengths >= _MIN_WORDS).all():
        return first
    kept: list[int] = []
    for start in first.tolist():
        if not kept or start - kept[-1] >= _MIN_WORDS:
            kept.append(start)
    return np.array(kept, np.int64)
