"""Find all stretches of two passages that say the same, with their places and differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.blocks import Difference, Letters, compared, letters_of
from credcheck.align.cores import copied
from credcheck.align.exact import Region
from credcheck.align.extend import extender
from credcheck.align.pairs import MARGIN_CELLS, SHORT_LETTERS_MAX, Pairs, laid_out
from credcheck.align.regions import digests, merged, strongest
from credcheck.align.similar import like_sentences
from credcheck.types import Alignment, AlignmentKind, Passage, Place, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from credcheck.settings import Duplicates, Settings

# Cells compared at a time: one takes some 400 bytes while its pair is compared.
BENCH_CELLS_MAX = 3 << 17

# A piece counts from this evidence on (nats) and from so many words, and pieces with at most so
# many words between them, on both sides, are one passage.
PIECE_EVIDENCE_MIN = 10.0
PIECE_WORDS_MIN = 6
PIECE_GAP_MAX = 50

# A passage needs more: `Settings.duplicates`. One with so much evidence holds what lies within it.
HOLDING_EVIDENCE_MIN = 28.0

# Prose has four short words in ten. Where copied words have fewer than this and hold no sentence,
# they are headlines of other articles, names, or a row of a table: of 796 shared lists of headlines
# 9 in 10 lie below, of 939 edited copies 1 in 100.
SHORT_SHARE_MIN = 0.3
COPIED_SHARE_MIN = 0.9
LIST_WORDS_MAX = 60

# What ends two files and is all that they share is who wrote them or what the paper is, if it is no
# longer than this; what begins them, a notice or a dateline. It makes up little of either.
ENDING_WORDS_MAX = 60
OPENING_WORDS_MAX = 25
MARGIN_SHARE_MAX = 0.2
_MARGIN_SLACK_WORDS = 12

# From this score on a passage counts as copied. It counts as reworded below the other, or where so
# many of its words were swapped for others; between them, as edited. Where one side is at most half
# as long as the other, as an excerpt. From `COPIED_SCORE_MIN` on it ends with the last copied word.
VERBATIM_SCORE_MIN = 97.0
COPIED_SCORE_MIN = 92.0
EDITED_SCORE_MIN = 70.0
REWORDED_SHARE_MIN = 0.08
EXCERPT_RATIO_MAX = 0.5


def compare(pair: tuple[Passage, Passage], settings: Settings) -> tuple[Alignment, ...]:
    """
    Return the stretches of two passages that say the same, in order of the left passage.

    Offsets lie over the raw texts. Copied, edited, shuffled and reworded stretches are found, and
    digests: a stretch on one side whose sentences stand far apart on the other.
    """
    return compare_all((pair,), settings)[0]


def compare_all(
    pairs: Sequence[tuple[Passage, Passage]], settings: Settings
) -> list[tuple[Alignment, ...]]:
    """`compare` of every pair, several pairs at a time, which costs a fraction of one by one."""
    found: list[tuple[Alignment, ...]] = []
    for some in benches(pairs):
        laid = laid_out(some)
        found_here = regions(laid, settings.duplicates)
        written = letters_of(laid, found_here)
        for (left, right), both in zip(some, found_here, strict=True):
            found.append(tuple(alignment(left, right, r, next(written)) for r in both))
    return found


def benches(
    pairs: Iterable[tuple[Passage, Passage]],
) -> Iterator[list[tuple[Passage, Passage]]]:
    """Lots of pairs that are compared at a time: as many as fit, at least one."""
    some: list[tuple[Passage, Passage]] = []
    cells = 0
    for pair in pairs:
        size = len(pair[0].words) + len(pair[1].words) + 2 * MARGIN_CELLS
        if some and cells + size > BENCH_CELLS_MAX:
            yield some
            some, cells = [], 0
        some.append(pair)
        cells += size
    if some:
        yield some


def regions(pairs: Pairs, limits: Duplicates) -> list[list[Region]]:
    """Return for each pair the regions that say the same, in words, in order of the left."""
    sizes = (pairs.ends - pairs.starts).tolist()
    found = []
    for number, pieces in enumerate(_pieces(pairs)):
        kept = strongest(piece for piece in pieces if not _is_list(pairs, number, piece))
        joined = digests(kept, sizes[2 * number], sizes[2 * number + 1])
        enough = [r for r in merged(joined, PIECE_GAP_MAX) if _is_enough(r, limits)]
        found.append([] if _is_margin(enough, *sizes[2 * number : 2 * number + 2]) else enough)
    return found


def _is_margin(found: Sequence[Region], left_words: int, right_words: int) -> bool:
    """Tell whether all that two passages share is a few words at the end or the start of both."""
    if len(found) != 1:
        return False
    (region,) = found
    words = max(region.left_words, region.right_words)
    after = left_words - region.left_end, right_words - region.right_end
    is_ending = max(after) <= _MARGIN_SLACK_WORDS and words <= ENDING_WORDS_MAX
    before = region.left_start, region.right_start
    is_opening = max(before) == 0 and words <= OPENING_WORDS_MAX
    return (is_ending or is_opening) and words <= MARGIN_SHARE_MAX * min(left_words, right_words)


def _is_enough(region: Region, limits: Duplicates) -> bool:
    words = min(region.left_words, region.right_words)
    return region.evidence >= limits.evidence and words >= limits.passage_words


def _pieces(pairs: Pairs) -> list[list[Region]]:
    """The stretches round every core, each found once: first copied words, then like sentences."""
    extend = extender(pairs).extended
    found: list[list[Region]] = [[] for _ in range(len(pairs))]
    _extend(copied(pairs), extend, found)
    _extend(like_sentences(pairs, found), extend, found)
    return [[piece for piece in some if _is_piece(piece)] for some in found]


def _is_piece(region: Region) -> bool:
    words = min(region.left_words, region.right_words)
    return region.evidence >= PIECE_EVIDENCE_MIN and words >= PIECE_WORDS_MIN


def _extend(
    cores: Iterable[Iterable[Region]],
    extend: Callable[[Sequence[Sequence[Region]]], list[list[Region]]],
    found: list[list[Region]],
) -> None:
    """Add what each core extends to, the longest first, unless it was found before."""
    waiting = [sorted(some, key=lambda core: (-core.left_words, core)) for some in cores]
    # What the longest core of a pair extends to mostly holds the others.
    for lot in (1, None):
        waiting = [_unheld(some, pieces) for some, pieces in zip(waiting, found, strict=True)]
        now = [some[:lot] for some in waiting]
        if any(now):
            _add(now, extend(now), found)
        waiting = [some[1:] for some in waiting]


def _add(
    cores: Iterable[Sequence[Region]],
    grown: Iterable[Sequence[Region]],
    found: Iterable[list[Region]],
) -> None:
    """Add the regions that cores have grown to, but for cores that lie within one."""
    for some, regions_of, pieces in zip(cores, grown, found, strict=True):
        for core, piece in zip(some, regions_of, strict=True):
            if not any(_holds(known, core) for known in pieces):
                pieces.append(piece)


def _unheld(cores: Iterable[Region], pieces: Sequence[Region]) -> list[Region]:
    return [core for core in cores if not any(_holds(piece, core) for piece in pieces)]


def _holds(piece: Region, core: Region) -> bool:
    """Tell whether a core lies within a piece on both sides, or within a much larger one on one."""
    left = piece.left_start <= core.left_start and core.left_end <= piece.left_end
    right = piece.right_start <= core.right_start and core.right_end <= piece.right_end
    if left == right:
        return left
    is_small = (left and 3 * core.left_words <= piece.left_words) or (
        right and 3 * core.right_words <= piece.right_words
    )
    return is_small and piece.evidence >= HOLDING_EVIDENCE_MIN


def _is_list(pairs: Pairs, number: int, piece: Region) -> bool:
    """Tell whether a short copied stretch is no prose: few short words, no whole sentence."""
    if piece.left_words > LIST_WORDS_MAX:
        return False
    starts = pairs.starts[2 * number : 2 * number + 2].tolist()
    lefts, rights = _cells(starts[0], piece.lefts), _cells(starts[1], piece.rights)
    short = np.count_nonzero(pairs.lengths[lefts] <= SHORT_LETTERS_MAX)
    if short >= SHORT_SHARE_MIN * piece.left_words:
        return False
    if any(np.count_nonzero(pairs.is_first[c.start : c.stop + 1]) > 1 for c in (lefts, rights)):
        return False
    known = set(pairs.words[rights].tolist())
    copied = sum(word in known for word in pairs.words[lefts].tolist())
    return copied >= COPIED_SHARE_MIN * piece.left_words


def _cells(start: int, words: slice) -> slice:
    return slice(start + words.start, start + words.stop)


def alignment(left: Passage, right: Passage, region: Region, letters: Letters) -> Alignment:
    """Return a region as an alignment: its places in the raw texts, its score, kind and blocks."""
    difference = compared(left, right, region, letters)
    if difference.score >= COPIED_SCORE_MIN and difference.core != region:
        # A copy ends with the last copied word, whatever the words after it have in common.
        letters = letters.part(difference.core, region)
        region = difference.core
        difference = compared(left, right, region, letters)
    same = difference.kept + difference.replaced
    return Alignment(
        left=Place(left.document, raw_span(left, region.left_start, region.left_end)),
        right=Place(right.document, raw_span(right, region.right_start, region.right_end)),
        score=round(difference.score, 2),
        kind=_kind(region, difference),
        blocks=difference.blocks,
        words=region.left_words,
        left_share=round(same / len(left.words), 6),
        right_share=round(same / len(right.words), 6),
    )


def _kind(region: Region, difference: Difference) -> AlignmentKind:
    """How the two sides of a region differ."""
    sizes = sorted((region.left_words, region.right_words))
    if sizes[0] <= EXCERPT_RATIO_MAX * sizes[1]:
        return "excerpt"
    if difference.score >= VERBATIM_SCORE_MIN:
        return "verbatim"
    is_swapped = difference.replaced >= REWORDED_SHARE_MIN * sizes[1]
    return "reworded" if is_swapped or difference.score < EDITED_SCORE_MIN else "edited"


def raw_span(passage: Passage, start: int, end: int) -> Span:
    """Where the words numbered `start` up to `end` stand, with the marks that close a sentence."""
    last = passage.ends[end - 1]
    place = int(np.searchsorted(np.frombuffer(passage.stops, np.uint32), last))
    following = passage.starts[end] if end < len(passage.starts) else passage.stops[-1]
    if place < len(passage.stops) and passage.stops[place] <= following:
        last = max(last, passage.stops[place])
    return Span(passage.starts[start], last)
