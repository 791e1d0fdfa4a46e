"""Cut documents into what is compared with others, several of them at a time."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from credcheck.align.sentences import sentence_starts
from credcheck.align.strips import candidates, strips
from credcheck.align.words import CLOSER, STOP, Words, characters, cut
from credcheck.types import Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from credcheck.align.words import Characters, Classes, Flags, Numbers, Places
    from credcheck.types import Document, Prose

# Marks that close a sentence and stand after its last word, such as `."` or `.)`.
_CLOSING_MARKS_MAX = 3
_MARKS = np.uint8(STOP | CLOSER)
# Characters cut at a time: what a processor keeps at hand. Every one takes some 40 bytes meanwhile.
_CHARACTERS_AT_ONCE = 1 << 16


def passages(prose: Prose) -> tuple[Passage, ...]:
    """
    Return what is compared of a document: one passage with the words of its article, or none.

    Words in furniture and in strips set into the text are left out. Offsets lie over `raw`.
    """
    return passages_of((prose,))[0]


def passages_of(proses: Iterable[Prose]) -> list[tuple[Passage, ...]]:
    """`passages` of every document, several at a time, which costs half of one by one."""
    return [found for lot in _lots(proses) for found in _cut(lot)]


def _lots(proses: Iterable[Prose]) -> Iterator[list[Prose]]:
    """Documents that are cut at a time: as many as fit, at least one."""
    lot: list[Prose] = []
    size = 0
    for prose in proses:
        if lot and size + len(prose.text) > _CHARACTERS_AT_ONCE:
            yield lot
            lot, size = [], 0
        lot.append(prose)
        size += len(prose.text)
    if lot:
        yield lot


def _cut(lot: Sequence[Prose]) -> Iterator[tuple[Passage, ...]]:
    """The passages of documents that are cut at a time."""
    text = characters(*(prose.text for prose in lot))
    words = cut(text)
    first = sentence_starts(text, words)
    dropped = _dropped(lot, text, words)
    if dropped is not None:
        words, first = _without(words, first, dropped)
    rows = _Rows.of(text, words, first)
    ends = words.starts.searchsorted(text.starts[1:]).tolist()
    start = first_start = 0
    for prose, end, first_end in zip(
        lot, (*ends, len(words)), (*first.searchsorted(ends).tolist(), len(first)), strict=True
    ):
        if start < end:
            some, own = slice(start, end), slice(first_start, first_end)
            yield (rows.passage(prose.document, some, own),)
        else:
            yield ()
        start, first_start = end, first_end


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """
    The rows of the passages of several documents, end to end.

    `starts`, `ends` and `stops` lie over the clean text of each, `sentences` are counted from its
    first word on.
    """

    words: Numbers
    stems: Numbers
    starts: Numbers
    ends: Numbers
    sentences: Numbers
    stops: Numbers

    @classmethod
    def of(cls, text: Characters, words: Words, first: Places) -> _Rows:
        """The rows of the words of some texts, of which those numbered `first` begin a sentence."""
        last = np.append(first[1:], len(words))[: len(first)] - 1
        bounds = words.starts.searchsorted(text.starts)
        bases = np.repeat(text.starts, np.diff(bounds, append=len(words)))
        firsts = np.repeat(bounds, np.diff(first.searchsorted(bounds), append=len(first)))
        return cls(
            words.numbers,
            words.stems,
            (words.starts - bases).astype(np.uint32),
            (words.ends - bases).astype(np.uint32),
            (first - firsts).astype(np.uint32),
            (_closed(text.classes, words, last) - bases.take(last)).astype(np.uint32),
        )

    def passage(self, document: Document, some: slice, own: slice) -> Passage:
        """The passage of a document that has some of the words and sentences."""
        starts, ends, stops = self.starts[some], self.ends[some], self.stops[own]
        if any(layer.edits for layer in document.layers):
            last = np.append(self.sentences[own][1:], len(starts)) - 1
            _, stops = _at_home(document, starts.take(last), stops)
            starts, ends = _at_home(document, starts, ends)
        return Passage(
            document=document.id,
            span=Span(int(starts[0]), int(stops[-1])),
            words=_row(self.words[some]),
            stems=_row(self.stems[some]),
            starts=_row(starts),
            ends=_row(ends),
            sentences=_row(self.sentences[own]),
            stops=_row(stops),
        )


def _dropped(lot: Sequence[Prose], text: Characters, words: Words) -> Flags | None:
    """Tell which words stand in furniture or in a strip; None if none of them do."""
    likely = text.starts.searchsorted(words.starts.take(candidates(text, words)), "right") - 1
    bases = text.starts.tolist()
    furniture = [_moved(prose.furniture, base) for prose, base in zip(lot, bases, strict=True)]
    set_in = [_moved(strips(lot[n].text), bases[n]) for n in sorted(set(likely.tolist()))]
    found = [
        _inside(words, spans)
        for spans in (list(chain.from_iterable(some)) for some in (furniture, set_in))
        if spans
    ]
    return np.logical_or.reduce(found) if found else None


def _moved(spans: Iterable[Span], base: int) -> list[Span]:
    return [Span(span.start + base, span.end + base) for span in spans]


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
    pieces = _pieces(passage, spans)
    if not pieces:
        return None
    sentences, stops = array("I"), array("I")
    before = 0
    for piece in pieces:
        first = bisect_left(passage.sentences, piece.start)
        after = bisect_left(passage.sentences, piece.stop)
        own = passage.sentences[first:after]
        # What is left of a sentence that lost its first words begins where the piece does.
        is_rest = not own or own[0] != piece.start
        if is_rest:
            sentences.append(before)
        sentences.extend([place - piece.start + before for place in own])
        stops += passage.stops[first - is_rest : after]
        is_last = after == len(passage.sentences)
        if piece.stop != (len(passage.words) if is_last else passage.sentences[after]):
            stops[-1] = passage.ends[piece.stop - 1]
        before += len(piece)
    starts = _joined(passage.starts, pieces)
    return replace(
        passage,
        span=Span(starts[0], stops[-1]),
        words=_joined(passage.words, pieces),
        stems=_joined(passage.stems, pieces),
        starts=starts,
        ends=_joined(passage.ends, pieces),
        sentences=sentences,
        stops=stops,
    )


def _pieces(passage: Passage, spans: Iterable[Span]) -> list[range]:
    """The words between the spans, given by number."""
    pieces: list[range] = []
    reached = 0
    for span in sorted(spans):
        low, high = bisect_right(passage.ends, span.start), bisect_left(passage.starts, span.end)
        if low < high:
            pieces.append(range(reached, low))
            reached = max(reached, high)
    pieces.append(range(reached, len(passage.words)))
    return [piece for piece in pieces if piece]


def _joined(row: array[int], pieces: Iterable[range]) -> array[int]:
    joined = array("I")
    for piece in pieces:
        joined += row[piece.start : piece.stop]
    return joined


def _row(values: NDArray[np.generic]) -> array[int]:
    return array("I", values.astype(np.uint32, copy=False).tobytes())


def _inside(words: Words, spans: Sequence[Span]) -> Flags:
    """Tell for each word whether it touches one of the spans, which are sorted and disjoint."""
    span_ends = np.array([span.end for span in spans])
    span_starts = np.array([span.start for span in spans])
    following = np.searchsorted(span_ends, words.starts, side="right")
    nearest = np.append(span_starts, np.iinfo(np.int64).max)[following]
    found: Flags = nearest < words.ends
    return found


def _closed(classes: Classes, words: Words, last: Places) -> Places:
    """Ends of the words numbered `last`, moved over the marks right after them."""
    ends = words.ends[last]
    for _ in range(_CLOSING_MARKS_MAX):
        is_mark = (classes.take(ends) & _MARKS) > 0
        if not is_mark.any():
            break
        ends = ends + is_mark
    return ends


def _at_home(document: Document, starts: Numbers, ends: Numbers) -> tuple[Numbers, Numbers]:
    places = located(document, starts.astype(np.int64), ends.astype(np.int64))
    return places[0].astype(np.uint32), places[1].astype(np.uint32)


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
