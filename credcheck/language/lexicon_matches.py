"""Find the entries of a lexicon in a text: spun phrase -> possible originals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.characters import fold
from credcheck.language.swaps import Swap
from credcheck.language.vocabulary import PARAGRAPH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from credcheck.language.ngrams import LanguageModel
    from credcheck.language.vocabulary import Tokens

    Ids = NDArray[np.int32]
    Floats = NDArray[np.float32]
    Entry = tuple[int, str, tuple[str, ...]]

# A listed phrase starts with odds of 25 to 1 and gains e**1.3 for each factor of ten by which the
# repair is likelier; fitted by hand on a list of 100 phrases.
LISTED_RATIO = 3.24
LISTED_SLOPE = 1.3
LEAST_LISTED, MOST_LISTED = 1.0, 8.0


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """A lexicon by the number of the first word of each entry."""

    first_words: Ids
    entries: dict[int, list[tuple[tuple[int, ...], Entry]]]


def lexicon_matches(
    model: LanguageModel,
    tokens: Tokens,
    text: str,
    lexicon: Mapping[str, tuple[str, ...]],
    ratio: float = LISTED_RATIO,
    least: float = LEAST_LISTED,
) -> list[Swap]:
    """
    Return each place of `text` at which an entry of `lexicon` stands, whatever its case.

    `ratio` is the natural log-likelihood ratio that an entry starts with, `least` the least it
    can end with where the original is unlikely.
    """
    if not lexicon or not len(tokens):
        return []
    index = _index_of(model, tuple(sorted(lexicon.items())))
    ids = tokens.ids.tolist()
    found = []
    for place in np.flatnonzero(np.isin(tokens.ids, index.first_words)).tolist():
        for words, entry in index.entries[ids[place]]:
            end = place + len(words)
            written = text[tokens.starts[place] : tokens.ends[min(end, len(ids)) - 1]]
            if tuple(ids[place:end]) == words and _plain(written) == entry[1]:
                found.append(_swap(model, tokens.ids, place, end, entry, (ratio, least)))
    return found


@lru_cache(maxsize=8)
def _index_of(model: LanguageModel, lexicon: tuple[tuple[str, tuple[str, ...]], ...]) -> _Index:
    """Index a lexicon once for all documents that are read with it."""
    phrases = [phrase for phrase, _ in lexicon]
    entries: dict[int, list[tuple[tuple[int, ...], Entry]]] = {}
    for number, words in enumerate(_all_words(model, phrases)):
        phrase, originals = lexicon[number]
        if words and originals:
            entry = (number, _plain(phrase), originals)
            entries.setdefault(words[0], []).append((words, entry))
    return _Index(np.array(sorted(entries), np.int32), entries)


def _all_words(model: LanguageModel, phrases: list[str]) -> list[tuple[int, ...]]:
    """Return the words of each phrase, all read in one go: forty times as fast as one by one."""
    lines = [" ".join(phrase.split()) for phrase in phrases]
    tokens = model.vocabulary.tokens("\n".join(lines))
    ends = np.cumsum([len(line) + 1 for line in lines])
    homes = np.searchsorted(ends, tokens.starts, side="right").tolist()
    words: list[list[int]] = [[] for _ in lines]
    for home, word in zip(homes, tokens.ids.tolist(), strict=True):
        if word != PARAGRAPH:
            words[home].append(word)
    return [tuple(some) for some in words]


def _plain(phrase: str) -> str:
    return " ".join("".join(map(fold, phrase)).split())


def _swap(
    model: LanguageModel,
    ids: Ids,
    start: int,
    end: int,
    entry: Entry,
    bounds: tuple[float, float],
) -> Swap:
    number, _, originals = entry
    gains = _gains(model, ids, start, end, _words_of(model, originals))
    first, least = bounds
    ratio = first + LISTED_SLOPE * float(gains.max())
    return Swap(
        start,
        end,
        -1 - number,
        -1 - int(np.argmax(gains)),
        -1 - np.arange(len(originals)),
        LISTED_SLOPE * gains,
        min(max(ratio, least), MOST_LISTED),
        texts=originals,
    )


@lru_cache(maxsize=4096)
def _words_of(model: LanguageModel, originals: tuple[str, ...]) -> tuple[Ids, ...]:
    """Return the words of each original; the same few come again and again in one text."""
    return tuple(model.vocabulary.tokens(original).ids for original in originals)


def _gains(
    model: LanguageModel, ids: Ids, start: int, end: int, originals: tuple[Ids, ...]
) -> Floats:
    """Log10 by which the text is likelier with each original in the place of start..end."""
    edge = np.full(2, PARAGRAPH, np.int32)
    left = np.concatenate([edge, ids[max(start - 2, 0) : start]])
    right = np.concatenate([ids[end : end + 2], edge])
    as_read = float(
        model.log_probabilities(np.concatenate([left, ids[start:end], right]))[2:].sum()
    )
    swapped = (model.log_probabilities(np.concatenate([left, words, right])) for words in originals)
    return np.array([float(found[2:].sum()) - as_read for found in swapped], np.float32)
