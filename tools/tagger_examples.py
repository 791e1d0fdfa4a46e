"""
Texts of which it is known which words were swapped, and what the tagger is told of them.

Clean texts are spun by synthetic spinners (`spinner`), each text in several ways, so that what is
learned of swaps does not hang on one rate, one source of synonyms or one length. Often the source
is held out as well: its candidates lose their weight in the table, as if nobody had listed what
the spinner puts in. The features are those that the package works out when it is used
(`credcheck.language.tagger.told_of`), so training and use cannot drift apart.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.piece import read_piece
from credcheck.language.tagger import told_of
from tools.spinner import SPINNERS, Spun, drawn_sources, offers_of, slowed, spin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from credcheck.language.candidates import Candidates
    from credcheck.language.substitution_model import SubstitutionModel
    from credcheck.language.vocabulary import Tokens
    from tools.candidate_table import Pairs
    from tools.spinner import Offers

    Ids = NDArray[np.int32]
    Flags = NDArray[np.bool_]

# Rates of swapping: careful tools touch one word in fifty, crude ones most that they can.
SHARES_SWAPPED = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7)
# Tokens of a cut, drawn evenly: articles mostly, but briefs and blurbs are short.
MOST_TOKENS = (200, 1500, 1500)
# Shorter ones have no surroundings to learn from.
LEAST_TOKENS = 20
# Some tools have two sources of synonyms; together they reach more words, so the rate is lowered.
MIXED_SHARE, MIXED_SLOWDOWN = 0.25, 1.5
# Some know only a part of what a source offers.
PARTIAL_SHARE, PARTS = 0.2, (0.3, 0.5)
# Some are blind, and take any synonym, however rare or far.
BLIND_SHARE = 0.3
# How often the sources of a spun text are held out: a real spinner is seldom one of ours.
HELD_OUT_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Article:
    """A clean text, and the share of its versions that are left clean."""

    text: str
    clean_share: float


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """The tokens of a text: what the tagger is told of each, and whether a spinner put it in."""

    ids: Ids
    candidates: Ids
    told: NDArray[np.float16]  # Half precision halves the memory; it is finer than any effect.
    are_swapped: Flags


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """What each source of synonyms offers, and which sources offer each candidate of the table."""

    model: SubstitutionModel
    offers: dict[int, Offers]  # By the bits of the source.
    bits: NDArray[np.int64]  # Of each candidate.

    def without(self, held_out: int) -> SubstitutionModel:
        """Return the model with no weight for candidates that only held-out sources offer."""
        candidates = self.model.candidates
        is_left = (self.bits & ~held_out) != 0
        weights = np.where(is_left, candidates.weights, np.uint8(0))
        return replace(self.model, candidates=replace(candidates, weights=weights))


def sources_of(model: SubstitutionModel, pairs: Pairs) -> Sources:
    """
    Return the sources behind `pairs`, the list from which the candidates of `model` were chosen.

    Raises ValueError if the table was built from another list.
    """
    offers = {bits: offers_of(pairs, model.language, bits) for bits in SPINNERS.values()}
    found = {bits: offered for bits, offered in sorted(offers.items()) if offered}
    return Sources(model, found, bits_of(model.candidates, pairs))


def bits_of(candidates: Candidates, pairs: Pairs) -> NDArray[np.int64]:
    """Return the source bits of each candidate; raises ValueError if `pairs` lack one of them."""
    sizes = np.diff(np.append(pairs.key_starts(), len(pairs.bits)))
    if len(sizes) != len(candidates.widths):
        raise ValueError(f"{len(candidates.widths)} keys in the table, {len(sizes)} in the list")
    numbers = np.repeat(np.arange(len(sizes)), sizes)
    listed = zip(numbers.tolist(), pairs.originals.tolist(), pairs.bits.tolist(), strict=True)
    counts = np.diff(candidates.heads)
    keys = np.repeat(np.arange(len(counts)), counts)
    words = candidates.words_of(np.arange(len(keys)))
    found = []
    for wanted in zip(keys.tolist(), words.tolist(), strict=True):
        # Both are in one order, and the table only lacks rows: the search goes on where it was.
        bits = next((bits for key, original, bits in listed if (key, original) == wanted), None)
        if bits is None:
            raise ValueError("the table of candidates was built from another list")
        found.append(bits)
    return np.array(found, np.int64)


def examples(
    sources: Sources, articles: Iterable[Article], versions: int, seed: int
) -> Iterator[Example]:
    """Yield `versions` examples of each article, less those with nothing to judge."""
    rng = random.Random(seed)
    for article in articles:
        tokens = sources.model.language.vocabulary.tokens(article.text)
        for _ in range(versions):
            spun, read_by = spun_version(sources, tokens, article.clean_share, rng)
            found = example(sources.model, read_by, spun)
            if found is not None:
                yield found


def spun_version(
    sources: Sources, tokens: Tokens, clean_share: float, rng: random.Random
) -> tuple[Spun, SubstitutionModel]:
    """Return a cut of a text, spun or left clean, and the model that is to read it."""
    most = rng.choice(MOST_TOKENS)
    start = rng.randrange(max(1, len(tokens) - most))
    ids, capitals = tokens.ids[start : start + most], tokens.are_capital[start : start + most]
    if rng.random() < clean_share:
        return Spun(ids, capitals, ()), sources.model
    offers, bits, rate = _spinner(sources, rng)
    spun = spin(ids, capitals, offers, rate, rng, is_blind=rng.random() < BLIND_SHARE)
    is_held_out = rng.random() < HELD_OUT_SHARE
    return spun, sources.without(bits) if is_held_out else sources.model


def _spinner(sources: Sources, rng: random.Random) -> tuple[Offers, int, float]:
    """Draw a spinner: what it offers, the bits of its sources, its rate."""
    drawn = drawn_sources(sources.offers)
    bits = rng.choice(drawn)
    offers, rate = sources.offers[bits], slowed(rng.choice(SHARES_SWAPPED), bits)
    if rng.random() < MIXED_SHARE:
        other = rng.choice(drawn)
        offers, bits, rate = offers | sources.offers[other], bits | other, rate / MIXED_SLOWDOWN
    if rng.random() < PARTIAL_SHARE:
        part = rng.choice(PARTS)
        offers = {words: offered for words, offered in offers.items() if rng.random() < part}
    return offers, bits, rate


def example(model: SubstitutionModel, read_by: SubstitutionModel, spun: Spun) -> Example | None:
    """
    Return what the tagger is told of a text that `read_by` has read, as the package reads it.

    None if the text is short, or nothing in it is doubtful: the tagger is never asked of such.
    """
    if len(spun.ids) < LEAST_TOKENS:
        return None
    piece = read_piece(read_by, spun.ids, spun.are_capital, 0)
    if piece is None:
        return None
    # Weights are told as they are: a weight of nothing would give away what was held out.
    told, candidates = told_of(model, piece.with_context(read_by))
    are_swapped = np.zeros(len(spun.ids), np.bool_)
    for swap in spun.swaps:
        are_swapped[swap.start : swap.end] = True
    return Example(spun.ids, candidates, told.astype(np.float16), are_swapped)
