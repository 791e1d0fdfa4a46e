"""
Find words that were swapped for others, and what they were: the noisy channel of spun text.

1. Every stretch that is not fluent and has candidates is scored (gains, evidence).
2. The mean evidence decides whether a text is clearly clean (gate); most are, and are done.
3. Otherwise the wider context is asked, then the text is read twice more with every other swap
   repaired, so that a swap whose neighbour was swapped too is judged beside the right neighbour.
4. Repeats of the same swap share their evidence, and the gate gives its verdict.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from credcheck.language.context import MOST_FIT, words_between
from credcheck.language.evidence import row_scores, span_offsets, weigh
from credcheck.language.gains import PADDING, doubtful_spans, pad, read_line, swap_gains
from credcheck.language.gate import GATE, LEAST_WORDS, Verdict, document_score
from credcheck.language.lexicon_matches import lexicon_matches
from credcheck.language.ngrams import words as vocabulary_words
from credcheck.language.repair import in_the_manner_of, spelt
from credcheck.language.substitution_model import SubstitutionModel, substitution_model
from credcheck.language.swaps import Swap, pooled, repaired, without_overlaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from numpy.typing import NDArray

    from credcheck.language.candidates import Spans
    from credcheck.language.evidence import Evidence
    from credcheck.language.gains import Rows
    from credcheck.language.vocabulary import Tokens

    Ids = NDArray[np.int32]
    Flags = NDArray[np.bool_]
    Floats = NDArray[np.float32]
    Places = NDArray[np.int64]

# Swaps weaker than this (natural log) are not worth a second look.
LEAST_RATIO = 0.0
# Swaps weaker than this are right in fewer than three of four, and not handed on.
REPORTED_RATIO = 1.0
# Swaps at least this strong are repaired when the text is read again; right in five of six.
REPAIRED_RATIO = 1.5
# Tokens that are worked off together; keeps the memory of a long document in bounds.
PIECE_TOKENS = 1 << 14
# A repeat counts in full again after so many tokens, else a long text could not be spun.
STRETCH_TOKENS = 2000
# Candidates named beside the repair.
MOST_ALTERNATIVES = 4
# Rows this far (natural log) below the best of their span cannot catch up through the context.
HOPELESS = 5.0
# Spans below this stay what they are whatever the context says.
WORTH_CONTEXT = -2.0


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


def find_substitutions(
    text: str,
    *,
    extra_lexicon: Mapping[str, tuple[str, ...]] | None = None,
    allow: frozenset[str] = frozenset(),
) -> SpunReading:
    """
    Read `text` and return what looks swapped in it.

    `extra_lexicon` maps spun words or phrases to possible originals; `allow` holds words or phrases
    that are never reported. Both ignore case.
    """
    model = substitution_model()
    tokens = model.language.vocabulary.tokens(text)
    words = len(text.split())
    given = lexicon_matches(model.language, tokens, text, extra_lexicon or {})
    allowed = frozenset(phrase.casefold() for phrase in allow)
    swaps = _admitted(_merged(_first_reading(model, tokens), given), text, tokens, allowed)
    score = _score(swaps, words)
    if score >= GATE.bar("clear", words):
        again = _merged(_second_reading(model, tokens, swaps), given)
        swaps = _admitted(again, text, tokens, allowed)
        score = _score(swaps, words)
    reported = [swap for swap in pooled(swaps) if swap.ratio >= REPORTED_RATIO]
    return SpunReading(
        GATE.verdict(score, words),
        round(score, 4),
        words < LEAST_WORDS,
        words,
        tuple(_substitutions(model, reported, text, tokens)),
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


def _first_reading(model: SubstitutionModel, tokens: Tokens) -> list[Swap]:
    return [
        swap
        for start, end in _pieces(len(tokens))
        for swap in read_piece(
            model, tokens.ids[start:end], tokens.are_capital[start:end], start, ask_context=False
        )
    ]


def _second_reading(model: SubstitutionModel, tokens: Tokens, first: list[Swap]) -> list[Swap]:
    swaps = without_overlaps(
        swap
        for start, end in _pieces(len(tokens))
        for swap in read_piece(
            model, tokens.ids[start:end], tokens.are_capital[start:end], start, ask_context=True
        )
    )
    best = {(swap.start, swap.end): swap for swap in swaps}
    confident = sorted(
        (swap for swap in swaps if swap.ratio >= REPAIRED_RATIO), key=lambda swap: swap.start
    )
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
    for start, end in _pieces(len(ids)):
        for swap in read_piece(
            model, ids[start:end], are_capital[start:end], start, ask_context=True
        ):
            first, last = int(origins[swap.start]), int(origins[swap.end - 1])
            untouched = (origins[swap.start : swap.end] >= 0).all()
            if untouched and last - first == swap.end - swap.start - 1:
                yield replace(swap, start=first, end=last + 1)


def _pieces(tokens: int) -> Iterator[tuple[int, int]]:
    for start in range(0, tokens, PIECE_TOKENS):
        yield start, min(start + PIECE_TOKENS, tokens)


def read_piece(
    model: SubstitutionModel, ids: Ids, are_capital: Flags, offset: int, *, ask_context: bool
) -> list[Swap]:
    """Return the swaps found in one row of tokens, places counted from `offset`."""
    line = read_line(model.language, pad(ids))
    spans, windows = doubtful_spans(line, model.candidates)
    if not len(spans):
        return []
    rows = swap_gains(model.language, line, model.candidates, spans)
    edge = np.zeros(PADDING, np.bool_)
    offsets = span_offsets(
        line, spans, windows, np.concatenate([edge, are_capital, edge]), model.weights
    )
    scores = row_scores(rows, model.candidates, model.weights)
    evidence = weigh(scores, rows.spans, offsets)
    if ask_context:
        scores = scores + _context_scores(model, ids, spans, rows, evidence)
        evidence = weigh(scores, rows.spans, offsets)
    return _swaps(model, spans, rows, evidence, offset - PADDING)


def _context_scores(
    model: SubstitutionModel, ids: Ids, spans: Spans, rows: Rows, evidence: Evidence
) -> Floats:
    """Return what the wider context adds to each row, less what it says for the text as read."""
    vectors, weights = model.vectors, model.weights
    result = np.zeros(len(rows.spans), np.float32)
    worth = evidence.ratios >= WORTH_CONTEXT
    highest = evidence.scores.take(evidence.best)
    chosen = worth[rows.spans] & (evidence.scores >= highest.take(rows.spans) - HOPELESS)
    at = np.flatnonzero(chosen)
    if not len(at):
        return result
    starts, ends = spans.starts - PADDING, spans.ends - PADDING
    around = vectors.surroundings(ids, starts, ends)
    written, is_heard = vectors.fits(around, words_between(ids, starts, ends))
    of_span = rows.spans[at]
    fits, has_vector = vectors.fits(around[of_span], model.candidates.words_of(rows.pairs[at]))
    both = has_vector & is_heard[of_span]
    better = np.clip(fits - written[of_span], -MOST_FIT, MOST_FIT)
    result[at] = np.where(both, weights.context * better, -weights.heard)
    return result


def _swaps(
    model: SubstitutionModel, spans: Spans, rows: Rows, evidence: Evidence, offset: int
) -> list[Swap]:
    found = np.flatnonzero(evidence.ratios >= LEAST_RATIO)
    last = np.append(evidence.heads[1:], len(rows.pairs))
    swaps = []
    for place in found.tolist():
        of_place = slice(int(evidence.heads[place]), int(last[place]))
        swaps.append(
            Swap(
                int(spans.starts[place]) + offset,
                int(spans.ends[place]) + offset,
                int(spans.keys[place]),
                rows.pairs[of_place],
                evidence.scores[of_place],
                float(evidence.ratios[place]),
            )
        )
    return swaps


def _substitutions(
    model: SubstitutionModel, swaps: list[Swap], text: str, tokens: Tokens
) -> Iterator[Substitution]:
    """Yield the swaps as stretches of `text`."""
    shares = [swap.shares(MOST_ALTERNATIVES) for swap in swaps]
    texts = _texts(model, swaps, shares)
    for swap, of_swap in zip(swaps, shares, strict=True):
        start, end = int(tokens.starts[swap.start]), int(tokens.ends[swap.end - 1])
        written = text[start:end]
        alternatives = tuple(
            (in_the_manner_of(written, next(texts)), round(share, 3)) for _, share in of_swap
        )
        yield Substitution(
            start,
            end,
            written,
            alternatives[0][0],
            round(swap.ratio, 3),
            alternatives,
            swap.occurrences,
        )


def _texts(
    model: SubstitutionModel, swaps: list[Swap], shares: list[list[tuple[int, float]]]
) -> Iterator[str]:
    """Yield the text of each candidate that `shares` names, all looked up at once."""
    named = [(swap, place) for swap, of in zip(swaps, shares, strict=True) for place, _ in of]
    numbers = np.array([max(int(swap.pairs[place]), 0) for swap, place in named], np.int64)
    names = vocabulary_words()
    rows = model.candidates.words_of(numbers).tolist()
    for (swap, place), row in zip(named, rows, strict=True):
        listed = swap.texts
        yield listed[place] if listed else spelt([names[word] for word in row if word >= 0])
