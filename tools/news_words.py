"""
Turn collections of articles into one array of word numbers, and count phrases in it.

Words are lower-case; numbers above twenty become "<num>", years "<year>", as in the n-gram model.
Number 0 stands between two paragraphs.
"""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"\d[\d,.]*\d|\d|'s\b|[a-zà-ÿ]+(?:'(?!s\b)[a-z]+)*|[.!?;:]")
KEPT_NUMBERS = frozenset([*map(str, range(21)), *(str(n) for n in range(30, 101, 10)), "1000"])
CAPITAL = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿA-ZÀ-Þ]*")
NAME_SHARE = 0.6  # of ordinary words, sentence beginnings and headlines make up less
LONGEST_PHRASE = 5  # the package looks up keys of at most five words
_FACTOR = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """
    Word numbers of all texts in order, the words by number (number 0 has none), how often each
    occurs, and which are names: written with a capital in most places.
    """

    ids: NDArray[np.int32]
    words: list[str]
    counts: dict[str, int]
    names: frozenset[str]


def split(text: str) -> list[str]:
    """The words of one paragraph."""
    return [number_class(word) for word in WORD.findall(text.lower().replace("’", "'"))]


def number_class(word: str) -> str:
    """The word itself, or the class that stands for a number."""
    digits = word.replace(",", "")
    if not word[0].isdigit() or digits in KEPT_NUMBERS:
        return digits if word[0].isdigit() else word
    is_year = len(word) == 4 and digits.isdigit() and 1900 <= int(digits) <= 2040
    return "<year>" if is_year else "<num>"


def articles(paths: Iterable[Path]) -> Iterator[list[str]]:
    """The words of each article."""
    return (split(text) for text in texts(paths))


def texts(paths: Iterable[Path]) -> Iterator[str]:
    """The articles of JSON-lines files (xz, field "text")."""
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]


def read(paths: list[Path]) -> Corpus:
    """Number the words of all articles, the most frequent word first."""
    numbers: dict[str, int] = {}
    parts: list[NDArray[np.int32]] = []
    capitals: Counter[str] = Counter()
    for text in texts(paths):
        capitals.update(CAPITAL.findall(text))
        for paragraph in text.split("\n"):
            if words := split(paragraph):
                numbered = [numbers.setdefault(word, len(numbers) + 1) for word in words]
                parts.append(np.array([*numbered, 0], np.int32))
    return by_frequency(np.concatenate(parts), list(numbers), capitals)


def by_frequency(flat: NDArray[np.int32], words: list[str], capitals: Counter[str]) -> Corpus:
    """Renumber words given in order of appearance by falling frequency, ties by spelling."""
    counts = np.bincount(flat, minlength=len(words) + 1)
    order = sorted(range(1, len(words) + 1), key=lambda n: (-counts[n], words[n - 1]))
    renumber = np.zeros(len(words) + 1, np.int32)
    renumber[order] = np.arange(1, len(words) + 1)
    ranked = [words[n - 1] for n in order]
    counted = {word: int(counts[n]) for word, n in zip(ranked, order, strict=True)}
    capital = Counter[str]()
    for word, number in capitals.items():
        capital[word.lower()] += number
    names = frozenset(w for w, n in counted.items() if capital[w] > NAME_SHARE * n)
    return Corpus(renumber[flat], ["", *ranked], counted, names)


def occurrences(corpus: Corpus, phrases: Iterable[str]) -> dict[str, NDArray[np.int64]]:
    """The places at which each phrase of two to five words begins; absent phrases are left out."""
    numbers = {word: n for n, word in enumerate(corpus.words)}
    by_length: dict[int, dict[str, list[int]]] = {}
    for phrase in sorted(set(phrases)):
        ids = [numbers.get(word, -1) for word in split(phrase.replace("-", " "))]
        if 2 <= len(ids) <= LONGEST_PHRASE and -1 not in ids:
            by_length.setdefault(len(ids), {})[phrase] = ids
    found: dict[str, NDArray[np.int64]] = {}
    for length, table in by_length.items():
        found.update(_places(corpus.ids, table, length))
    return found


def _places(
    ids: NDArray[np.int32], table: dict[str, list[int]], length: int
) -> Iterator[tuple[str, NDArray[np.int64]]]:
    hashes = _hashes(ids, length)
    wanted = _hashes_of_rows(np.array(list(table.values()), np.int64))
    keys, first = np.unique(wanted, return_index=True)
    slots = np.minimum(np.searchsorted(keys, hashes), len(keys) - 1)
    places = np.flatnonzero(keys[slots] == hashes)
    order = np.argsort(slots[places], kind="stable")
    places, slots = places[order], slots[places][order]
    bounds = np.searchsorted(slots, np.arange(len(keys) + 1))
    names = list(table)
    for slot in range(len(keys)):
        if bounds[slot] < bounds[slot + 1]:
            yield names[first[slot]], places[bounds[slot] : bounds[slot + 1]]


def _hashes(ids: NDArray[np.int32], length: int) -> NDArray[np.uint64]:
    total = np.zeros(max(len(ids) - length + 1, 0), np.uint64)
    for shift in range(length):
        total = total * _FACTOR + ids[shift : shift + len(total)].astype(np.uint64) + np.uint64(1)
    return total


def _hashes_of_rows(rows: NDArray[np.int64]) -> NDArray[np.uint64]:
    total = np.zeros(len(rows), np.uint64)
    for column in rows.T:
        total = total * _FACTOR + column.astype(np.uint64) + np.uint64(1)
    return total
