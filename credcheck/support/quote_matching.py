"""Match the quotations of near documents: the same words, or the same words changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from credcheck.support.gathered import Files, evidence
from credcheck.support.swapped_quotes import Prose, prose_of
from credcheck.support.wording import Change, Comparison, compare, openings, pieces, plain_words
from credcheck.types import Claim, Span

# Fewer words can be the same by chance, and are supported only if another text holds them too.
LEAST_WORDS = 5
LEAST_EQUAL = 5
# Below this the words in common are names and grammar; of 13 pairs judged by eye at .50 to .64,
# 9 were not one utterance, of 9 above it 8 were.
LEAST_SHARE = 0.65
LEAST_SHARED_STEMS = 2
# Of 11 pairs told below this share in 3,385 real articles 7 were not one utterance: there words
# must stand for words, or many words be equal.
DOUBTFUL, DOUBTFUL_OF_MANY, LEAST_EQUAL_OF_MANY = 0.8, 0.75, 14
# Two people named may still be one speaker, if the words leave no doubt.
LEAST_EQUAL_OF_TWO, LEAST_SHARE_OF_TWO = 8, 0.75
# Share of the shorter quotation that the shared stretch makes up, unless so many words are equal.
# Of 30 pairs told in 1,391 real articles 6 were below, none of them one utterance.
LEAST_PART = 0.5
LEAST_EQUAL_OF_PART, LEAST_SHARE_OF_PART = 10, 0.8
# So many words before or after it, in which both part from each other, make a phrase in common; and
# the share from which two speakers, or such words, leave no doubt. Of 9 pairs told otherwise in
# 3,385 real articles one was one utterance.
LEAST_APART, LEAST_APART_OF_SHORT, LEAST_SHARE_OF_SURE = 3, 2, 0.9
# If it is not known that one person speaks, so few equal words before or after a word that differs
# may stand in any two statements.
FEW_EQUAL, LEAST_SHARE_OF_ONE = 6, 0.7


class Piece(NamedTuple):
    """Words of a quotation without a cut, as compared, and at which of them sentences begin."""

    words: tuple[str, ...]
    openings: frozenset[int]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation ready to be compared: its claim, its pieces as plain words."""

    place: int
    claim: Claim
    pieces: tuple[Piece, ...]
    stems: frozenset[str]


def match_quotations(files: Files) -> None:
    """Gather evidence for the quotations of all near documents."""
    quoted = [_quoted(claims, text) for claims, text in zip(files.claims, files.texts, strict=True)]
    running: dict[int, str] = {}
    prose: dict[int, Prose] = {}
    for left, right in files.pairs():
        settled = _match(files, left, right, quoted[left], quoted[right])
        for own, other in ((left, right), (right, left)):
            for quote in quoted[own]:
                if (own, quote.place) not in settled:
                    if other not in running:
                        running[other] = _running(files.texts[other])
                        prose[other] = prose_of(files.claims[other], files.texts[other])
                    _look_up(files, own, quote, other, running[other], prose[other])


def _quoted(claims: Sequence[Claim], text: str) -> list[Quoted]:
    found = []
    for place, claim in enumerate(claims):
        if claim.kind == "quote":
            cut = (_piece(raw) for raw in pieces(claim.span.of(text)))
            whole = tuple(piece for piece in cut if piece.words)
            found.append(Quoted(place, claim, whole, frozenset(claim.about)))
    return found


def _piece(raw: str) -> Piece:
    found = plain_words(raw)
    return Piece(found, openings(raw) | {len(found)})


def _running(text: str) -> str:
    """All words of a text between single spaces."""
    return f" {' '.join(plain_words(text))} "


def _match(
    files: Files, left: int, right: int, ours: list[Quoted], theirs: list[Quoted]
) -> set[tuple[int, int]]:
    settled: set[tuple[int, int]] = set()
    for one in ours:
        for two in theirs:
            if len(one.stems & two.stems) < min(LEAST_SHARED_STEMS, len(one.stems), len(two.stems)):
                continue
            found = _best(one, two)
            if found is None:
                continue
            settled |= {(left, one.place), (right, two.place)}
            _note(files, (left, one.place), two.claim, found)
            _note(files, (right, two.place), one.claim, _turned(found))
    return settled


def _best(one: Quoted, two: Quoted) -> Comparison | None:
    """The comparison of the pieces that share most, if they are the same words at all."""
    compared = [(compared_pieces(a.words, b.words), a, b) for a in one.pieces for b in two.pieces]
    if not compared:
        return None
    best, ours, theirs = max(compared, key=lambda found: _amount(found[0]))
    shorter = min(len(ours.words), len(theirs.words))
    if not is_same_utterance(best) or not _may_be_one(best, one.claim.speaker, two.claim.speaker):
        return None
    if best.replaced and not _is_large(best, shorter):
        return None
    return None if best.replaced and _parts(best, ours, theirs) else best


def _parts(found: Comparison, one: Piece, two: Piece) -> bool:
    """
    True if both quotations go on in other words, in the same sentence, before or after what they
    share: statements of two people, or two of one, hold the same phrase.

    Unless what they share is long and word stands for word in it.
    """
    if found.is_word_for_word and found.equal >= LEAST_EQUAL_OF_MANY:
        return False
    before = min(_back(found.start[0], one), _back(found.start[1], two))
    after = min(_on(found.end[0], one), _on(found.end[1], two))
    is_short = found.equal < LEAST_EQUAL_OF_PART
    least = LEAST_APART_OF_SHORT if is_short else LEAST_APART
    return max(before, after) >= least and not _is_long(found)


def _back(place: int, piece: Piece) -> int:
    """Words from the beginning of a sentence to a place in it."""
    return place - max(start for start in piece.openings if start <= place)


def _on(place: int, piece: Piece) -> int:
    """Words from a place to the end of its sentence."""
    return min(start for start in piece.openings if start >= place) - place


def _is_long(found: Comparison) -> bool:
    return found.equal >= LEAST_EQUAL_OF_PART and found.share >= LEAST_SHARE_OF_SURE


def _may_be_one(found: Comparison, one: str | None, two: str | None) -> bool:
    """False if two people are named and the words differ, or the words leave doubt."""
    is_sure = _is_long(found) if found.replaced else _is_beyond_doubt(found)
    if one and one == two:
        return not _is_doubtful(found)
    is_thin = found.share < LEAST_SHARE_OF_ONE or (found.equal <= FEW_EQUAL and not found.is_framed)
    return is_sure or not ((one and two) or (found.replaced and is_thin) or _is_doubtful(found))


def _is_doubtful(found: Comparison) -> bool:
    is_long = found.equal >= LEAST_EQUAL_OF_TWO
    is_in_place = found.is_word_for_word and (is_long or found.is_one_for_one)
    least = DOUBTFUL_OF_MANY if found.equal >= LEAST_EQUAL_OF_MANY else DOUBTFUL
    return not is_in_place and found.share < least


def _amount(found: Comparison) -> tuple[int, int, float]:
    return found.equal_content, found.equal, found.share


def _is_large(found: Comparison, shorter: int) -> bool:
    """
    True if the shared stretch is a good part of the shorter quotation, or long in itself.

    "In the death of Mr Oreb" and "in the murder of Mr Oreb" may stand in any two statements.
    """
    is_long = found.equal >= LEAST_EQUAL_OF_PART and found.share >= LEAST_SHARE_OF_PART
    return is_long or found.length >= LEAST_PART * shorter


def compared_pieces(one: tuple[str, ...], two: tuple[str, ...]) -> Comparison:
    """Two pieces compared; one that the other holds whole is equal to it."""
    shorter, longer = sorted((one, two), key=len)
    if f" {' '.join(shorter)} " in f" {' '.join(longer)} ":
        return compare(shorter, shorter)
    return compare(one, two)


def is_same_utterance(found: Comparison) -> bool:
    """True if so much of the shared stretch is equal that the two are one utterance."""
    least = LEAST_EQUAL if found.replaced else min(LEAST_EQUAL, found.length)
    if found.equal < least or found.equal_content < min(LEAST_SHARED_STEMS, found.equal):
        return False
    if found.is_by_a_word and not _is_beyond_doubt(found):
        return False
    is_thin = found.equal < LEAST_EQUAL_OF_TWO and found.equal_content <= LEAST_SHARED_STEMS
    return found.share >= (LEAST_SHARE_OF_TWO if is_thin else LEAST_SHARE)


def _is_beyond_doubt(found: Comparison) -> bool:
    return found.equal >= LEAST_EQUAL_OF_TWO and found.share >= LEAST_SHARE_OF_TWO


def _note(files: Files, own: tuple[int, int], other: Claim, found: Comparison) -> None:
    gathered = files.gathered[own]
    if found.replaced:
        detail = "; ".join(said(change) for change in found.changes)
        gathered.against.append(evidence(other, "reworded", found.share, detail))
    else:
        claim = files.claims[own[0]][own[1]]
        part = min(1.0, found.length / (claim.value.count(" ") + 1))
        gathered.supports.append(evidence(other, "supports", part, "same words", own=claim))


def said(change: Change) -> str:
    """A change in words: `"allow" here, "enable" there`, or `"kindly" only there`."""
    here, there = " ".join(change.left), " ".join(change.right)
    if not (here and there):
        return f"“{here}” only here" if here else f"“{there}” only there"
    return f"“{here}” here, “{there}” there"


def _turned(found: Comparison) -> Comparison:
    changes = tuple(Change(change.right, change.left) for change in found.changes)
    return replace(found, changes=changes)


def _look_up(files: Files, own: int, quote: Quoted, other: int, running: str, index: Prose) -> None:
    """A quotation whose words stand in the other text outside of quotation marks, or cut up."""
    longest = max((piece.words for piece in quote.pieces), key=len, default=())
    gathered = files.gathered[own, quote.place]
    if len(longest) >= 2 and f" {' '.join(longest)} " in running:
        where = _place(files.texts[other], longest)
        first = files.claims[other][0] if files.claims[other] else quote.claim
        gathered.supports.append(evidence(first, "supports", 1.0, "same words", where))
        return
    for place, swaps in index.look_up(longest, quote.stems):
        detail = "; ".join(said(change) for change in swaps) + " (without quotation marks)"
        rival = files.claims[other][place]
        gathered.against.append(evidence(rival, "reworded", 0.5, detail))


def _place(text: str, words: tuple[str, ...]) -> Span:
    """Where the first words stand in a text."""
    pattern = r"\W{1,4}".join(re.escape(word) for word in words[:4])
    match = re.search(pattern, text, re.I)
    return Span(*match.span()) if match else Span(0, 0)
