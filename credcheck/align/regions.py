"""From pairs of like sentences to regions: stretches of sentences that belong together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from credcheck.align.similar import Floats, Likeness

Seed = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """Sentences `top`..`bottom` of the left passage, `first`..`last` of the right; inclusive."""

    top: int
    bottom: int
    first: int
    last: int


# Two sentences are seeds from this likeness on (cosine of tf-idf, share of common stems). The
# thresholds of Sanchez-Perez et al. 2014, which the development pairs confirmed.
SEED_COSINE_MIN = 0.33
SEED_DICE_MIN = 0.34
# Sentences that may lie between two seeds of one region.
GAP_MAX = 6
# A region as a whole must be this alike; if it is not, it is cut at its widest gap.
REGION_COSINE_MIN = 0.20
# A sentence next to a region joins it from this likeness to one of the region's sentences on.
GROW_COSINE_MIN = 0.20
_GROW_WINDOW = 3


def seeds(likeness: Likeness) -> list[Seed]:
    """Return the pairs of sentences that are much alike, in order."""
    rows, columns = np.nonzero(likeness.cosine > SEED_COSINE_MIN)
    if not len(rows):
        return []
    kept = likeness.dice(rows, columns) > SEED_DICE_MIN
    return list(zip(rows[kept].tolist(), columns[kept].tolist(), strict=True))


def boxes(likeness: Likeness, found: list[Seed], gap: int = GAP_MAX) -> Iterator[Box]:
    """Yield stretches of sentences round the seeds, each alike as a whole."""
    waiting = [(found, gap)] if found else []
    while waiting:
        some, gap_now = waiting.pop()
        for cluster in clusters(some, gap_now):
            box = _around(cluster)
            if region_cosine(likeness, box) > REGION_COSINE_MIN:
                yield box
            elif gap_now > 0:
                waiting.append((cluster, gap_now - 1))


def clusters(found: list[Seed], gap: int) -> Iterator[list[Seed]]:
    """Part seeds wherever more than `gap` sentences lie between them, on either side."""
    waiting = [(found, 0, False)]
    while waiting:
        some, side, was_whole = waiting.pop()
        parts = list(_parts(sorted(some, key=lambda seed: seed[side]), side, gap))
        if len(parts) > 1:
            waiting += ((part, 1 - side, False) for part in parts)
        elif was_whole:
            yield parts[0]
        else:
            waiting.append((parts[0], 1 - side, True))


def _parts(ordered: list[Seed], side: int, gap: int) -> Iterator[list[Seed]]:
    start = 0
    for place in range(1, len(ordered)):
        if ordered[place][side] - ordered[place - 1][side] > gap + 1:
            yield ordered[start:place]
            start = place
    yield ordered[start:]


def _around(cluster: list[Seed]) -> Box:
    lefts, rights = [s[0] for s in cluster], [s[1] for s in cluster]
    return Box(min(lefts), max(lefts), min(rights), max(rights))


def region_cosine(likeness: Likeness, box: Box) -> float:
    """How alike the two sides of a box are as wholes."""
    left = likeness.left[box.top : box.bottom + 1].sum(axis=0)
    right = likeness.right[box.first : box.last + 1].sum(axis=0)
    return float(left @ right) / (_length(left) * _length(right) + 1e-9)


def _length(vector: Floats) -> float:
    return float(np.sqrt(vector @ vector))


def grown(likeness: Likeness, box: Box) -> Box:
    """The box with the sentences round it that are like one of its own."""
    while (larger := _grown_once(likeness.cosine, box)) != box:
        box = larger
    return box


def _grown_once(cosine: Floats, box: Box) -> Box:
    box = _down(cosine, box)
    box = _flipped(_down(cosine[::-1, ::-1], _flipped(box, cosine.shape)), cosine.shape)
    box = _turned(_down(cosine.T, _turned(box)))
    shape = cosine.T.shape
    return _turned(_flipped(_down(cosine.T[::-1, ::-1], _flipped(_turned(box), shape)), shape))


def _down(cosine: Floats, box: Box) -> Box:
    """Take in the left sentence below the box if it is like one near the right side."""
    row = box.bottom + 1
    if row >= cosine.shape[0]:
        return box
    low, high = max(0, box.first - 1), min(cosine.shape[1], box.last + 1 + _GROW_WINDOW)
    best = low + int(cosine[row, low:high].argmax())
    if cosine[row, best] <= GROW_COSINE_MIN:
        return box
    return replace(box, bottom=row, first=min(box.first, best), last=max(box.last, best))


def _turned(box: Box) -> Box:
    return Box(box.first, box.last, box.top, box.bottom)


def _flipped(box: Box, shape: tuple[int, ...]) -> Box:
    rows, columns = shape[0] - 1, shape[1] - 1
    return Box(rows - box.bottom, rows - box.top, columns - box.last, columns - box.first)
