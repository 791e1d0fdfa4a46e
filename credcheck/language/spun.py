"""
Find words that were swapped for others, and what they were: the noisy channel of spun text.

1. A text in which little is not fluent is clean, and done (piece).
2. Otherwise every stretch that is not fluent and has candidates is scored (gains, evidence), and
   the mean evidence decides whether the text is clearly clean (gate); most are, and are done.
3. Otherwise the wider context is asked (context), then the tagger, which sees for every word its
   neighbours with their own candidates, and so what a reading of the repaired text would show. The
   gate gives its verdict.
4. What is not clean an encoder may read as well, if there is one (encoder). It may find it clean
   after all; else it has a say in every swap, and in what it may stand for (restoring).
5. Repeats of the same swap share their evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from math import sqrt
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.choices import WEIGHED, Shares, agreed, inflected_alike, mixed, named
from credcheck.language.encoder import heard_by
from credcheck.language.gate import GATE, LEAST_WORDS, Verdict, mean_evidence
from credcheck.language.lexicon_matches import MOST_LISTED, lexicon_matches
from credcheck.language.piece import Doubts, Piece, read_doubts
from credcheck.language.repair import in_the_manner_of
from credcheck.language.restoring import weighed_again
from credcheck.language.substitution_model import SubstitutionModel, substitution_model
from credcheck.language.swap_signs import MOST_MARGIN, Offered, Told, shares
from credcheck.language.swaps import Swap, pooled, without_overlaps
from credcheck.language.tagger import log_odds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from credcheck.language.encoder import Encoder, Heard
    from credcheck.language.vocabulary import Tokens

    Floats = NDArray[np.float32]

# Swaps weaker than the first in a text that does not read as clean, or than the second in one that
# does, are right in fewer than three of five, and not handed on.
LEAST_ODDS, LEAST_RATIO = 0.4, 1.0
# A text with less that is doubtful than this, for each word, is clean: of texts that end above a
# bar the lowest had .170 (136 of 384 lightly spun ones, 45 of other registers from .29 on).
FLUENT_EXCESS = 0.165
# The log odds of a swap in a text that reads as clean, and of a token nobody was asked about.
UNHEARD_ODDS = -6.0
# The share of words that the tagger takes for swapped in the median clean article.
CLEAN_SHARE = 0.0032
# A text of which the encoder takes less than this for swapped is clean whatever the others say. Of
# 38 pieces of 150-300 words of other registers that are suspect or spun without it 12 are left, of
# four of 60-120 words one. Of texts spun by hand (15), found (6) and spun with another table the
# lowest has .041 where .08 of the words are swapped, .069 where more are (one of 47 below .05).
LEAST_SHARE_HEARD = 0.04
# Tokens that are worked off together; keeps the memory of a long document in bounds.
PIECE_TOKENS = 1 << 12
# The readings of longer texts are not kept for the tagger, but made again.
KEPT_TOKENS = 1 << 15
# A repeat counts in full again after so many tokens, else a long text could not be spun.
STRETCH_TOKENS = 2000
# The weight of what a list names; the best candidate of one key in twelve has more. As much is
# found with -3, and less with -4 (158 swaps of the development article, 153) and with -1 (154).
LISTED_WEIGHT = -2.0
# Candidates named beside the repair.
MOST_ALTERNATIVES = 4
# Candidates about which the encoder is asked.
MOST_ASKED = 24


@dataclass(frozen=True, slots=True)
class Substitution:
    """
    A stretch of the text, in code points, and what was probably written in its place.

    `log_likelihood_ratio` is what the n-grams say of this place alone, `log_odds` what the whole
    text says of it, repeats included; both are natural. `alternatives` are (text, share of the
    evidence), best first; `occurrences` counts the same swap in the whole text.
    """

    start: int
    end: int
    text: str
    repair: str
    log_likelihood_ratio: float
    log_odds: float
    alternatives: tuple[tuple[str, float], ...]
    occurrences: int


@dataclass(frozen=True, slots=True)
class SpunReading:
    """
    What a text as a whole looks like, and every substitution above a low threshold, in order.

    `too_short` says that the text has too few words for its kind of English to be told from
    spinning; the verdict is then "clean" unless the evidence is overwhelming.
    """

    verdict: Verdict
    score: float
    too_short: bool
    words: int
    substitutions: tuple[Substitution, ...]


def find_substitutions(
    text: str,
    *,
    extra_lexicon: Mapping[str, tuple[str, ...]] | None = None,
    allow: frozenset[str] = frozenset(),
    listed: Sequence[tuple[Mapping[str, tuple[str, ...]], float]] = (),
    is_named_if_clean: bool = True,
    encoder: Encoder | None = None,
) -> SpunReading:
    """
    Read `text` and return what looks swapped in it.

    `extra_lexicon` maps spun words or phrases to possible originals; `allow` holds words or phrases
    that are never reported. Both ignore case. `listed` are further lexicons, each with the natural
    log-likelihood ratio that its entries start with; they have no say in the verdict and are asked
    only where it is not "clean". Without `is_named_if_clean` the reading of a clean text names no
    substitution, which saves most of the time. An `encoder` is asked about what is not clean.
    """
    model = substitution_model()
    tokens = model.language.vocabulary.tokens(text)
    words = len(text.split())
    given = lexicon_matches(model.language, tokens, text, extra_lexicon or {})
    admitted = partial(
        _admitted, text=text, tokens=tokens, allowed=frozenset(map(str.casefold, allow))
    )
    doubts = tuple(_doubts(model, tokens)) if len(tokens) <= KEPT_TOKENS else None
    is_clear = doubts is not None and not given and is_fluent(doubts, words)
    if is_clear and not is_named_if_clean:
        return SpunReading("clean", 0.0, words < LEAST_WORDS, words, ())
    first = _First(model, tokens, doubts, is_clear)
    swaps, odds, score = _scored(first, given, admitted, words)
    verdict = GATE.verdict(score, words)
    asked = None if verdict == "clean" else _asked(encoder, text, tokens)
    if asked and asked.share < LEAST_SHARE_HEARD:
        verdict = "clean"
    if verdict == "clean":
        weighed = swaps
        swaps = [swap.judged(UNHEARD_ODDS) for swap in swaps if is_named_if_clean]
    else:
        rarity = model.language.unigrams.take(tokens.ids)
        told = Told(odds, rarity, tokens.are_capital, asked.heard.odds if asked else None)
        if asked:
            again, _ = _heard(model, first.pieces(), len(tokens), told.encoder)
            swaps = admitted(_merged(again, given))
        known = list(_listed(model, tokens, text, listed, told))
        weighed = [*swaps, *known]
        swaps = admitted(_stronger(swaps, known))
    reported = [swap for swap in pooled(swaps) if _is_reported(swap, verdict)]
    found = tuple(_substitutions(model, reported, weighed, asked, text, tokens))
    return SpunReading(verdict, round(score, 4), words < LEAST_WORDS, words, found)


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """An encoder that was asked, and what it said of each token."""

    encoder: Encoder
    heard: Heard

    @property
    def share(self) -> float:
        """The share of the tokens that it takes for swapped."""
        return _share(self.heard.odds)


def _asked(encoder: Encoder | None, text: str, tokens: Tokens) -> _Asked | None:
    return None if encoder is None else _Asked(encoder, heard_by(encoder, text, tokens))


@dataclass(frozen=True, slots=True, eq=False)
class _First:
    """A text before its swaps are weighed; the doubts of a very long one are found anew."""

    model: SubstitutionModel
    tokens: Tokens
    doubts: tuple[Doubts, ...] | None
    is_clear: bool

    def pieces(self) -> Iterator[Piece]:
        """Read it, without asking the context."""
        doubts = _doubts(self.model, self.tokens) if self.doubts is None else self.doubts
        return (found.read(self.model) for found in doubts)


def _scored(
    first: _First,
    given: list[Swap],
    admitted: Callable[[Iterable[Swap]], list[Swap]],
    words: int,
) -> tuple[list[Swap], Floats, float]:
    """Return the swaps, the log odds of each token if the tagger was asked, and the score."""
    pieces: Iterable[Piece] = first.pieces()
    if first.doubts is not None:
        pieces = tuple(pieces)
    swaps = admitted(_merged(_swaps_of(first.model, pieces), given))
    evidence = 0.0 if first.is_clear else _evidence(swaps, words)
    if evidence < GATE.bar("clear", words):
        return swaps, np.zeros(0, np.float32), sqrt(evidence * CLEAN_SHARE)
    again = first.pieces() if first.doubts is None else pieces
    heard, odds = _heard(first.model, again, len(first.tokens))
    for swap in given:
        np.maximum(odds[swap.start : swap.end], swap.odds, out=odds[swap.start : swap.end])
    swaps = admitted(_merged(heard, given))
    return swaps, odds, sqrt(_evidence(swaps, words) * _share(odds))


def _share(odds: Floats) -> float:
    return float(shares(odds).mean())


def _is_reported(swap: Swap, verdict: Verdict) -> bool:
    return swap.ratio >= LEAST_RATIO if verdict == "clean" else swap.odds >= LEAST_ODDS


def _evidence(swaps: list[Swap], words: int) -> float:
    ratios = (((swap.key, swap.start // STRETCH_TOKENS), swap.ratio) for swap in swaps)
    return mean_evidence(ratios, words)


def _admitted(
    swaps: Iterable[Swap], *, text: str, tokens: Tokens, allowed: frozenset[str]
) -> list[Swap]:
    """Drop what is allowed, then the weaker of any two that overlap."""
    return without_overlaps(
        swap
        for swap in swaps
        if not allowed
        or text[tokens.starts[swap.start] : tokens.ends[swap.end - 1]].casefold() not in allowed
    )


def _merged(found: Iterable[Swap], given: Iterable[Swap]) -> list[Swap]:
    """Put the matches of a lexicon first: what somebody wrote down beats what was found."""
    listed = {(swap.start, swap.end): swap for swap in given}
    return [*listed.values(), *(swap for swap in found if (swap.start, swap.end) not in listed)]


def _listed(
    model: SubstitutionModel,
    tokens: Tokens,
    text: str,
    listed: Sequence[tuple[Mapping[str, tuple[str, ...]], float]],
    told: Told,
) -> Iterator[Swap]:
    """Yield the matches of lexicons whose word is no more than a hint."""
    for lexicon, least in listed:
        found = lexicon_matches(model.language, tokens, text, lexicon, least, -MOST_LISTED)
        if found:
            starts = np.array([swap.start for swap in found])
            ends = np.array([swap.end for swap in found])
            ratios = np.array([swap.ratio for swap in found], np.float32)
            every = told.odds_of(starts, ends, _of_list(ratios))
            yield from (swap.judged(of) for swap, of in zip(found, every.tolist(), strict=True))


def _of_list(ratios: Floats) -> Offered:
    """Return what an entry of a list says: it names one original, and has no rival."""
    one = np.ones(len(ratios), np.float32)
    return Offered(ratios, one * LISTED_WEIGHT, one * MOST_MARGIN, np.log1p(one))


def _stronger(found: Iterable[Swap], known: Iterable[Swap]) -> list[Swap]:
    """Of two swaps of one stretch keep the stronger."""
    kept: dict[tuple[int, int], Swap] = {}
    for swap in (*found, *known):
        place = swap.start, swap.end
        if place not in kept or swap.odds > kept[place].odds:
            kept[place] = swap
    return [kept[place] for place in sorted(kept)]


def is_fluent(doubts: Iterable[Doubts], words: int) -> bool:
    """True if a text has so little that is doubtful that no reading of it could end above a bar."""
    return sum(found.excess for found in doubts) < FLUENT_EXCESS * words


def _doubts(model: SubstitutionModel, tokens: Tokens) -> Iterator[Doubts]:
    for start, end in _pieces(len(tokens)):
        found = read_doubts(model, tokens.ids[start:end], tokens.are_capital[start:end], start)
        if found is not None:
            yield found


def _swaps_of(model: SubstitutionModel, pieces: Iterable[Piece]) -> list[Swap]:
    return [swap for piece in pieces for swap in piece.swaps(model)]


def _heard(
    model: SubstitutionModel, pieces: Iterable[Piece], size: int, asked: Floats | None = None
) -> tuple[list[Swap], Floats]:
    """
    Return the swaps with the wider context heard, and the log odds of each of `size` tokens.

    `asked` are the log odds of each token by the encoder, if it was asked.
    """
    swaps: list[Swap] = []
    odds = np.full(size, UNHEARD_ODDS, np.float32)
    for piece in pieces:
        heard = piece.with_context(model)
        within = slice(piece.offset, piece.offset + len(piece.ids))
        odds[within] = log_odds(model, heard)
        told = Told(
            odds[within],
            model.language.unigrams.take(piece.ids),
            piece.are_capital,
            None if asked is None else asked[within],
        )
        swaps += heard.swaps(model, heard.span_odds(told, model.candidates))
    # The tokens of a place were told of its strongest span, so that one has a say.
    return without_overlaps(swaps, attrgetter("ratio")), odds


def _pieces(tokens: int) -> Iterator[tuple[int, int]]:
    for start in range(0, tokens, PIECE_TOKENS):
        yield start, min(start + PIECE_TOKENS, tokens)


def _substitutions(
    model: SubstitutionModel,
    swaps: list[Swap],
    weighed: list[Swap],
    asked: _Asked | None,
    text: str,
    tokens: Tokens,
) -> Iterator[Substitution]:
    """Yield the swaps as stretches of `text`; `weighed` are all swaps that were found there."""
    ends = [(int(tokens.starts[s.start]), int(tokens.ends[s.end - 1])) for s in swaps]
    written = [text[start:end] for start, end in ends]
    named_at = _shares(model, swaps, weighed, MOST_ASKED if asked else WEIGHED)
    if asked and swaps:
        restored = asked.heard.restored[[swap.start for swap in swaps]].astype(np.float32)
        named_at = weighed_again(asked.encoder, restored, written, named_at)
    named_at = agreed([words.casefold() for words in written], named_at)
    for (start, end), words, swap, of in zip(ends, written, swaps, named_at, strict=True):
        alternatives = _alternatives(words, of)
        if alternatives:
            yield Substitution(
                start,
                end,
                words,
                alternatives[0][0],
                round(swap.ratio, 3),
                round(swap.odds, 3),
                alternatives,
                swap.occurrences,
            )


def _shares(
    model: SubstitutionModel, swaps: list[Swap], weighed: list[Swap], most: int
) -> list[Shares]:
    """What the swaps may stand for, by all that was found at their places."""
    places = {(swap.start, swap.end) for swap in swaps}
    every = [swap for swap in weighed if (swap.start, swap.end) in places]
    at: dict[tuple[int, int], Shares] = {}
    for swap, of in zip(every, named(model, every, most), strict=True):
        place = swap.start, swap.end
        at[place] = mixed(at[place], of) if place in at else of
    return [at[swap.start, swap.end] for swap in swaps]


def _alternatives(written: str, shares: Shares) -> tuple[tuple[str, float], ...]:
    """The best candidates in the manner of what was written, best first."""
    fitting = inflected_alike(written, shares)
    best = sorted(fitting.items(), key=itemgetter(1), reverse=True)[:MOST_ALTERNATIVES]
    texts = ((in_the_manner_of(written, text), round(share, 3)) for text, share in best)
    return tuple((text, share) for text, share in texts if text != written)
