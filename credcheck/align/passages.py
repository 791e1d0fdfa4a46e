"""Cut one document into what is compared with others."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.sentences import sentence_starts
from credcheck.align.words import codes_of, cut
from credcheck.types import Passage, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from credcheck.align.words import Codes, Flags, Places, Words
    from credcheck.types import Document, Prose

# Marks that close a sentence and stand after its last word, such as `."` or `.)`.
_CLOSING_MARKS_MAX = 3


def passages(prose: Prose) -> tuple[Passage, ...]:
    """
    Return what is compared of a document: one passage with the words of its article, or none.

    Words in furniture are left out. Offsets lie over `raw`.
    """
    codes = codes_of(prose.text)
    words = cut(codes)
    if not len(words):
        return ()
    sentences = sentence_starts(codes, words)
    kept = ~_inside(words.starts, words.ends, prose.furniture)
    if not kept.any():
        return ()
    return (_passage(prose.document, codes, words, sentences, kept),)


def _passage(
    document: Document, codes: Codes, words: Words, sentences: Places, kept: Flags
) -> Passage:
    is_first = np.zeros(len(words), np.bool_)
    is_first[sentences] = True
    # A sentence also ends where furniture cuts in.
    is_first[1:] |= ~kept[:-1]
    first = np.flatnonzero(is_first & kept)
    numbers = np.cumsum(kept) - 1
    places = np.flatnonzero(kept)
    starts, ends = located(document, words.starts[places], words.ends[places])
    last = places[np.append(numbers[first][1:], len(places)) - 1]
    stops, _ = _closed(codes, words, last)
    _, raw_stops = located(document, words.starts[last], stops)
    return Passage(
        document=document.id,
        span=Span(int(starts[0]), int(raw_stops[-1])),
        words=_row(words.numbers[places]),
        stems=_row(words.stems[places]),
        starts=_row(starts),
        ends=_row(ends),
        sentences=_row(numbers[first]),
        stops=_row(raw_stops),
    )


def _row(values: NDArray[np.generic]) -> array[int]:
    return array("I", values.astype(np.uint32).tobytes())


def _inside(starts: Places, ends: Places, spans: Sequence[Span]) -> Flags:
    """Tell for each word whether it touches one of the spans, which are sorted and disjoint."""
    if not spans:
        return np.zeros(len(starts), np.bool_)
    span_ends = np.array([span.end for span in spans])
    span_starts = np.array([span.start for span in spans])
    following = np.searchsorted(span_ends, starts, side="right")
    nearest = np.append(span_starts, np.iinfo(np.int64).max)[following]
    return nearest < ends


def _closed(codes: Codes, words: Words, last: Places) -> tuple[Places, Places]:
    """Ends of the words numbered `last`, moved over the marks right after them, and the words."""
    ends = words.ends[last].copy()
    following = np.append(words.starts, len(codes))[last + 1]
    for _ in range(_CLOSING_MARKS_MAX):
        here = np.minimum(ends, len(codes) - 1)
        ends += (ends < following) & ~_is_space(codes[here])
    return ends, following


def _is_space(codes: Codes) -> Flags:
    found: Flags = (codes <= 0x20) | (codes == 0xA0) | ((codes >= 0x2000) & (codes <= 0x200B))
    return found


def located(document: Document, starts: Places, ends: Places) -> tuple[Places, Places]:
    """
    Return where words of the clean text stand in `raw`: `document.locate` for many words at once.

    Both rows must be sorted, and no word empty.
    """
    for layer in reversed(document.layers):
        if layer.edits:
            out = np.array(layer.starts_out), np.array(layer.ends_out)
            into = np.array(layer.starts_in), np.array(layer.ends_in)
            starts, ends = _starts_before(starts, *out, *into), _ends_before(ends, *out, *into)
    return starts, ends


def _starts_before(
    places: Places, starts: Places, ends: Places, starts_there: Places, ends_there: Places
) -> Places:
    """Starts as they were before a layer; one inside a replacement goes to its start."""
    following = np.searchsorted(ends, places, side="right")
    shifts = np.append(0, ends_there - ends)[following]
    starts_next = np.append(starts, np.iinfo(np.int64).max)[following]
    found: Places = np.where(
        starts_next < places, np.append(starts_there, 0)[following], places + shifts
    )
    return found


def _ends_before(
    places: Places, starts: Places, ends: Places, starts_there: Places, ends_there: Places
) -> Places:
    """Ends as they were before a layer; one inside a replacement goes to its end."""
    following = np.searchsorted(starts, places, side="left")
    tail = ends_there[-1] - ends[-1]
    shifts = np.append(starts_there - starts, tail)[following]
    ends_last = np.append(-1, ends)[following]
    found: Places = np.where(
        places < ends_last, np.append(0, ends_there)[following], places + shifts
    )
    return found
