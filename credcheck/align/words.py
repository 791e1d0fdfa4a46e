"""
Cut a text into folded words, many at a time.

A word is a run of letters and digits; a character of a script written without spaces is a word of
its own. Words are compared by number: a 32-bit hash of the lower-case characters, the same in
every run and process, and a second one of what a light stemmer leaves of the word, so that
"reports", "reported" and "reporting" meet. Two different words of one text share a number about
once in 10,000 texts, which no passage of several words notices.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.int64]
    Numbers = NDArray[np.uint32]
    Codes = NDArray[np.uint16]
    Classes = NDArray[np.uint8]
    Flags = NDArray[np.bool_]
    Wide = NDArray[np.uint64]

PLANE = 0x10000
_MARGIN = "\n\n\n"
_LETTERS = re.compile(r"[^\W_]+")

# Classes of characters, one bit each: a letter or digit; one that is a word by itself; a mark that
# may end a sentence; white space; a mark that may stand between a full stop and the space.
LETTER, ALONE, STOP, SPACE, CLOSER = 1, 2, 4, 8, 16
_WORD = LETTER | ALONE
_STOPS = ".!?…。।"
_CLOSERS = "\"')]”’»"

# Scripts written without spaces: Thai to Burmese, kana, Chinese, hangul stays with the letters.
_ALONE = ((0x0E00, 0x1100), (0x1780, 0x1800), (0x3040, 0x3100), (0x3400, 0xA000), (0xF900, 0xFB00))

# Any odd constants do; the second mixes what the first leaves in the low bits.
_BASE = 0x9E3779B97F4A7C15
_MIX = np.uint64(0xC2B2AE3D27D4EB4F)
_MODULUS = 1 << 64

# Endings that a stem loses, longest first, and how long a word must be to have one: "ring" is no
# form of "r", "bed" none of "b". A final e goes too if four letters are left with it.
_ENDINGS = (("ing", 6), ("ies", 5), ("ss", 99), ("ed", 5), ("es", 5), ("ly", 6), ("s", 4), ("y", 4))
_FINAL_E_MIN = 4


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Where the words of texts lie, in code points, their numbers and those of their stems."""

    starts: Places
    ends: Places
    numbers: Numbers
    stems: Numbers

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True, slots=True, eq=False)
class Characters:
    """
    Texts as rows of numbers, each followed by three line feeds: words and marks have neighbours.

    Of each character `codes` is the code point, `folded` that of its lower case, `classes` is
    LETTER, STOP, ... or 0. Those beyond the basic plane, which hold no words, become one. Text n
    begins at `starts[n]`.
    """

    codes: Codes
    folded: Codes
    classes: Classes
    starts: Places


def characters(*texts: str) -> Characters:
    """The characters of some texts, end to end."""
    codes = _codes(_MARGIN.join((*texts, "")))
    known = _character_table().take(codes.astype(np.intp))
    folded, classes = known.astype(np.uint16), (known >> np.uint32(16)).astype(np.uint8)
    sizes = np.array([len(text) + len(_MARGIN) for text in texts])
    return Characters(codes, folded, classes, np.cumsum(sizes) - sizes)


def _codes(text: str) -> Codes:
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    if len(codes) == len(text):
        return codes
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(wide, PLANE - 1).astype(np.uint16)


@lru_cache(maxsize=1)
def _character_table() -> NDArray[np.uint32]:
    """What each character of the basic plane folds to, and above 16 bits its class."""
    every = np.arange(PLANE, dtype=np.uint32).tobytes().decode("utf-32-le", "surrogatepass")
    lower = every.replace("İ", "i").lower()  # the one letter whose lower case is two characters
    classes = np.zeros(PLANE, np.uint8)
    classes[_codes("".join(_LETTERS.findall(every)))] = LETTER
    for start, end in _ALONE:
        classes[start:end] *= ALONE
    filled = np.zeros(PLANE, np.bool_)
    filled[_codes("".join(every.split()))] = True
    classes[~filled] = SPACE
    classes[list(map(ord, _STOPS))] = STOP
    classes[list(map(ord, _CLOSERS))] = CLOSER
    return classes.astype(np.uint32) << np.uint32(16) | _codes(lower).astype(np.uint32)


def cut(text: Characters) -> Words:
    """The words of all texts."""
    starts, ends = _edges(text.classes & np.uint8(_WORD))
    sums = _sums(text.folded)
    numbers = _hashes(sums, starts, ends)
    stem_ends = _stem_ends(text.folded, starts, ends)
    ended = (stem_ends != ends).nonzero()[0]
    stems = numbers.copy()
    stems[ended] = _hashes(sums, starts.take(ended), stem_ends.take(ended))
    return Words(starts, ends, numbers, stems)


def _edges(classes: Classes) -> tuple[Places, Places]:
    """Return the starts and ends of the words."""
    changes = np.empty(len(classes), np.bool_)
    changes[0] = classes[0] > 0
    here, before = classes[1:], classes[:-1]
    np.not_equal(here, before, out=changes[1:])
    if (classes == ALONE).any():
        changes[1:] |= (here == ALONE) & (before == ALONE)
        follows = np.append(classes[:1] * 0, before)
        return np.flatnonzero(changes & (classes > 0)), np.flatnonzero(changes & (follows > 0))
    starts, ends = changes.nonzero()[0].reshape(-1, 2).T.copy()
    return starts, ends


@lru_cache(maxsize=4)
def _powers(size: int) -> tuple[Wide, Wide]:
    """The base to the 0th, 1st, ... power, and the inverse of each, modulo 2**64."""
    rows = []
    for base in (_BASE, pow(_BASE, -1, _MODULUS)):
        row = np.full(size, base, np.uint64)
        row[:1] = 1
        rows.append(np.multiply.accumulate(row))
    return rows[0], rows[1]


def _power_size(characters: int) -> int:
    return 1 << max(16, characters.bit_length())


def _sums(folded: Codes) -> Wide:
    """Running sums of character times power of its place, from which any word's hash follows."""
    powers, _ = _powers(_power_size(len(folded)))
    terms = folded.astype(np.uint64)
    terms *= powers[: len(terms)]
    sums = np.empty(len(terms) + 1, np.uint64)
    sums[0] = 0
    np.cumsum(terms, out=sums[1:])
    return sums


def _hashes(sums: Wide, starts: Places, ends: Places) -> Numbers:
    """A hash of the characters from each start up to its end."""
    _, inverses = _powers(_power_size(len(sums) - 1))
    hashes = sums.take(ends)
    hashes -= sums.take(starts)
    hashes *= inverses.take(starts)
    hashes ^= hashes >> np.uint64(29)
    hashes *= _MIX
    hashes >>= np.uint64(32)
    return hashes.astype(np.uint32)


@lru_cache(maxsize=1)
def _endings() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """How many letters a word loses by its last three, and from which length on."""
    lost, shortest = np.zeros(1 << 15, np.uint8), np.full(1 << 15, 255, np.uint8)
    keys = np.arange(1 << 15)
    for ending, length in reversed(_ENDINGS):
        mask, key = (1 << 5 * len(ending)) - 1, 0
        for letter in ending:
            key = key << 5 | ord(letter) & 31
        lost[keys & mask == key], shortest[keys & mask == key] = len(ending), length
    return lost, shortest


def _stem_ends(folded: Codes, starts: Places, ends: Places) -> Places:
    """Where each word ends without its ending."""
    lost, shortest = _endings()
    # Five bits tell the letters a to z apart. Those of other alphabets may lose one more ending,
    # and then always do.
    letters = folded & np.uint16(31)
    threes = letters[:-2] << np.uint16(5)
    threes |= letters[1:-1]
    threes <<= np.uint16(5)
    threes |= letters[2:]
    # A word of two letters at the very start has no three: it is too short for any ending.
    keys = threes.take(ends - 3)
    lengths = ends - starts
    kept = lengths - lost.take(keys) * (lengths >= shortest.take(keys))
    found: Places = starts + kept
    has_final_e = folded.take(found - 1) == ord("e")
    found -= has_final_e & (kept >= _FINAL_E_MIN)
    return found
