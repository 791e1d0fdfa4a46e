"""Match the quotations of near documents: the same words, or the same words changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from credcheck.support.context import concept
from credcheck.support.folding import folded
from credcheck.support.gathered import Files, evidence
from credcheck.support.lexicon import related
from credcheck.support.sentences import WORD
from credcheck.support.wording import Change, Comparison, compare, pieces, plain
from credcheck.types import Claim, Span

# Fewer words can be the same by chance, and are supported only if another text holds them too.
LEAST_WORDS = 5
LEAST_EQUAL = 5
# Below this the words in common are names and grammar; of 13 pairs judged by eye at .50 to .64,
# 9 were not one utterance, of 9 above it 8 were.
LEAST_SHARE = 0.65
LEAST_SHARED_STEMS = 2
# Two people named may still be one speaker, if the words leave no doubt.
LEAST_EQUAL_OF_TWO, LEAST_SHARE_OF_TWO = 8, 0.75
# A quotation that another text has without marks and with words swapped: how long it must be, how
# many content words and what share of all must be equal, how many swapped, and how near those.
SPUN_LEAST_WORDS, SPUN_LEAST_EQUAL, SPUN_LEAST_SHARE = 6, 2, 0.55
SPUN_LEAST_SWAPS, SPUN_KINSHIP, SPUN_LEAST_PART = 2, 0.45, 0.45
PROSE = frozenset({"event", "attribution"})
_MARK = re.compile(r"[“”\"]")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,5}")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation ready to be compared: its claim, its pieces as plain words."""

    place: int
    claim: Claim
    pieces: tuple[tuple[str, ...], ...]
    stems: frozenset[str]


def match_quotations(files: Files) -> None:
    """Gather evidence for the quotations of all near documents."""
    quoted = [_quoted(claims, text) for claims, text in zip(files.claims, files.texts, strict=True)]
    running: dict[int, str] = {}
    for left, right in files.pairs():
        settled = _match(files, left, right, quoted[left], quoted[right])
        for own, other in ((left, right), (right, left)):
            for quote in quoted[own]:
                if (own, quote.place) not in settled:
                    if other not in running:
                        running[other] = _running(files.texts[other])
                    _look_up(files, own, quote, other, running[other])


def _quoted(claims: Sequence[Claim], text: str) -> list[Quoted]:
    found = []
    for place, claim in enumerate(claims):
        if claim.kind == "quote":
            cut = (_plain(piece) for piece in pieces(claim.span.of(text)))
            found.append(Quoted(place, claim, tuple(p for p in cut if p), frozenset(claim.about)))
    return found


def _plain(text: str) -> tuple[str, ...]:
    joined = _INITIALS.sub(lambda match: match[0].replace(".", ""), text)
    return tuple(plain([word.lower().replace("’", "'") for word in WORD.findall(joined)]))


def _running(text: str) -> str:
    """All words of a text between single spaces."""
    return f" {' '.join(_plain(text))} "


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
    compared = [compared_pieces(a, b) for a in one.pieces for b in two.pieces]
    best = max(compared, key=lambda c: (c.equal_content, c.equal, c.share), default=None)
    if best is None or not is_same_utterance(best):
        return None
    speakers = {one.claim.speaker or "", two.claim.speaker or ""} - {""}
    return best if len(speakers) < 2 or _is_beyond_doubt(best) else None


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
        own_words = files.claims[own[0]][own[1]].value.count(" ") + 1
        part = min(1.0, found.length / own_words)
        gathered.supports.append(evidence(other, "supports", part, "same words"))


def said(change: Change) -> str:
    """A change in words: `"allow" here, "enable" there`."""
    here, there = " ".join(change.left), " ".join(change.right)
    return f"“{here}” here, “{there}” there"


def _turned(found: Comparison) -> Comparison:
    changes = tuple(Change(change.right, change.left) for change in found.changes)
    return Comparison(found.equal, found.equal_content, found.length, changes)


def _look_up(files: Files, own: int, quote: Quoted, other: int, running: str) -> None:
    """A quotation whose words stand in the other text outside of quotation marks, or cut up."""
    longest = max(quote.pieces, key=len, default=())
    if len(longest) >= 2 and f" {' '.join(longest)} " in running:
        place = _place(files.texts[other], longest)
        first = files.claims[other][0] if files.claims[other] else quote.claim
        found = evidence(first, "supports", 1.0, "same words", place)
        files.gathered[own, quote.place].supports.append(found)
    elif len(longest) >= SPUN_LEAST_WORDS:
        _look_up_spun(files, own, quote, other, longest)


def _look_up_spun(
    files: Files, own: int, quote: Quoted, other: int, words: tuple[str, ...]
) -> None:
    """A sentence of the other text with the same build, in which words are swapped for others."""
    stems = [concept(stem) for stem in quote.claim.about]
    for claim in files.claims[other]:
        if claim.kind in PROSE and len(set(stems).intersection(claim.about)) >= SPUN_LEAST_EQUAL:
            sentence = claim.span.of(files.texts[other])
            swaps = () if _MARK.search(sentence) else swapped(words, _plain(sentence))
            if swaps:
                detail = "; ".join(said(change) for change in swaps)
                found = evidence(claim, "reworded", 0.5, f"{detail} (without quotation marks)")
                files.gathered[own, quote.place].against.append(found)


def swapped(left: Sequence[str], right: Sequence[str]) -> tuple[Change, ...]:
    """
    Words of a quotation that stand swapped for relatives in a sentence of the same build.

    Empty unless there are SPUN_LEAST_SWAPS and the words around them are the same, in the same
    order, more of them than not: speech reported in other words is no quotation reworded.
    """
    swaps = _swaps(left, right)
    if len(swaps) < SPUN_LEAST_SWAPS:
        return ()
    found = compare(left, [swaps.get(word, word) for word in right])
    same = found.equal_content - len(swaps)
    is_long = found.equal >= SPUN_LEAST_PART * len(left)
    is_built_alike = is_long and same >= SPUN_LEAST_EQUAL and found.share >= SPUN_LEAST_SHARE
    return tuple(Change((b,), (a,)) for a, b in swaps.items()) if is_built_alike else ()


def _swaps(left: Sequence[str], right: Sequence[str]) -> dict[str, str]:
    """Words only the right side has, and the relative only the left side has; each used once."""
    ours = {word: stem for word in left if word not in right and (stem := folded(word))}
    theirs = {word: stem for word in right if word not in left and (stem := folded(word))}
    pairs = sorted(
        (-_kinship(one, two), b, a) for a, one in ours.items() for b, two in theirs.items()
    )
    found: dict[str, str] = {}
    for strength, b, a in pairs:
        if -strength >= SPUN_KINSHIP and b not in found and a not in found.values():
            found[b] = a
    return found


def _kinship(one: str, two: str) -> float:
    if concept(one) == concept(two):
        return 1.0
    return related().get(one, {}).get(two, 0.0)


def _place(text: str, words: tuple[str, ...]) -> Span:
    """Where the first words stand in a text."""
    pattern = r"\W{1,4}".join(re.escape(word) for word in words[:4])
    match = re.search(pattern, text, re.I)
    return Span(*match.span()) if match else Span(0, 0)
