"""Which files share how much: a row a pair of files, the pairs that share most first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from credcheck.language.counted import words
from credcheck.report.rows import AlignmentRow, FileRow, PlaceRow, label
from credcheck.types import AlignmentKind

# From the least altered on; of two kinds that cover as much, the first is named.
_KINDS: tuple[AlignmentKind, ...] = ("verbatim", "edited", "reworded", "excerpt")


@dataclass(frozen=True, slots=True)
class SharedRow:
    """
    Two files and what they share.

    The shares are of the words of each file, 0..1, that stand opposite words of the other one; None
    for a file that is only compared with. `kind` is that of most of these words.
    """

    left: str
    right: str
    left_share: float | None
    right_share: float | None
    passages: int
    kind: AlignmentKind


def sharing(files: Iterable[FileRow], rows: Sequence[AlignmentRow]) -> tuple[SharedRow, ...]:
    """What every two files share, those that share most first."""
    lengths = {file.label: max(1, file.words) for file in files}
    pairs: dict[tuple[str, str], list[AlignmentRow]] = {}
    for row in rows:
        pairs.setdefault((_name(row.left), _name(row.right)), []).append(row)
    found = (_shared(pair, some, lengths) for pair, some in pairs.items())
    return tuple(
        sorted(found, key=lambda s: (-max(s.left_share or 0, s.right_share or 0), s.left, s.right))
    )


def _shared(
    pair: tuple[str, str], rows: Sequence[AlignmentRow], lengths: dict[str, int]
) -> SharedRow:
    faced = [facing(row) for row in rows]
    sizes = dict.fromkeys(_KINDS, 0)
    for row, (left, right) in zip(rows, faced, strict=True):
        sizes[row.kind] += left + right
    return SharedRow(
        *pair,
        left_share=_share(sum(left for left, _ in faced), lengths.get(pair[0])),
        right_share=_share(sum(right for _, right in faced), lengths.get(pair[1])),
        passages=len(rows),
        kind=max(_KINDS, key=lambda kind: sizes[kind]),
    )


def facing(row: AlignmentRow) -> tuple[int, int]:
    """Return how many words of either side stand opposite words of the other."""
    blocks = [block for block in row.blocks if block.op in ("keep", "replace")]
    return (
        sum(_count(row.left, block.left) for block in blocks),
        sum(_count(row.right, block.right) for block in blocks),
    )


def _count(place: PlaceRow, span: tuple[int, int]) -> int:
    first = place.location.start
    return len(words(place.location.quote.exact[span[0] - first : span[1] - first]))


def _name(place: PlaceRow) -> str:
    return label(place.path, place.location.record)


def _share(words: int, length: int | None) -> float | None:
    return None if length is None else min(1.0, words / length)
