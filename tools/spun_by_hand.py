"""Texts spun by hand, of which it is known what was put in where, and what stood there."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.gains import PADDING
from credcheck.language.ngrams import words
from credcheck.language.repair import spelt
from tools.substitution_training import context_features, read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from credcheck.language.candidates import Candidates
    from credcheck.language.context import WordVectors
    from credcheck.language.ngrams import LanguageModel
    from tools.candidate_table import Pairs

    Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PutIn:
    """Code points start..end of a text were put in; `accepted` are wordings that may have stood."""

    start: int
    end: int
    accepted: tuple[str, ...]


HandSpun = tuple[str, tuple[PutIn, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """
    Candidates of places where one of them is what stood there.

    `features` has a row a candidate, `heads` is the first row of each place, `are_right` says which
    candidates are accepted.
    """

    features: Floats
    heads: NDArray[np.int64]
    are_right: NDArray[np.bool_]


def manners(folder: Path) -> dict[str, list[HandSpun]]:
    """Return the texts of each manner, from the names of the files without their number."""
    found: defaultdict[str, list[HandSpun]] = defaultdict(list)
    for path in sorted(folder.glob("spun/*_gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (path.parent / gold["file"]).read_text(encoding="utf-8")
        places = tuple(
            PutIn(span["start"], span["end"], tuple(span["accept"])) for span in gold["spans"]
        )
        found[path.stem.removesuffix("_gold").rstrip("0123456789")].append((text, places))
    return found


def named(
    texts: Iterable[HandSpun],
    model: LanguageModel,
    table: Candidates,
    vectors: WordVectors,
    pairs: Pairs,
    static: Floats,
) -> Named:
    """Return the candidates of every place of `texts` that one of them restores."""
    features: list[Floats] = []
    right: list[list[bool]] = []
    for text, places in texts:
        tokens = model.vocabulary.tokens(text)
        reading = read(model, table, tokens.ids, tokens.are_capital)
        of_rows = reading.rows.pairs
        context = context_features(vectors, table, tokens.ids, reading, np.arange(len(of_rows)))
        rows = np.concatenate([reading.features, context, static[of_rows]], axis=1)
        wanted = {(place.start, place.end): accepted(place) for place in places}
        ends = np.append(reading.heads[1:], len(of_rows))
        for span, (first, last) in enumerate(zip(reading.heads, ends, strict=True)):
            start = int(reading.spans.starts[span]) - PADDING
            end = int(reading.spans.ends[span]) - PADDING
            place = wanted.get((int(tokens.starts[start]), int(tokens.ends[end - 1])), frozenset())
            are_right = [text_of(pairs, row) in place for row in of_rows[first:last].tolist()]
            if any(are_right):
                features.append(rows[first:last])
                right.append(are_right)
    sizes = [len(of) for of in right]
    return Named(np.concatenate(features), np.cumsum([0, *sizes[:-1]]), np.concatenate(right))


def accepted(place: PutIn) -> frozenset[str]:
    """Return the accepted wordings as the table spells them."""
    return frozenset(" ".join(text.lower().split()) for text in place.accepted)


def text_of(pairs: Pairs, row: int) -> str:
    """Return an original as it is printed."""
    names = words()
    return spelt([names[word] for word in pairs.originals[row].tolist() if word >= 0])
