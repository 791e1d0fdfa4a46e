"""Where sentences begin: full stops before white space, and empty lines."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.words import codes_of, cut

if TYPE_CHECKING:
    from credcheck.align.words import Codes, Flags, Numbers, Places, Words

_STOPS = (ord("."), ord("!"), ord("?"), 0x2026, 0x3002, 0x0964)
_CLOSERS = tuple(map(ord, "\"')]”’»"))
_NEWLINE = ord("\n")
_SPACES = (_NEWLINE, ord(" "), ord("\t"), ord("\r"), 0xA0)

# A full stop after one of these, or after a single letter, ends no sentence.
_ABBREVIATIONS = (
    "mr mrs ms dr st jr sr vs no inc gov sen rep gen prof lt col sgt capt rev hon fig al etc "
    "jan feb mar apr jun jul aug sep sept oct nov dec co corp ltd"
)

# A shorter sentence ("Yes.", "He said no.") says too little to be found again: it goes with the
# next one.
_MIN_WORDS = 3


def sentence_starts(codes: Codes, words: Words) -> Places:
    """The number of the first word of each sentence of a text."""
    if not len(words):
        return np.zeros(0, np.int64)
    ends = _full_stops(codes, words)
    breaks = np.concatenate([ends, _empty_lines(codes)])
    first = np.unique(np.searchsorted(words.starts, breaks))
    return _long_enough(first[(first > 0) & (first < len(words))], len(words))


def _full_stops(codes: Codes, words: Words) -> Places:
    """Places of the marks that end a sentence."""
    places = np.flatnonzero(_is_one_of(codes, _STOPS))
    padded = np.concatenate([codes, np.full(3, _NEWLINE, np.uint32)])
    after, beyond = padded[places + 1], padded[places + 2]
    closed = _is_one_of(after, _CLOSERS) & _is_one_of(beyond, _SPACES)
    is_wide = codes[places] >= 0x0900  # the stops of scripts that need no space after them
    places = places[_is_one_of(after, _SPACES) | closed | (is_wide & (codes[places] != 0x2026))]
    is_point = codes[places] == ord(".")
    found: Places = places[~(is_point & _are_abbreviations(places, words))]
    return found


def _is_one_of(codes: Codes, wanted: tuple[int, ...]) -> Flags:
    found: Flags = codes == wanted[0]
    for code in wanted[1:]:
        found |= codes == code
    return found


def _are_abbreviations(places: Places, words: Words) -> Flags:
    """Tell for each full stop whether the word right before it is an abbreviation or an initial."""
    before = np.maximum(np.searchsorted(words.starts, places) - 1, 0)
    is_adjacent = words.ends[before] == places
    is_initial = words.ends[before] - words.starts[before] == 1
    is_listed = np.isin(words.numbers[before], _abbreviations())
    found: Flags = is_adjacent & (is_initial | is_listed)
    return found


@lru_cache(maxsize=1)
def _abbreviations() -> Numbers:
    return cut(codes_of(_ABBREVIATIONS)).numbers


def _empty_lines(codes: Codes) -> Places:
    newlines = np.flatnonzero(codes == _NEWLINE)
    return newlines[1:][np.diff(newlines) <= 2]


def _long_enough(first: Places, count: int) -> Places:
    """Drop starts that would leave the sentence before them with fewer than `_MIN_WORDS` words."""
    lengths = np.diff(first, prepend=0, append=count)
    if (lengths >= _MIN_WORDS).all():
        return np.concatenate([np.zeros(1, np.int64), first])
    kept = [0]
    for start in first.tolist():
        if start - kept[-1] >= _MIN_WORDS:
            kept.append(start)
    return np.array(kept, np.int64)
