"""What one file shares with others, seen from its own side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from credcheck.types import Alignment, Evidence, Place, Relation


@dataclass(frozen=True, slots=True)
class Sharing:
    """
    One file and another that says the same in places; `own` and `other` share their places.

    From `copy_share_min` of its words on, a file is a copy of the other.
    """

    document: str
    other: str
    own_share: float
    other_share: float
    alignments: tuple[Alignment, ...]
    is_left: bool
    copy_share_min: float

    @property
    def is_copy(self) -> bool:
        """True if nearly all of both files is the same."""
        return min(self.own_share, self.other_share) >= self.copy_share_min

    @property
    def is_excerpt(self) -> bool:
        """True if nearly all of this file stands in the other one, which holds more."""
        return self.own_share >= self.copy_share_min and not self.is_copy

    def places(self) -> Iterator[tuple[Place, Place, Alignment]]:
        """Yield the place in this file, the place in the other, and the alignment."""
        for alignment in self.alignments:
            sides = alignment.left, alignment.right
            own, other = sides if self.is_left else sides[::-1]
            yield own, other, alignment


def sharings(alignments: Iterable[Alignment], copy_share_min: float) -> Iterator[Sharing]:
    """Yield what each file shares with each other one, both ways."""
    ordered = sorted(alignments, key=_pair)
    for (left, right), some in groupby(ordered, _pair):
        pair = tuple(some)
        left_share = min(1.0, sum(a.left_share for a in pair))
        right_share = min(1.0, sum(a.right_share for a in pair))
        yield Sharing(left, right, left_share, right_share, pair, True, copy_share_min)
        yield Sharing(right, left, right_share, left_share, pair, False, copy_share_min)


def _pair(alignment: Alignment) -> tuple[str, str]:
    return alignment.left.document, alignment.right.document


def evidence(other: Place, alignment: Alignment) -> Evidence:
    """Where the other wording stands, and how near it is."""
    relation: Relation = "reworded" if alignment.kind == "reworded" else "near-duplicate"
    return Evidence(
        kind="alignment",
        relation=relation,
        detail=f"{alignment.kind}, {alignment.score:.0f} of 100 alike",
        document=other.document,
        span=other.span,
        similarity=round(alignment.score / 100, 4),
    )
