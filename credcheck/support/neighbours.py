"""
Which documents report on the same event: those that share rare words.

Every document is known by the words that say most about it; an inverted index over them brings
together the documents that share enough, so that claims are compared within an event only and
the work grows with the number of reports on one event, not with the square of the archive.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from credcheck.support.lexicon import rarity
from credcheck.types import Claim

SIGNATURE_STEMS = 60
# A stem that more documents hold than this tells no event apart.
MOST_DOCUMENTS = 80
LEAST_SHARED = 3
# How many documents of ordinary news the given ones are pooled with when stems are counted, so that
# a few files are not all alike, nor a large archive ruled by words that are rare elsewhere.
BACKGROUND_DOCUMENTS = 100
# Cosine of two signatures from which two documents report on one event. Over 358 articles (55
# events by three outlets each, 8 invented ones, 150 others) it keeps .90 of the pairs on one event
# and lets 14 in 10,000 other pairs through; in folders of 13 articles .95, and 86 in 10,000.
LEAST_SIMILARITY = 0.18
MOST_NEIGHBOURS = 12
# Two documents that share few rare words are on one event too if this share of what is near either
# is near both. With 28 invented events, three to a folder, it brings together 111 of 306 pairs on
# one event that are not alike by themselves and none of two; for a common document 161 and 55.
LEAST_COMMON = 1 / 3
# So few documents that all hang together are on one event, each with each: of 331 pairs of reports
# of 32 invented events in folders of their own 19 are not near by what they share.
FEW_DOCUMENTS = 8


def neighbours(documents: Sequence[Sequence[Claim]]) -> tuple[tuple[int, ...], ...]:
    """For each document the numbers of those on the same event, in order."""
    counts = [_counts(claims) for claims in documents]
    frequency: Counter[str] = Counter()
    for count in counts:
        frequency.update(count.keys())
    signatures = [_signature(count, frequency, len(documents)) for count in counts]
    postings: dict[str, list[int]] = defaultdict(list)
    for number, signature in enumerate(signatures):
        for stem in signature:
            postings[stem].append(number)
    near = [
        _near(number, signature, signatures, postings)
        for number, signature in enumerate(signatures)
    ]
    if 0 < len(near) <= FEW_DOCUMENTS and _is_one_story(near):
        return tuple((*range(number), *range(number + 1, len(near))) for number in range(len(near)))
    return tuple(_joined(number, near) for number in range(len(near)))


def _is_one_story(near: Sequence[tuple[int, ...]]) -> bool:
    """True if every document can be reached from the first by near ones."""
    reached, further = {0}, {0}
    while further:
        further = {other for number in further for other in near[number]} - reached
        reached |= further
    return len(reached) == len(near)


def _joined(number: int, near: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """What is near a document, and what is near to mostly the same documents as it."""
    own = {number, *near[number]}
    further = {beyond for other in near[number] for beyond in near[other]} - own
    joined = []
    for other in sorted(further):
        theirs = {other, *near[other]}
        if len(own & theirs) >= LEAST_COMMON * len(own | theirs):
            joined.append(other)
    return tuple(sorted((*near[number], *joined[: max(0, MOST_NEIGHBOURS - len(near[number]))])))


def _counts(claims: Iterable[Claim]) -> Counter[str]:
    """How many sentences hold each stem."""
    count: Counter[str] = Counter()
    seen: set[int] = set()
    for claim in claims:
        if claim.kind not in {"quote", "name"} and claim.sentence.start not in seen:
            seen.add(claim.sentence.start)
            count.update(claim.about)
    return count


def _signature(
    count: Counter[str], frequency: Mapping[str, int], documents: int
) -> dict[str, float]:
    """The stems that say most about a document, as a vector of length 1."""
    weights = {
        stem: (1.0 + math.log(times)) * _weight(stem, frequency[stem], documents)
        for stem, times in count.items()
        if frequency[stem] <= max(MOST_DOCUMENTS, documents // 50)
    }
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:SIGNATURE_STEMS]
    norm = math.sqrt(sum(weight * weight for _, weight in ranked)) or 1.0
    return {stem: weight / norm for stem, weight in ranked}


def _weight(stem: str, holders: int, documents: int) -> float:
    """How much a stem says: the negative log of the share of documents that hold it."""
    expected = BACKGROUND_DOCUMENTS * math.exp(-rarity(stem))
    return max(0.0, -math.log((holders + expected) / (documents + BACKGROUND_DOCUMENTS)))


def _near(
    number: int,
    signature: Mapping[str, float],
    signatures: Sequence[Mapping[str, float]],
    postings: Mapping[str, Sequence[int]],
) -> tuple[int, ...]:
    """The documents whose vectors are near, by cosine."""
    cosine: dict[int, float] = defaultdict(float)
    shared: dict[int, int] = defaultdict(int)
    for stem, own in signature.items():
        for other in postings[stem]:
            if other != number:
                cosine[other] += own * signatures[other][stem]
                shared[other] += 1
    kept = [o for o, c in cosine.items() if c >= LEAST_SIMILARITY and shared[o] >= LEAST_SHARED]
    kept.sort(key=lambda other: (-cosine[other], other))
    return tuple(sorted(kept[:MOST_NEIGHBOURS]))
