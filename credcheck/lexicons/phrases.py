"""
Lists of spun phrases and what they stand for, the package's own and the user's.

Two forms are read. TSV: `spun<TAB>intended|other<TAB>...`, comments after `#`; a comment
`# name: ...` or `# version: ...` names the list. JSON as lists of tortured phrases are passed
round: an object {"spun": "intended"}, or a list of objects with one key for either side, alone or
under "phrases" beside "name" and "version".
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from credcheck.lexicons import FOLDER

SPUN_KEYS = ("spun", "tortured", "tortured_phrase", "phrase", "fingerprint", "query", "pattern")
INTENDED_KEYS = (
    *("intended", "expected", "expected_phrase", "expected_term", "established"),
    *("correct", "correct_phrase", "original", "meaning"),
)
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[$%£€]")
HEAD = re.compile(r"#\s*(name|version)\s*:\s*(\S.*)")


class LexiconError(ValueError):
    """A lexicon file that cannot be read; the message is one line and names file and place."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase as spun, folded into words, and what it stands for, likeliest first."""

    words: tuple[str, ...]
    intended: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A list of phrases with its name, its version, and the first 12 digits of its SHA-256."""

    name: str
    version: str
    digest: str
    entries: tuple[Entry, ...]


def fold(phrase: str) -> tuple[str, ...]:
    """The words of a phrase in lower case, with straight apostrophes."""
    return tuple(word.replace("’", "'").lower() for word in WORD.findall(phrase))


@cache
def load(path: str) -> Lexicon:
    """
    Read a lexicon file.

    Raises:
        LexiconError: the file cannot be read, or a row has no two sides.
    """
    try:
        data = Path(path).read_bytes()
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise LexiconError(f"{path}: lexicon cannot be read: {reason}") from error
    digest = hashlib.sha256(data).hexdigest()[:12]
    named, pairs = _of_json(path, text) if path.endswith(".json") else _of_tsv(path, text)
    name = named.get("name") or Path(path).stem
    return Lexicon(name, named.get("version", ""), digest, tuple(_entries(pairs)))


@cache
def shipped(name: str) -> Lexicon:
    """A lexicon of the package, by the name of its file without the ending."""
    return load(str(FOLDER / f"{name}.tsv"))


@cache
def openings(lexicon: Lexicon) -> Mapping[str, tuple[Entry, ...]]:
    """The entries by their first word, the longest first."""
    index: dict[str, list[Entry]] = {}
    for entry in lexicon.entries:
        index.setdefault(entry.words[0], []).append(entry)
    longest_first = {w: sorted(e, key=lambda x: (-len(x.words), x.words)) for w, e in index.items()}
    return {word: tuple(entries) for word, entries in longest_first.items()}


def search(lexicon: Lexicon, text: str) -> Iterator[tuple[int, int, Entry]]:
    """
    Yield start, end and entry of every phrase of the lexicon in `text`.

    Words may stand apart by spaces and line ends only, so that no match runs over punctuation.
    """
    index = openings(lexicon)
    words = [word.replace("’", "'").lower() for word in WORD.findall(text)]
    found = [
        (place, entry)
        for place, word in enumerate(words)
        for entry in index.get(word, ())
        if tuple(words[place : place + len(entry.words)]) == entry.words
    ]
    # Where the words stand is asked only if a phrase was found, which is seldom.
    spans = [match.span() for match in WORD.finditer(text)] if found else []
    position = 0
    for place, entry in found:
        piece = spans[place : place + len(entry.words)]
        if piece[0][0] >= position and _is_joined(text, piece):
            position = piece[-1][1]
            yield piece[0][0], position, entry


def _is_joined(text: str, piece: list[tuple[int, int]]) -> bool:
    gaps = pairwise(piece)
    return all(text[left[1] : right[0]].strip(" \u00a0-\n\r\t") == "" for left, right in gaps)


def _entries(pairs: Iterable[tuple[str, str]]) -> Iterator[Entry]:
    for spun, intended in pairs:
        words = fold(spun)
        wordings = tuple(part.strip() for part in intended.split("|") if part.strip())
        if words and wordings:
            yield Entry(words, wordings)


def _of_tsv(path: str, text: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    named: dict[str, str] = {}
    pairs: list[tuple[str, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            if head := HEAD.match(line):
                named[head[1]] = head[2].strip()
            continue
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) < 2 or not cells[0].strip() or not cells[1].strip():
            raise LexiconError(f"{path}:{number}: expected 'spun<TAB>intended'")
        pairs.append((cells[0], cells[1]))
    return named, pairs[1:] if pairs and pairs[0][0].strip().lower() == "spun" else pairs


def _of_json(path: str, text: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    try:
        data: Any = json.loads(text)
    except json.JSONDecodeError as error:
        raise LexiconError(f"{path}:{error.lineno}: not JSON: {error.msg}") from error
    named = {}
    if isinstance(data, dict):
        named = {k: str(data[k]) for k in ("name", "version") if isinstance(data.get(k), str)}
        data = data.get("phrases", {k: v for k, v in data.items() if k not in named})
    if isinstance(data, dict):
        return named, [(str(k), _joined(v)) for k, v in data.items()]
    if isinstance(data, list):
        return named, [_pair(path, number, item) for number, item in enumerate(data)]
    raise LexiconError(f"{path}: expected an object or a list of phrases")


def _pair(path: str, number: int, item: Any) -> tuple[str, str]:
    sides = item if isinstance(item, dict) else {}
    spun = next((sides[k] for k in SPUN_KEYS if k in sides), None)
    intended = next((sides[k] for k in INTENDED_KEYS if k in sides), None)
    if not spun or not intended:
        raise LexiconError(f"{path}: phrase {number}: needs a spun and an intended side")
    return str(spun), _joined(intended)


def _joined(value: Any) -> str:
    return "|".join(map(str, value)) if isinstance(value, list) else str(value)
