"""
Cut a text into folded words, many at a time.

A word is a run of letters and digits; a character of a script written without spaces is a word of
its own. Words are compared by number: a 32-bit hash of the lower-case characters, the same in
every run and process, and a second one of what a light stemmer leaves of the word, so that
"reports", "reported" and "reporting" meet. Two different words of one text share a number about
once in 10,000 texts, which no passage of several words notices.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.int64]
    Numbers = NDArray[np.uint32]
    Codes = NDArray[np.uint32]
    Flags = NDArray[np.bool_]
    Wide = NDArray[np.uint64]

PLANE = 0x10000
OTHER, LETTER, ALONE = range(3)

# Scripts written without spaces: Thai to Burmese, kana, Chinese, hangul stays with the letters.
_ALONE = ((0x0E00, 0x1100), (0x1780, 0x1800), (0x3040, 0x3100), (0x3400, 0xA000), (0xF900, 0xFB00))

# Any odd constants do; the second mixes what the first leaves in the low bits.
_BASE = 0x9E3779B97F4A7C15
_MIX = np.uint64(0xC2B2AE3D27D4EB4F)
_MODULUS = 1 << 64

# A shorter word keeps its ending: "ring" is no form of "r", "bed" none of "b".
_ING_MIN, _ED_MIN, _S_MIN, _STEM_MIN = 6, 5, 4, 4


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Where the words of a text lie, in code points, their numbers and those of their stems."""

    starts: Places
    ends: Places
    numbers: Numbers
    stems: Numbers

    def __len__(self) -> int:
        return len(self.starts)


def codes_of(text: str) -> Codes:
    """The code points of a text; those beyond the basic plane, which hold no words, as one."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if len(codes) and int(codes.max()) >= PLANE:
        codes = np.minimum(codes, PLANE - 1)
    return codes


@lru_cache(maxsize=1)
def character_table() -> tuple[NDArray[np.uint16], NDArray[np.uint8]]:
    """What each character of the basic plane folds to, and its class: OTHER, LETTER, ALONE."""
    every = "".join(map(chr, range(PLANE)))
    lower = every.replace("İ", "i").lower()  # the one letter whose lower case is two characters
    folded = np.frombuffer(lower.encode("utf-16-le", "surrogatepass"), np.uint16)
    classes = np.fromiter(map(str.isalnum, every), np.uint8, PLANE)
    for start, end in _ALONE:
        classes[start:end] *= ALONE
    return folded, classes


def cut(codes: Codes) -> Words:
    """The words of a text given as code points (`codes_of`)."""
    folds, classes = character_table()
    folded = folds.take(codes)
    starts, ends = _edges(classes.take(codes))
    sums = _sums(folded)
    stem_ends = _stem_ends(folded, starts, ends)
    return Words(starts, ends, _hashes(sums, starts, ends), _hashes(sums, starts, stem_ends))


def _edges(classes: NDArray[np.uint8]) -> tuple[Places, Places]:
    """Return the starts and ends of the words."""
    padded = np.zeros(len(classes) + 2, np.uint8)
    padded[1:-1] = classes
    here, before = padded[1:], padded[:-1]
    changes = here != before
    if (classes == ALONE).any():
        changes |= (here == ALONE) & (before == ALONE)
    starts = np.flatnonzero(changes & (here != OTHER))
    ends = np.flatnonzero(changes & (before != OTHER))
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


def _sums(folded: NDArray[np.uint16]) -> Wide:
    """Running sums of character times power of its place, from which any word's hash follows."""
    powers, _ = _powers(_power_size(len(folded)))
    terms = folded.astype(np.uint64)
    terms *= powers[: len(terms)]
    sums = np.zeros(len(terms) + 1, np.uint64)
    np.cumsum(terms, out=sums[1:])
    return sums


def _hashes(sums: Wide, starts: Places, ends: Places) -> Numbers:
    _, inverses = _powers(_power_size(len(sums) - 1))
    hashes = sums.take(ends)
    hashes -= sums.take(starts)
    hashes *= inverses.take(starts)
    hashes ^= hashes >> np.uint64(29)
    hashes *= _MIX
    hashes >>= np.uint64(32)
    return hashes.astype(np.uint32)


def _stem_ends(folded: NDArray[np.uint16], starts: Places, ends: Places) -> Places:
    """Where each word ends without -ing, -ed, -es, -ies, -ly, -s, -y and a final e."""
    lengths = ends - starts
    last, second, third = (folded.take(ends - k, mode="clip") for k in (1, 2, 3))
    e, s = second == ord("e"), last == ord("s")
    ies = s & e & (third == ord("i")) & (lengths >= _ED_MIN)
    es = s & e & ~ies & (lengths >= _ED_MIN)
    y = last == ord("y")
    ly = y & (second == ord("l")) & (lengths >= _ING_MIN)
    ing = (last == ord("g")) & (second == ord("n")) & (third == ord("i")) & (lengths >= _ING_MIN)
    ed = (last == ord("d")) & e & (lengths >= _ED_MIN)
    cut_off = 3 * (ing | ies) + 2 * (ed | es | ly)
    one = (s & (second != ord("s")) & ~es & ~ies) | (y & ~ly)
    cut_off += one & (lengths >= _S_MIN)
    stem_ends = ends - cut_off
    has_final_e = folded.take(stem_ends - 1, mode="clip") == ord("e")
    stem_ends = stem_ends - (has_final_e & (stem_ends - starts >= _STEM_MIN))
    return np.asarray(stem_ends, np.int64)
