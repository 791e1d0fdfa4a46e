"""
Set aside stock text: short passages that stand in many files which share nothing else.

What the rules for page furniture do not know (a columnist's note, how a poll was made, where to
send news) betrays itself by its company: it stands in file after file, and makes up little of any.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from credcheck.align.group import homes
from credcheck.types import Alignment, Place, Span

# A passage of at most this many words and this share of either file may be stock text.
STOCK_WORDS_MAX = 160
STOCK_SHARE_MAX = 0.2
# It is if it stands in this many other files, or in so many and the two files share nothing else:
# a sentence that three papers quote is news, not a copy.
OTHER_FILES_MIN = 4
OTHER_FILES_ALONE_MIN = 3
# Files on one event do share statements. A passage in more than this share of all files is kept.
FILES_SHARE_MAX = 0.25
# Two passages of one file are the same if each covers this share of the other.
_OVERLAP_MIN = 0.5


def without_stock(alignments: Iterable[Alignment], files: int) -> tuple[Alignment, ...]:
    """Return the alignments, in order, without those of stock text; `files` counts all files."""
    every = tuple(alignments)
    others = _others(every, homes(every))
    most = FILES_SHARE_MAX * files - 1
    kept = {
        (a.left.document, a.right.document)
        for a, count in zip(every, others, strict=True)
        if not OTHER_FILES_ALONE_MIN <= count <= most
    }
    return tuple(
        a
        for a, count in zip(every, others, strict=True)
        if not _is_stock(count, most, (a.left.document, a.right.document) in kept)
    )


def _is_stock(others: int, most: float, has_more: bool) -> bool:
    least = OTHER_FILES_MIN if has_more else OTHER_FILES_ALONE_MIN
    return least <= others <= most


def _others(alignments: Sequence[Alignment], home: Mapping[str, str]) -> list[int]:
    """
    For each alignment, in how many other files its passage stands; 0 if it is too long.

    Copies of one file count once.
    """
    places = _places((a for a in alignments if _is_small(a)), home)
    return [
        max(_other_files(place, places[place.document]) for place in (a.left, a.right))
        if _is_small(a)
        else 0
        for a in alignments
    ]


def _is_small(alignment: Alignment) -> bool:
    share = max(alignment.left_share, alignment.right_share)
    return alignment.words <= STOCK_WORDS_MAX and share <= STOCK_SHARE_MAX


Partner = tuple[Span, str]


def _places(alignments: Iterable[Alignment], home: Mapping[str, str]) -> dict[str, list[Partner]]:
    """For each file its aligned passages in order, each with the home of the other file."""
    places: dict[str, list[Partner]] = {}
    for alignment in alignments:
        left, right = alignment.left, alignment.right
        places.setdefault(left.document, []).append(
            (left.span, home.get(right.document, right.document))
        )
        places.setdefault(right.document, []).append(
            (right.span, home.get(left.document, left.document))
        )
    for partners in places.values():
        partners.sort()
    return places


def _other_files(place: Place, partners: Sequence[Partner]) -> int:
    """How many other files have a passage at much the same place."""
    after = bisect_left(partners, place.span.end, key=lambda partner: partner[0].start)
    return len({name for span, name in partners[:after] if _is_same(span, place.span)})


def _is_same(one: Span, other: Span) -> bool:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common >= _OVERLAP_MIN * max(len(one), len(other))
