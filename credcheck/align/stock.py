"""
Set aside stock text: short passages that files about different matters have in common.

What the rules for page furniture do not know (a columnist's note, a standing quotation, how a
broadcast ends, where to send news) betrays itself by its company. It stands in file after file, or
it opens or ends two of them, it makes up little of any, and beside it the files have nothing in
common, not even their subject.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from credcheck.align.group import SOURCE_SHARE, by_pair, homes
from credcheck.align.topics import Topics
from credcheck.types import Alignment, Passage, Place, Span

# A passage of at most this many words and this share of either file may be stock text.
STOCK_WORDS_MAX = 300
STOCK_SHARE_MAX = 0.25
# It is if it stands in so many other files, or in so many and the two files share nothing else ...
OTHER_FILES_MIN = 4
OTHER_FILES_ALONE_MIN = 3
# ... and they are no nearer in their subject than two files drawn at random: a sentence that three
# papers quote is news. (Of 600 random pairs of articles none reached .12.)
STRANGERS_LIKENESS_MAX = 0.12
# It is, too, if it opens or ends one other file as it does this one and is no longer than this; so
# many words may stand before or after it: a title, a date.
MARGIN_WORDS_MAX = 100
MARGIN_SLACK_WORDS = 25
# What stands at the very start of one and the very end of the other is no longer than this.
CROSSED_WORDS_MAX = 60
CROSSED_SLACK_WORDS = 3
# In so many other files it may be longer and lie deeper, and they may be as near as two polls.
MARGIN_OTHER_FILES_MIN = 2
MARGIN_SLACK_DEEP_WORDS = 60
MARGIN_LIKENESS_MAX = 0.22
# Files on one event do share statements. A passage in more than this share of all files is kept.
FILES_SHARE_MAX = 0.25
# Two passages of one file are the same if each covers this share of the other.
_OVERLAP_MIN = 0.5
# In a smaller folder nothing tells what its files rarely say.
FILES_MIN = 16

# Words before and after a passage.
_Beside = tuple[int, int]


def without_stock(
    alignments: Iterable[Alignment],
    passages: Sequence[Passage],
    source_share: float = SOURCE_SHARE,
) -> tuple[Alignment, ...]:
    """
    Return the alignments, in order, without those of stock text, judged by all `passages`.

    From `source_share` of its words on a file is a copy, and counts with its source as one.
    """
    every = tuple(alignments)
    if len(passages) < FILES_MIN or not every:
        return every
    known = {passage.document: passage for passage in passages}
    others = _others(every, homes(every, source_share))
    most = FILES_SHARE_MAX * len(passages) - 1
    marks = [
        _mark(a, count if count <= most else 0, known)
        for a, count in zip(every, others, strict=True)
    ]
    stock = _stock(every, marks, Topics.of(passages))
    return tuple(a for a in every if id(a) not in stock)


@dataclass(frozen=True, slots=True)
class _Mark:
    """
    Why a passage may be stock: in how many other files it stands, and whether at one end of both.

    `likeness_max` is how near two files may be that share nothing but such passages; 0 if nothing
    speaks for stock.
    """

    others: int = 0
    is_at_margin: bool = False
    likeness_max: float = 0.0

    @property
    def is_common(self) -> bool:
        """True if it is stock whatever else the two files share."""
        return self.others >= (MARGIN_OTHER_FILES_MIN if self.is_at_margin else OTHER_FILES_MIN)


def _mark(alignment: Alignment, others: int, known: Mapping[str, Passage]) -> _Mark:
    if not _is_small(alignment):
        return _Mark()
    beside = _words_beside(known, alignment.left), _words_beside(known, alignment.right)
    if others >= MARGIN_OTHER_FILES_MIN and _are_at_margin(*beside, MARGIN_SLACK_DEEP_WORDS):
        return _Mark(others, True, MARGIN_LIKENESS_MAX)
    is_at_margin = _is_alone_at_margin(alignment.words, *beside)
    is_stock = is_at_margin or others >= OTHER_FILES_ALONE_MIN
    return _Mark(others, is_at_margin, STRANGERS_LIKENESS_MAX if is_stock else 0.0)


def _is_alone_at_margin(words: int, left: _Beside, right: _Beside) -> bool:
    if words <= MARGIN_WORDS_MAX and _are_at_margin(left, right, MARGIN_SLACK_WORDS):
        return True
    is_crossed = max(min(left), min(right)) <= CROSSED_SLACK_WORDS
    return is_crossed and words <= CROSSED_WORDS_MAX


def _are_at_margin(left: _Beside, right: _Beside, slack: int) -> bool:
    """Tell whether a passage opens both files or ends both."""
    return any(max(words) <= slack for words in zip(left, right, strict=True))


def _words_beside(known: Mapping[str, Passage], place: Place) -> _Beside:
    """How many words of a file stand before a place, and after it."""
    starts = known[place.document].starts
    first, last = bisect_left(starts, place.span.start), bisect_left(starts, place.span.end)
    return first, len(starts) - last


def _stock(every: Sequence[Alignment], marks: Sequence[_Mark], topics: Topics) -> set[int]:
    """The ids of the alignments of stock text."""
    mark = {id(a): mark for a, mark in zip(every, marks, strict=True)}
    found: set[int] = set()
    for (left, right), some in by_pair(every).items():
        if not any(mark[id(a)].likeness_max for a in some):
            continue
        likeness = topics.likeness(left, right, some)
        if likeness is not None:
            pair = {id(a): mark[id(a)] for a in some}
            found |= _stock_of_pair(pair, likeness)
    return found


def _stock_of_pair(marks: Mapping[int, _Mark], likeness: float) -> set[int]:
    """Which passages of two files that are so near in their subject are stock."""
    found = {key for key, mark in marks.items() if likeness < mark.likeness_max}
    if likeness < STRANGERS_LIKENESS_MAX and any(marks[key].is_at_margin for key in found):
        # Pages of one site: what else they have in common with a third is the site's too.
        found |= {key for key, m in marks.items() if m.others >= MARGIN_OTHER_FILES_MIN}
    if len(found) < len(marks):
        return {key for key in found if marks[key].is_common}
    return found


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
