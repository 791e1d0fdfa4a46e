"""
Cut a text into words, numbers and signs, with exact code-point offsets, many at a time.

The rules, in the order in which they bind:

* letters form words; an apostrophe between two letters belongs to the word ("don't"), except before
  a final s, which is a token of its own ("Ali's" is "Ali" + "'s");
* ASCII digits form numbers, with single commas and full stops between digits ("1,000.5");
* a line feed ends a paragraph; several in a row count once;
* any other character that is not white space stands alone.

No Python object is made per token: characters are classified by table, and words are told apart
by a polynomial hash of their folded characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.characters import (
    APOSTROPHE,
    DIGIT,
    LETTER,
    PLANE,
    SEPARATOR,
    SPACE,
)
from credcheck.language.static_function import mix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Codes = NDArray[np.uint16]
    Flags = NDArray[np.bool_]
    Places = NDArray[np.int64]
    Hashes = NDArray[np.uint64]

# Any odd constant does; the hash is mixed afterwards.
_BASE = 0x9E3779B97F4A7C15
_MODULUS = 1 << 64
_S = ord("s")

# Characters in one pass: the temporary arrays then stay within a processor's cache.
BLOCK_CHARACTERS = 1 << 16


@dataclass(frozen=True, slots=True, eq=False)
class Cuts:
    """Where the tokens of a text lie (code points), their classes, capitals, and word hashes."""

    starts: Places
    ends: Places
    classes: Codes
    are_capital: Flags  # The first character was folded: an upper-case letter, for a word.
    hashes: Hashes


def word_hash(word: str) -> int:
    """Return the hash of a folded word, as `cut` computes it, before mixing."""
    total = 0
    for place, character in enumerate(word):
        total += (ord(character) + 1) * pow(_BASE, place, _MODULUS)
    return total % _MODULUS


@lru_cache(maxsize=1)
def _powers() -> tuple[Hashes, Hashes]:
    """The base to the 0th, 1st, ... power, and the inverse of each, modulo 2**64."""
    return _powers_of(_BASE), _powers_of(pow(_BASE, -1, _MODULUS))


def _powers_of(base: int) -> Hashes:
    powers = np.ones(BLOCK_CHARACTERS, np.uint64)
    done = 1
    while done < BLOCK_CHARACTERS:
        step = np.uint64(pow(base, done, _MODULUS))
        powers[done : 2 * done] = powers[:done] * step
        done *= 2
    return powers


def cut(text: str, characters: Codes, block_characters: int = BLOCK_CHARACTERS) -> Cuts:
    """
    Cut `text` into tokens.

    `characters` is the table of `credcheck.language.characters`. Text is worked off in blocks of at
    most `block_characters` that end at white space wherever there is any.
    """
    pieces = [
        _cut_block(text[start:end], start, characters)
        for start, end in _blocks(text, min(block_characters, BLOCK_CHARACTERS))
    ]
    if len(pieces) == 1:
        return pieces[0]
    return Cuts(
        np.concatenate([piece.starts for piece in pieces]),
        np.concatenate([piece.ends for piece in pieces]),
        np.concatenate([piece.classes for piece in pieces]),
        np.concatenate([piece.are_capital for piece in pieces]),
        np.concatenate([piece.hashes for piece in pieces]),
    )


def _blocks(text: str, size: int) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > size:
        end = _last_space(text, start, start + size)
        yield start, end
        start = end
    yield start, len(text)


def _last_space(text: str, start: int, end: int) -> int:
    """The place after the last white space of text[start:end], or `end` if there is none."""
    for place in range(end - 1, start, -1):
        if text[place].isspace():
            return place + 1
    return end


def _cut_block(text: str, offset: int, characters: Codes) -> Cuts:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if len(codes) and int(codes.max()) >= PLANE:
        # Emoji and rare scripts: one class, and no word of the model holds one.
        codes = np.minimum(codes, PLANE - 1)
    folded, raw_classes = characters[0].take(codes), characters[1].take(codes)
    classes, suffixes = _join(folded, raw_classes)
    starts, ends = _edges(classes, suffixes)
    kinds = raw_classes.take(starts)
    are_capital = folded.take(starts) != codes.take(starts)
    hashes = _hashes(folded, starts, ends)
    return Cuts(starts + offset, ends + offset, kinds, are_capital, hashes)


def _join(folded: Codes, raw_classes: Codes) -> tuple[Codes, Places]:
    """Give joining apostrophes and separators the class of their neighbours; find each final 's."""
    classes = raw_classes.copy()
    last = len(classes) - 1
    marks = np.flatnonzero(raw_classes == APOSTROPHE)
    marks = marks[marks < last]
    marks = marks[raw_classes[marks + 1] == LETTER]
    beyond = np.minimum(marks + 2, last)
    goes_on = (raw_classes[beyond] == LETTER) & (beyond == marks + 2)
    is_suffix = (folded[marks + 1] == _S) & ~goes_on
    inner = marks[~is_suffix & (marks > 0)]
    # A table instead of np.isin, which loads numpy.ma. No mark is the last character, so that a
    # place before the first, which means the last, is none either.
    begins_suffix = np.zeros(len(classes), np.bool_)
    begins_suffix[marks[is_suffix]] = True
    inner = inner[~begins_suffix[inner - 2]]
    classes[inner[raw_classes[inner - 1] == LETTER]] = LETTER
    marks_in_numbers = np.flatnonzero(raw_classes == SEPARATOR)
    marks_in_numbers = marks_in_numbers[(marks_in_numbers > 0) & (marks_in_numbers < last)]
    around = (raw_classes[marks_in_numbers - 1] == DIGIT) & (
        raw_classes[marks_in_numbers + 1] == DIGIT
    )
    classes[marks_in_numbers[around]] = DIGIT
    return classes, marks[is_suffix]


def _edges(classes: Codes, suffixes: Places) -> tuple[Places, Places]:
    """Return the starts and ends of the tokens."""
    filled = classes != SPACE
    runs = (classes == LETTER) | (classes == DIGIT)
    begins = filled.copy()
    begins[1:] &= ~(runs[1:] & (classes[1:] == classes[:-1]))
    begins[suffixes] = True
    begins[suffixes + 1] = False
    starts = np.flatnonzero(begins)
    # A token ends where the next one begins, or at white space; a start counts itself as a stop.
    stops = begins | ~filled
    following = np.cumsum(stops)[starts]
    ends = np.append(np.flatnonzero(stops), len(classes))[following]
    return starts, ends


def _hashes(folded: Codes, starts: Places, ends: Places) -> Hashes:
    powers, inverses = _powers()
    terms = folded.astype(np.uint64)
    terms += np.uint64(1)
    terms *= powers[: len(terms)]
    sums = np.zeros(len(terms) + 1, np.uint64)
    np.cumsum(terms, out=sums[1:])
    hashes = sums[ends]
    hashes -= sums[starts]
    hashes *= inverses[starts]
    return mix(hashes)
