"""The extension of a region, one word at a time: slow, and as plain as can be."""

from __future__ import annotations

import math
from statistics import median_high

from credcheck.align import extend as fast
from credcheck.align.exact import Region
from credcheck.align.tracks import BAND_WORDS, SENTENCE_BONUS

Words = list[str]


def evidence(left: Words, right: Words, region: Region) -> float:
    first, last = offsets(left, right, region)
    lefts = range(region.left_start, region.left_end)
    rights = range(region.right_start, region.right_end)
    return min(total(left, right, lefts, first, last), total(right, left, rights, -first, -last))


def total(own: Words, other: Words, inside: range, first: int, last: int) -> float:
    steps = [first + (n * (last - first)) // max(1, len(inside)) for n in range(len(inside))]
    places = list(zip(inside, steps, strict=True))
    shares = shares_of(own, other, places)
    return sum(weight(own, other, place, step, shares) for place, step in places)


def offsets(left: Words, right: Words, region: Region) -> tuple[int, int]:
    """The shift of the rare words next to either end."""
    rare = [
        (i, j)
        for i in range(region.left_start, region.left_end)
        for j in range(len(right))
        if left[i] == right[j] and left.count(left[i]) <= 2 and right.count(left[i]) <= 2
    ]
    first, last = region.right_start - region.left_start, region.right_end - region.left_end
    inside = range(region.right_start, region.right_end)
    heads = [j - i for i, j in rare[:64] if j in inside and abs(j - i - first) <= 60][:8]
    tails = [j - i for i, j in rare[-64:] if j in inside and abs(j - i - last) <= 60][-8:]
    return (
        median_high(heads) if len(heads) >= 3 else first,
        median_high(tails) if len(tails) >= 3 else last,
    )


def matches(own: Words, other: Words, place: int, step: int) -> bool:
    low, high = place + step - BAND_WORDS, place + step + BAND_WORDS
    return high >= 0 and own[place] in other[max(0, low) : high + 1]


def shares_of(own: Words, other: Words, places: list[tuple[int, int]]) -> dict[bool, float]:
    shares = {}
    for is_long, usual in ((False, 0.9), (True, 0.6)):
        kind = [(p, s) for p, s in places if (len(own[p]) > 3) == is_long]
        found = sum(matches(own, other, place, step) for place, step in kind)
        shares[is_long] = min(max((found + 4 * usual) / (len(kind) + 4), 0.3), 0.97)
    return shares


def weight(own: Words, other: Words, place: int, step: int, shares: dict[bool, float]) -> float:
    word = own[place]
    elsewhere = max(other.count(word) - 1, 0) + 0.3
    band = 2 * BAND_WORDS + 1
    chance = min(1 - math.exp(-elsewhere * band / len(other)), 0.97)
    copied = max(shares[len(word) > 3], chance + 0.02)
    if matches(own, other, place, step):
        return min(math.log(copied / chance), 3.0)
    return math.log((1 - copied) / (1 - chance))


def best(weights: list[float], is_edge: list[bool], inside: int) -> int:
    """How many words to take: beyond `inside`, until the sum has fallen by more than the drop."""
    top, taken, so_far, highest = 0.0, 0, 0.0, -math.inf
    for number, (one, edge) in enumerate(zip(weights, is_edge, strict=True), 1):
        so_far += one
        highest = max(highest, so_far)
        if number > inside and highest - so_far > fast.DROP_MAX:
            break
        if so_far + SENTENCE_BONUS * edge > top:
            top, taken = so_far + SENTENCE_BONUS * edge, number
    return taken


def extended(left: Words, right: Words, region: Region) -> Region:
    """Round by round, until no edge moves far or three rounds brought little."""
    rounds = 0
    while rounds < 3:
        moved = round_of(left, right, region)
        if moved.left_start >= moved.left_end or moved.right_start >= moved.right_end:
            return moved
        edges = zip(edges_of(region), edges_of(moved), strict=True)
        is_settled = all(abs(before - after) <= 3 for before, after in edges)
        rounds += moved.left_words < region.left_words + 36
        region = moved
        if is_settled:
            break
    return region


def edges_of(region: Region) -> tuple[int, int, int, int]:
    return region.left_start, region.left_end, region.right_start, region.right_end


def round_of(left: Words, right: Words, region: Region) -> Region:
    first, last = offsets(left, right, region)
    lefts = moved(left, right, region.left_start, region.left_end, first, last)
    rights = moved(right, left, region.right_start, region.right_end, -first, -last)
    # No edge lags far behind the other side.
    return Region(
        max(0, min(lefts[0], rights[0] - first + 40)),
        min(len(left), max(lefts[1], rights[1] - last - 40)),
        max(0, min(rights[0], lefts[0] + first + 40)),
        min(len(right), max(rights[1], lefts[1] + last - 40)),
    )


def moved(own: Words, other: Words, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """Search from up to 60 words within the stretch to 72 beyond it, at either end."""
    middle = (start + end) // 2
    head, tail = min(middle, start + 60), max(middle, end - 60)
    low, high = max(0, start - 72), min(end + 72, len(own))
    inside = [(n, first) for n in range(start, head)] + [(n, last) for n in range(tail, end)]
    shares = shares_of(own, other, inside)
    heads = [weight(own, other, n, first, shares) for n in range(head - 1, low - 1, -1)]
    tails = [weight(own, other, n, last, shares) for n in range(tail, high)]
    # These texts have no full stops: one sentence from the first word to the last.
    return (
        head - best(heads, [n == 0 for n in range(head - 1, low - 1, -1)], head - start),
        tail + best(tails, [n + 1 == len(own) for n in range(tail, high)], end - tail),
    )
