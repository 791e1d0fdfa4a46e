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
# Share of the lighter document's signature that two reports of one event have in common.
# Of 165 pairs of reports on one event 2 stay below .24, of 13,365 pairs of political reports on two
# events 8 in 100 reach it. Among a few files less is asked: there is little to confuse them with.
LEAST_SIMILARITY, LEAST_SIMILARITY_FEW = 0.24, 0.12
FEW_DOCUMENTS = 24
MOST_NEIGHBOURS = 12


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
    return tuple(
        _near(number, signature, signatures, postings)
        for number, signature in enumerate(signatures)
    )


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
        stem: (1.0 + math.log(times)) * rarity(stem)
        for stem, times in count.items()
        if 1 < frequency[stem] <= max(MOST_DOCUMENTS, documents // 50) or documents < 3
    }
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:SIGNATURE_STEMS]
    norm = math.sqrt(sum(weight * weight for _, weight in ranked)) or 1.0
    return {stem: weight / norm for stem, weight in ranked}


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
    is_few = len(signatures) <= FEW_DOCUMENTS
    least = LEAST_SIMILARITY_FEW if is_few else LEAST_SIMILARITY
    kept = [o for o, c in cosine.items() if c >= least and shared[o] >= LEAST_SHARED]
    kept.sort(key=lambda other: (-cosine[other], other))
    return tuple(sorted(kept[:MOST_NEIGHBOURS]))
