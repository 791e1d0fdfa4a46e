"""Find all stretches of two passages that say the same, with their places and differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.blocks import compared
from credcheck.align.exact import Region, common_runs
from credcheck.align.extend import extender
from credcheck.align.pair import Pair, paired
from credcheck.align.regions import digests, merged, strongest
from credcheck.align.similar import like_sentences
from credcheck.types import Alignment, AlignmentKind, Passage, Place, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from credcheck.settings import Settings

RUN_WORDS_MIN = 5
# Two runs go together if at most this many words lie between them, on either side.
RUN_GAP_MAX = 12
# Shorter stretches are phrases that any two texts may share.
REGION_WORDS_MIN = 20


def compare(pair: tuple[Passage, Passage], settings: Settings) -> tuple[Alignment, ...]:
    """
    Return the stretches of two passages that say the same, in order of the left passage.

    Offsets lie over the raw texts. No two alignments overlap on both sides.
    """
    left, right = pair
    return tuple(alignment(left, right, region) for region in regions(left, right))


def regions(left: Passage, right: Passage) -> list[Region]:
    """Return the regions of two passages that say the same, in words, in order of the left."""
    pieces = strongest(p for p in _pieces(paired(left, right)) if p.evidence >= PIECE_EVIDENCE_MIN)
    found = merged(digests(pieces, len(left.words), len(right.words)), PIECE_GAP_MAX)
    return [region for region in found if _is_enough(region)]


PIECE_EVIDENCE_MIN = 10.0
EVIDENCE_MIN = 28.0


def _is_enough(region: Region) -> bool:
    words = min(region.left_words, region.right_words)
    return region.evidence >= EVIDENCE_MIN and words >= REGION_WORDS_MIN


def _pieces(pair: Pair) -> list[Region]:
    """The stretches round every core, each found once: first copied words, then like sentences."""
    extend = extender(pair).extended
    found: list[Region] = []
    _extend(_exact(pair), extend, found)
    _extend(like_sentences(pair, found), extend, found)
    return [piece for piece in found if min(piece.left_words, piece.right_words) >= PIECE_WORDS_MIN]


def _extend(cores: list[Region], extend: Callable[[Region], Region], found: list[Region]) -> None:
    for core in sorted(cores, key=_size, reverse=True):
        if not any(_holds(piece, core) for piece in found):
            found.append(extend(core))


PIECE_WORDS_MIN = 6


def _size(region: Region) -> tuple[int, Region]:
    return region.left_end - region.left_start, region


def _holds(piece: Region, core: Region) -> bool:
    """Tell whether a core lies within a piece on both sides, or within a much larger one on one."""
    left = piece.left_start <= core.left_start and core.left_end <= piece.left_end
    right = piece.right_start <= core.right_start and core.right_end <= piece.right_end
    if left and right:
        return True
    is_small = (left and 3 * core.left_words <= piece.left_words) or (
        right and 3 * core.right_words <= piece.right_words
    )
    return is_small and piece.evidence >= EVIDENCE_MIN


PIECE_GAP_MAX = 50


def _exact(pair: Pair) -> list[Region]:
    joined: list[Region] = []
    for run in common_runs(pair.left.words, pair.right.words, RUN_WORDS_MIN):
        for place in range(len(joined) - 1, max(-1, len(joined) - 7), -1):
            if _is_next(joined[place], run):
                joined[place] = joined[place].hull(run)
                break
        else:
            joined.append(run)
    return joined


def _is_next(before: Region, after: Region) -> bool:
    lefts, rights = after.left_start - before.left_end, after.right_start - before.right_end
    low = -RUN_WORDS_MIN
    return low <= lefts <= RUN_GAP_MAX and low <= rights <= RUN_GAP_MAX


def alignment(left: Passage, right: Passage, region: Region) -> Alignment:
    """Return a region as an alignment: its places in the raw texts, its score, kind and blocks."""
    ratio, blocks = compared(left, right, region)
    return Alignment(
        left=Place(left.document, raw_span(left, region.left_start, region.left_end)),
        right=Place(right.document, raw_span(right, region.right_start, region.right_end)),
        score=round(ratio, 2),
        kind=kind(left, right, region, ratio),
        blocks=blocks,
        words=region.left_end - region.left_start,
        left_share=round((region.left_end - region.left_start) / len(left.words), 6),
        right_share=round((region.right_end - region.right_start) / len(right.words), 6),
    )


def raw_span(passage: Passage, start: int, end: int) -> Span:
    """Where the words numbered `start` up to `end` stand, with the marks that close a sentence."""
    last = passage.ends[end - 1]
    place = int(np.searchsorted(np.frombuffer(passage.stops, np.uint32), last))
    following = passage.starts[end] if end < len(passage.starts) else passage.stops[-1]
    if place < len(passage.stops) and passage.stops[place] <= following:
        last = max(last, passage.stops[place])
    return Span(passage.starts[start], last)


# From these scores on a stretch counts as copied, or as copied and edited; below, as reworded.
VERBATIM_SCORE_MIN = 97.0
EDITED_SCORE_MIN = 70.0
# A verbatim or edited stretch of at most this share of either passage is an excerpt.
EXCERPT_SHARE_MAX = 0.5


def kind(left: Passage, right: Passage, region: Region, ratio: float) -> AlignmentKind:
    """How the two sides of a region differ."""
    if ratio < EDITED_SCORE_MIN:
        return "reworded"
    return "verbatim" if ratio >= VERBATIM_SCORE_MIN else "edited"
