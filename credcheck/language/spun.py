"""
Find words that were swapped for others, and what they were: the noisy channel of spun text.

1. Every stretch that is not fluent and has candidates is scored (gains, evidence).
2. The mean evidence decides whether a text is clearly clean (gate); most are, and are done.
3. Otherwise the wider context is asked, then the text is read twice more with every other swap
   repaired, so that a swap whose neighbour was swapped too is judged beside the right neighbour.
4. Repeats of the same swap share their evidence, and the gate gives its verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.choices import Shares, agreed, inflected_alike, mixed, named
from credcheck.language.gate import GATE, LEAST_WORDS, Verdict, document_score
from credcheck.language.lexicon_matches import MOST_LISTED, lexicon_matches
from credcheck.language.piece import Piece, read_piece
from credcheck.language.repair import in_the_manner_of
from credcheck.language.substitution_model import SubstitutionModel, substitution_model
from credcheck.language.swaps import Swap, pooled, repaired, without_overlaps
from credcheck.language.words import word_log_probability

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from credcheck.language.vocabulary import Tokens

# Swaps weaker than this are right in fewer than three of four, and not handed on.
REPORTED_RATIO = 1.0
# Swaps at least this strong are repaired when the text is read again; right in five of six.
REPAIRED_RATIO = 1.5
# Tokens that are worked off together; keeps the memory of a long document in bounds.
PIECE_TOKENS = 1 << 12
# Texts of more tokens are read again for the second reading.
KEPT_TOKENS = 1 << 15
# A repeat counts in full again after so many tokens, else a long text could not be spun.
STRETCH_TOKENS = 2000
# Machines put rarer words in the place of common ones, so a common word is seldom theirs. For each
# factor of ten by which the rarest word is rarer than MIDDLING (log10 of its share of news English)
# a swap gains so much, in reports alone and not in the score of the text. On articles spun by hand
# recall at a precision of .80 rose from .37 to .50; on the development article it fell from .80 to
# .78, and with a table that the models lack it rose from .17 to .19.
RARITY, MIDDLING = 0.3, -4.3
# Candidates named beside the repair.
MOST_ALTERNATIVES = 4


@dataclass(frozen=True, slots=True)
class Substitution:
    """
    A stretch of the text, in code points, and what was probably written in its place.

    `log_likelihood_ratio` is natural; `alternatives` are (text, share of the evidence), best first;
    `occurrences` counts the same swap in the whole text.
    """

    start: int
    end: int
    text: str
    repair: str
    log_likelihood_ratio: float
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

    @property
    def reliable_ratio(self) -> float:
        """
        The log-likelihood ratio above which some .85 of the substitutions of this text are right.

        The more of a text was swapped, the less evidence each swap needs for itself. Measured on
        48 articles spun with a table that the models lack: 1.8 where .30 of the words were swapped
        (score .14), 3.0 at .15 (score .10); extended in a straight line.
        """
        return min(max(1.8 + 30.0 * (0.14 - self.score), 1.2), 4.5)


def find_substitutions(
    text: str,
    *,
    extra_lexicon: Mapping[str, tuple[str, ...]] | None = None,
    allow: frozenset[str] = frozenset(),
    listed: Sequence[tuple[Mapping[str, tuple[str, ...]], float]] = (),
    is_named_if_clean: bool = True,
) -> SpunReading:
    """
    Read `text` and return what looks swapped in it.

    `extra_lexicon` maps spun words or phrases to possible originals; `allow` holds words or phrases
    that are never reported. Both ignore case. `listed` are further lexicons, each with the natural
    log-likelihood ratio that its entries start with; they have no say in the verdict and are asked
    only where it is not "clean". Without `is_named_if_clean` the reading of a clean text names no
    substitution, which saves a third of the time.
    """
    model = substitution_model()
    tokens = model.language.vocabulary.tokens(text)
    words = len(text.split())
    given = lexicon_matches(model.language, tokens, text, extra_lexicon or {})
    allowed = frozenset(phrase.casefold() for phrase in allow)
    kept = tuple(_first_reading(model, tokens)) if len(tokens) <= KEPT_TOKENS else None
    found = _swaps_of(_first_reading(model, tokens) if kept is None else kept)
    swaps = _admitted(_merged(found, given), text, tokens, allowed)
    score = _score(swaps, words)
    if score >= GATE.bar("clear", words):
        pieces = _first_reading(model, tokens) if kept is None else kept
        again = _merged(_second_reading(model, tokens, pieces), given)
        swaps = _admitted(again, text, tokens, allowed)
        score = _score(swaps, words)
    verdict = GATE.verdict(score, words)
    weighed = swaps
    if verdict != "clean":
        known = list(_listed(model, tokens, text, listed))
        weighed = [*swaps, *known]
        swaps = _admitted(_stronger(swaps, known), text, tokens, allowed)
    elif not is_named_if_clean:
        swaps = []
    judged = _by_rarity(pooled(swaps), {swap.start for swap in given}, text, tokens)
    reported = [swap for swap in judged if swap.ratio >= REPORTED_RATIO]
    return SpunReading(
        verdict,
        round(score, 4),
        words < LEAST_WORDS,
        words,
        tuple(_substitutions(model, reported, weighed, text, tokens)),
    )


def _score(swaps: list[Swap], words: int) -> float:
    evidence = (((swap.key, swap.start // STRETCH_TOKENS), swap.ratio) for swap in swaps)
    return document_score(evidence, words)


def _admitted(
    swaps: Iterable[Swap], text: str, tokens: Tokens, allowed: frozenset[str]
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


def _by_rarity(swaps: Iterable[Swap], given: set[int], text: str, tokens: Tokens) -> Iterator[Swap]:
    """Yield the swaps, rare wordings stronger and common ones weaker; what was given stays."""
    for swap in swaps:
        if swap.start in given:
            yield swap
            continue
        written = text[tokens.starts[swap.start] : tokens.ends[swap.end - 1]].lower().split()
        rarest = min((word_log_probability(w) for w in written if w.isalpha()), default=MIDDLING)
        yield swap.backed(swap.ratio + RARITY * (MIDDLING - rarest), swap.occurrences)


def _listed(
    model: SubstitutionModel,
    tokens: Tokens,
    text: str,
    listed: Sequence[tuple[Mapping[str, tuple[str, ...]], float]],
) -> Iterator[Swap]:
    """Yield the matches of lexicons whose word is no more than a hint."""
    for lexicon, ratio in listed:
        yield from lexicon_matches(model.language, tokens, text, lexicon, ratio, -MOST_LISTED)


def _stronger(found: Iterable[Swap], known: Iterable[Swap]) -> list[Swap]:
    """Of two swaps of one stretch keep the stronger."""
    kept: dict[tuple[int, int], Swap] = {}
    for swap in (*found, *known):
        place = swap.start, swap.end
        if place not in kept or swap.ratio > kept[place].ratio:
            kept[place] = swap
    return [kept[place] for place in sorted(kept)]


def _first_reading(model: SubstitutionModel, tokens: Tokens) -> Iterator[Piece]:
    for start, end in _pieces(len(tokens)):
        piece = read_piece(model, tokens.ids[start:end], tokens.are_capital[start:end], start)
        if piece is not None:
            yield piece


def _swaps_of(pieces: Iterable[Piece]) -> list[Swap]:
    return [swap for piece in pieces for swap in piece.swaps()]


def _second_reading(
    model: SubstitutionModel, tokens: Tokens, pieces: Iterable[Piece]
) -> list[Swap]:
    swaps = without_overlaps(_swaps_of(piece.with_context(model) for piece in pieces))
    best = {(swap.start, swap.end): swap for swap in swaps}
    confident = [swap for swap in swaps if swap.ratio >= REPAIRED_RATIO]
    for parity in range(2):
        for swap in _reading_of_repaired(model, tokens, confident[parity::2]):
            place = (swap.start, swap.end)
            if place not in best or swap.ratio > best[place].ratio:
                best[place] = swap
    return list(best.values())


def _reading_of_repaired(
    model: SubstitutionModel, tokens: Tokens, chosen: list[Swap]
) -> Iterator[Swap]:
    """Yield the swaps found once `chosen` are repaired, in places of the text as it stands."""
    if not chosen:
        return
    words = model.candidates.words_of(np.array([swap.best for swap in chosen]))
    ids, are_capital, origins = repaired(tokens.ids, tokens.are_capital, chosen, words)
    changed = np.flatnonzero(origins < 0)
    for start, end in _pieces(len(ids)):
        piece = read_piece(model, ids[start:end], are_capital[start:end], start, changed)
        for swap in _swaps_of([piece.with_context(model)] if piece else []):
            come_from = origins[swap.start : swap.end]
            first, last = int(come_from[0]), int(come_from[-1])
            if come_from.min() >= 0 and last - first == len(come_from) - 1:
                yield swap.moved(first, last + 1)


def _pieces(tokens: int) -> Iterator[tuple[int, int]]:
    for start in range(0, tokens, PIECE_TOKENS):
        yield start, min(start + PIECE_TOKENS, tokens)


def _substitutions(
    model: SubstitutionModel, swaps: list[Swap], weighed: list[Swap], text: str, tokens: Tokens
) -> Iterator[Substitution]:
    """Yield the swaps as stretches of `text`; `weighed` are all swaps that were found there."""
    ends = [(int(tokens.starts[s.start]), int(tokens.ends[s.end - 1])) for s in swaps]
    written = [text[start:end] for start, end in ends]
    shares = _shares(model, swaps, weighed)
    shares = agreed([words.casefold() for words in written], shares)
    for (start, end), words, swap, of in zip(ends, written, swaps, shares, strict=True):
        alternatives = _alternatives(words, of)
        if alternatives:
            yield Substitution(
                start,
                end,
                words,
                alternatives[0][0],
                round(swap.ratio, 3),
                alternatives,
                swap.occurrences,
            )


def _shares(model: SubstitutionModel, swaps: list[Swap], weighed: list[Swap]) -> list[Shares]:
    """What the swaps may stand for, by all that was found at their places."""
    places = {(swap.start, swap.end) for swap in swaps}
    every = [swap for swap in weighed if (swap.start, swap.end) in places]
    at: dict[tuple[int, int], Shares] = {}
    for swap, of in zip(every, named(model, every), strict=True):
        place = swap.start, swap.end
        at[place] = mixed(at[place], of) if place in at else of
    return [at[swap.start, swap.end] for swap in swaps]


def _alternatives(written: str, shares: Shares) -> tuple[tuple[str, float], ...]:
    """The best candidates in the manner of what was written, best first."""
    fitting = inflected_alike(written, shares)
    best = sorted(fitting.items(), key=lambda pair: -pair[1])[:MOST_ALTERNATIVES]
    texts = ((in_the_manner_of(written, text), round(share, 3)) for text, share in best)
    return tuple((text, share) for text, share in texts if text != written)
