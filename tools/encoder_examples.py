"""
Passages of which it is known which pieces of words a spinner put in, and what stood there.

The spinners are those of `tagger_examples`. No source is ever held out: the encoder is told of no
table, so it cannot lean on one.
"""

from __future__ import annotations

import json
import lzma
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from credcheck.language.encoder import WINDOW
from credcheck.language.wordpieces import END, START
from tools.build_language import KEPT_ASIDE_NEWS, KEPT_ASIDE_REGIONAL
from tools.build_tagger import CLEAN_SHARE, MASC, MASC_CLEAN_SHARE, MASC_TRAIN, ONE_LEFT_OUT_IN
from tools.spinner import drawn_sources, slowed, spin
from tools.tagger_examples import (
    BLIND_SHARE,
    MIXED_SHARE,
    MIXED_SLOWDOWN,
    PARTIAL_SHARE,
    PARTS,
    SHARES_SWAPPED,
    Article,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from credcheck.language.ngrams import LanguageModel
    from credcheck.language.wordpieces import WordPieces
    from tools.spinner import Offers, Swap

# How often texts other than American news are read in one pass: there is ten times as much of that.
REGIONAL_TIMES, REGISTER_TIMES = 2, 3
# Not free to use commercially.
BROWN = "Brown"
SHUFFLE_SEED = 4
# Tokens of a cut: a few more than fill a window. A shorter text has nothing to learn from, and a
# cut begins no nearer to the end than so many tokens, so that few windows are half empty.
CUT_TOKENS, LEAST_TOKENS, LEAST_LEFT = 230, 25, 150
# The label of marks, which are not judged.
NOT_JUDGED = -1
# What is restored where a swap has more pieces than its original.
NOTHING = "[unused0]"


@dataclass(frozen=True, slots=True)
class Row:
    """The pieces of one passage, whether each was put in, and the piece that stood there."""

    pieces: list[int]
    labels: list[int]
    originals: list[int]


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Many passages, padded; each table has the shape (passages, WINDOW)."""

    pieces: NDArray[np.int32]
    labels: NDArray[np.int8]
    originals: NDArray[np.int32]


class Part:
    """A part of what a source offers: which, hangs on the words and a salt."""

    def __init__(self, offers: Offers, share: float, salt: float) -> None:
        self._offers, self._share, self._salt = offers, share, salt

    def __contains__(self, words: object) -> bool:
        # Numbers alone are hashed, so that every run draws the same part.
        return words in self._offers and hash((words, self._salt)) % 1000 < 1000 * self._share

    def __getitem__(self, words: tuple[int, ...]) -> tuple[list[tuple[int, ...]], list[float]]:
        return self._offers[words]


def articles(news: Path, regional: Path, registers: Path) -> list[Article]:
    """Return the texts to learn from in a fixed random order, without those left for measuring."""
    found = _left(news, KEPT_ASIDE_NEWS * ONE_LEFT_OUT_IN)
    of_regions = _left(regional, KEPT_ASIDE_REGIONAL * ONE_LEFT_OUT_IN)
    found += [one for one in of_regions for _ in range(REGIONAL_TIMES)]
    found += [one for one in _of_registers(registers) for _ in range(REGISTER_TIMES)]
    random.Random(SHUFFLE_SEED).shuffle(found)
    return found


def _records(path: Path) -> Iterator[dict[str, str]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _left(path: Path, one_left_out_in: int) -> list[Article]:
    numbered = enumerate(_records(path))
    return [Article(r["text"], CLEAN_SHARE) for n, r in numbered if n % one_left_out_in]


def _of_registers(path: Path) -> list[Article]:
    found = []
    for record in _records(path):
        origin = str(record.get("source", ""))
        if origin.startswith(MASC):
            if record["register"] in MASC_TRAIN:
                found.append(Article(record["text"], MASC_CLEAN_SHARE))
        elif not origin.startswith(BROWN):
            found.append(Article(record["text"], CLEAN_SHARE))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """What the passages are made with."""

    language: LanguageModel
    names: Sequence[str]  # Of the words of the language model.
    pieces: WordPieces
    offers: Mapping[int, Offers]  # By the bits of the source.


def rows(tables: Tables, texts: Sequence[Article], seed: int) -> Iterator[Row]:
    """Yield one passage of each text, spun or left clean."""
    rng = random.Random(seed)
    for article in texts:
        found = _row(tables, article, rng)
        if found is not None:
            yield found


def _row(tables: Tables, article: Article, rng: random.Random) -> Row | None:
    text = article.text
    tokens = tables.language.vocabulary.tokens(text)
    if len(tokens) < LEAST_TOKENS:
        return None
    start = rng.randrange(max(1, len(tokens) - LEAST_LEFT))
    within = slice(start, start + CUT_TOKENS)
    written = [text[a:b] for a, b in zip(tokens.starts[within], tokens.ends[within], strict=True)]
    if rng.random() < article.clean_share:
        return _pieced(tables, written, tokens.ids[within].tolist(), ())
    offers, rate = _spinner(tables.offers, rng)
    is_blind = rng.random() < BLIND_SHARE
    ids, capitals = tokens.ids[within], tokens.are_capital[within]
    spun = spin(ids, capitals, offers, rate, rng, is_blind=is_blind)
    return _pieced(tables, written, spun.ids.tolist(), spun.swaps)


def _spinner(offers: Mapping[int, Offers], rng: random.Random) -> tuple[Offers | Part, float]:
    """Draw what a spinner offers, and its rate."""
    drawn = drawn_sources(offers)
    bits = rng.choice(drawn)
    chosen, rate = offers[bits], slowed(rng.choice(SHARES_SWAPPED), bits)
    if rng.random() < MIXED_SHARE:
        chosen = chosen | offers[rng.choice(drawn)]
        rate /= MIXED_SLOWDOWN
    if rng.random() < PARTIAL_SHARE:
        return Part(chosen, rng.choice(PARTS), rng.random()), rate
    return chosen, rate


def _pieced(
    tables: Tables, written: Sequence[str], ids: Sequence[int], swaps: Sequence[Swap]
) -> Row:
    """Return the pieces of a passage; `written` are its tokens before it was spun."""
    of, marks = tables.pieces.of, tables.pieces.numbers
    at = {swap.start: swap for swap in swaps}
    row = Row([marks[START]], [NOT_JUDGED], [0])
    place = source = 0
    while place < len(ids) and len(row.pieces) < WINDOW - 1:
        swap = at.get(place)
        if swap is None:
            _add(row, of(written[source]), is_mark=written[source].isspace())
            place, source = place + 1, source + 1
            continue
        put_in = [piece for word in ids[place : swap.end] for piece in of(tables.names[word])]
        end = source + len(swap.original)
        stood = [piece for token in written[source:end] for piece in of(token)]
        _add_swap(row, put_in, stood, marks[NOTHING])
        place, source = swap.end, end
    return Row(
        [*row.pieces[: WINDOW - 1], marks[END]],
        [*row.labels[: WINDOW - 1], NOT_JUDGED],
        [*row.originals[: WINDOW - 1], 0],
    )


def _add(row: Row, pieces: Sequence[int], *, is_mark: bool) -> None:
    row.pieces.extend(pieces)
    row.labels.extend([NOT_JUDGED if is_mark else 0] * len(pieces))
    row.originals.extend([0] * len(pieces))


def _add_swap(row: Row, put_in: Sequence[int], stood: Sequence[int], nothing: int) -> None:
    is_swap = put_in != stood
    row.pieces.extend(put_in)
    row.labels.extend([int(is_swap)] * len(put_in))
    told = [stood[n] if n < len(stood) else nothing for n in range(len(put_in))]
    row.originals.extend(told if is_swap else [0] * len(put_in))


def padded(found: Sequence[Row]) -> Rows:
    """Return passages as tables."""
    return Rows(
        _table([row.pieces for row in found], 0, np.int32),
        _table([row.labels for row in found], NOT_JUDGED, np.int8),
        _table([row.originals for row in found], 0, np.int32),
    )


def _table(columns: Sequence[Sequence[int]], void: int, kind: type[Any]) -> NDArray[Any]:
    filled = np.full((len(columns), WINDOW), void, kind)
    for number, column in enumerate(columns):
        filled[number, : len(column)] = column
    return filled
