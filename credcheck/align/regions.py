"""Put together what belongs together: pieces of one passage, and the two sides of a digest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from credcheck.align.exact import Region


def merged(found: Iterable[Region], gap: int) -> list[Region]:
    """Join regions with at most `gap` words between them on both sides, in whatever order."""
    waiting = sorted(found)
    while True:
        joined: list[Region] = []
        for region in waiting:
            for place, other in enumerate(joined):
                if are_near(other, region, gap):
                    joined[place] = other.hull(region)
                    break
            else:
                joined.append(region)
        if len(joined) == len(waiting):
            return sorted(joined)
        waiting = sorted(joined)


def strongest(found: Iterable[Region]) -> list[Region]:
    """Of regions that have much of one side in common, keep the one with the most evidence."""
    kept: list[Region] = []
    for region in sorted(found, key=lambda r: (-r.evidence, r)):
        if not any(_overlap(region, other) for other in kept):
            kept.append(region)
    return sorted(kept)


# Of two regions that share this much of the shorter one's words on one side, one goes.
OVERLAP_SHARE_MAX = 0.5


def _overlap(one: Region, other: Region) -> bool:
    lefts = min(one.left_end, other.left_end) - max(one.left_start, other.left_start)
    rights = min(one.right_end, other.right_end) - max(one.right_start, other.right_start)
    return lefts > OVERLAP_SHARE_MAX * min(
        one.left_words, other.left_words
    ) or rights > OVERLAP_SHARE_MAX * min(one.right_words, other.right_words)


def are_near(one: Region, other: Region, gap: int) -> bool:
    """Tell whether at most `gap` words lie between two regions, on either side."""
    return (
        other.left_start - one.left_end <= gap
        and one.left_start - other.left_end <= gap
        and other.right_start - one.right_end <= gap
        and one.right_start - other.right_end <= gap
    )


# A digest has at least this evidence, in nats: 19 in 20 of the development pairs have. Names and
# figures that two reports on one event share, lined up by chance, reach less.
DIGEST_EVIDENCE_MIN = 60.0
# Pieces of a digest follow one another on its side with at most this many words of its own ...
DIGEST_GAP_MAX = 25
# ... and make up this share of it: a digest says little that is not in its source.
DIGEST_COVER_MIN = 0.85
# A digest is at most half as long as what it digests.
DIGEST_RATIO_MIN = 2.0
# Two pieces may be two quotations. They make a digest only if they are short and lie far apart
# in the other passage: this many words in the mean, this share of it.
PAIR_WORDS_MAX = 60
PAIR_SPREAD_MIN = 0.4
# Where the pieces of a digest spread over this share of the other passage, it digests all of it.
WHOLE_SHARE_MIN = 0.25


def digests(pieces: Sequence[Region], left_words: int, right_words: int) -> list[Region]:
    """Join pieces that follow one another on one side and are far apart on the other."""
    found = _digested(pieces, right_words)
    turned = _digested([piece.turned() for piece in found], left_words)
    return sorted(piece.turned() for piece in turned)


def _digested(pieces: Sequence[Region], right_words: int) -> list[Region]:
    found: list[Region] = []
    chain: list[Region] = []
    for piece in sorted(pieces):
        if chain and piece.left_start - max(p.left_end for p in chain) > DIGEST_GAP_MAX:
            found += _digest(chain, right_words)
            chain = []
        chain.append(piece)
    return found + _digest(chain, right_words)


def _digest(chain: list[Region], right_words: int) -> list[Region]:
    if len(chain) < 2:
        return chain
    hull = chain[0]
    for piece in chain[1:]:
        hull = hull.hull(piece)
    if not _is_digest(hull, chain, right_words):
        return chain
    if hull.right_words >= WHOLE_SHARE_MIN * right_words:
        hull = Region(hull.left_start, hull.left_end, 0, right_words, hull.evidence)
    return [hull]


def _is_digest(hull: Region, chain: list[Region], right_words: int) -> bool:
    covered = sum(piece.left_words for piece in chain)
    if hull.evidence < DIGEST_EVIDENCE_MIN:
        return False
    if hull.right_words < DIGEST_RATIO_MIN * hull.left_words:
        return False
    if covered < DIGEST_COVER_MIN * hull.left_words:
        return False
    is_spread = hull.right_words >= PAIR_SPREAD_MIN * right_words
    return len(chain) > 2 or (is_spread and covered <= 2 * PAIR_WORDS_MAX)
