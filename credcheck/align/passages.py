"""Cut one document into what is compared with others."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.pairs import numbers
from credcheck.align.sentences import sentence_starts
from credcheck.align.strips import strips
from credcheck.align.words import CLOSER, STOP, Words, characters, cut
from credcheck.types import Passage, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from credcheck.align.words import Classes, Flags, Places
    from credcheck.types import Document, Prose

# Marks that close a sentence and stand after its last word, such as `."` or `.)`.
_CLOSING_MARKS_MAX = 3
_MARKS = np.uint8(STOP | CLOSER)


def passages(prose: Prose) -> tuple[Passage, ...]:
    """
    Return what is compared of a document: one passage with the words of its article, or none.

    Words in furniture and in strips set into the text are left out. Offsets lie over `raw`.
    """
    text = characters(prose.text)
    words = cut(text)
    first = sentence_starts(text, words)
    for spans in (prose.furniture, strips(prose.text)):
        if spans:
            words, first = _without(words, first, _inside(words.starts, words.ends, spans))
    if not len(words):
        return ()
    return (_passage(prose.document, text.classes, words, first),)


def _without(words: Words, first: Places, dropped: Flags) -> tuple[Words, Places]:
    """The words and sentence starts that are left; a sentence also ends where furniture cuts in."""
    is_first = np.zeros(len(words), np.bool_)
    is_first[first] = True
    is_first[1:] |= dropped[:-1]
    kept = np.flatnonzero(~dropped)
    starts, ends = words.starts[kept], words.ends[kept]
    left = Words(starts, ends, words.numbers[kept], words.stems[kept])
    return left, np.flatnonzero(is_first[kept])


def narrowed(passage: Passage, spans: Sequence[Span]) -> Passage | None:
    """Return a passage without the words in some spans of its raw text; None if none are left."""
    starts, ends = numbers(passage.starts), numbers(passage.ends)
    sentences = numbers(passage.sentences)
    is_kept = np.ones(len(starts), np.bool_)
    # One place more than words: a cut may reach the end.
    is_first = np.zeros(len(starts) + 1, np.bool_)
    is_first[sentences] = True
    lows = ends.searchsorted(np.array([span.start for span in spans], np.uint32), "right")
    highs = starts.searchsorted(np.array([span.end for span in spans], np.uint32))
    for low, high in zip(lows.tolist(), highs.tolist(), strict=True):
        is_kept[low:high] = False
        # A sentence also begins after what was cut out of it.
        is_first[high] |= low < high
    kept = np.flatnonzero(is_kept)
    if not len(kept):
        return None
    first = np.flatnonzero(is_first[kept])
    last = kept[np.append(first[1:], len(kept)) - 1]
    # A sentence that lost its last words ends with the last that is left.
    home = sentences.searchsorted(last, "right") - 1
    is_whole = np.append(sentences[1:], len(starts))[home] == last + 1
    stops = np.where(is_whole, numbers(passage.stops)[home], ends[last])
    return replace(
        passage,
        span=Span(int(starts[kept[0]]), int(stops[-1])),
        words=_row(numbers(passage.words)[is_kept]),
        stems=_row(numbers(passage.stems)[is_kept]),
        starts=_row(starts[is_kept]),
        ends=_row(ends[is_kept]),
        sentences=_row(first),
        stops=_row(stops),
    )


def _passage(document: Document, classes: Classes, words: Words, first: Places) -> Passage:
    last = np.append(first[1:], len(words)) - 1
    starts, ends = located(document, words.starts, words.ends)
    _, stops = located(document, words.starts[last], _closed(classes, words, last))
    return Passage(
        document=document.id,
        span=Span(int(starts[0]), int(stops[-1])),
        words=_row(words.numbers),
        stems=_row(words.stems),
        starts=_row(starts),
        ends=_row(ends),
        sentences=_row(first),
        stops=_row(stops),
    )


def _row(values: NDArray[np.generic]) -> array[int]:
    return array("I", values.astype(np.uint32, copy=False).tobytes())


def _inside(starts: Places, ends: Places, spans: Sequence[Span]) -> Flags:
    """Tell for each word whether it touches one of the spans, which are sorted and disjoint."""
    if not spans:
        return np.zeros(len(starts), np.bool_)
    span_ends = np.array([span.end for span in spans])
    span_starts = np.array([span.start for span in spans])
    following = np.searchsorted(span_ends, starts, side="right")
    nearest = np.append(span_starts, np.iinfo(np.int64).max)[following]
    return nearest < ends


def _closed(classes: Classes, words: Words, last: Places) -> Places:
    """Ends of the words numbered `last`, moved over the marks right after them."""
    ends = words.ends[last]
    for _ in range(_CLOSING_MARKS_MAX):
        is_mark = (classes.take(ends) & _MARKS) > 0
        if not is_mark.any():
            break
        ends = ends + is_mark
    return ends


def located(document: Document, starts: Places, ends: Places) -> tuple[Places, Places]:
    """
    Return where words of the clean text stand in `raw`: `document.locate` for many words at once.

    Both rows must be sorted, and no word empty.
    """
    for layer in reversed(document.layers):
        if layer.edits:
            out = np.array(layer.starts_out), np.array(layer.ends_out)
            into = np.array(layer.starts_in), np.array(layer.ends_in)
            first, last = _starts_before(starts, *out, *into), _ends_before(ends, *out, *into)
            # What an edit put in comes from nowhere: its span is empty, and may be crossed.
            is_empty = starts == ends
            starts = np.where(is_empty, np.minimum(first, last), first)
            ends = np.where(is_empty, np.maximum(first, last), last)
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
