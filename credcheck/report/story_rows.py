"""
The story side by side, as rows: what each source gives for the same thing, differing values first.

Only stories that a reported file is part of are told; its sources have their columns in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set

from credcheck.report.rows import CellRow, PlaceRow, StoryRow, ThingRow
from credcheck.support.context import concept
from credcheck.support.folding import folded
from credcheck.support.story_tables import Cell, Row, StoryTable, story_tables
from credcheck.types import Judgement, Place, Span

# Words that say what a claim is about: enough to tell it from its neighbours, few enough to read.
ABOUT_MAX = 6
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def story_rows(
    judgements: Sequence[Judgement],
    reported: Set[str],
    text_of: Callable[[str], str],
    place_of: Callable[[Place], PlaceRow],
    label_of: Callable[[str], str],
) -> Iterator[StoryRow]:
    """The stories that reported documents tell; the callables answer for a document's id."""
    for table in story_tables(judgements):
        if not reported.isdisjoint(table.documents):
            yield _story(table, text_of, place_of, label_of)


def words_about(stems: Sequence[str], text: str, sentence: Span, claim: Span) -> tuple[str, ...]:
    """
    Of the words of a sentence with those stems the nearest to a claim, in their order.

    `text` is the whole text that both spans lie over. A stem is named once.
    """
    left = set(stems)
    found: list[re.Match[str]] = []
    for word in sorted(
        _WORD.finditer(text, sentence.start, sentence.end), key=lambda w: _distance(w, claim)
    ):
        stem = concept(folded(word[0]))
        if stem in left:
            left.remove(stem)
            found.append(word)
    return tuple(word[0] for word in sorted(found[:ABOUT_MAX], key=lambda w: w.start()))


def _distance(word: re.Match[str], claim: Span) -> int:
    return max(0, claim.start - word.end(), word.start() - claim.end)


def _story(
    table: StoryTable,
    text_of: Callable[[str], str],
    place_of: Callable[[Place], PlaceRow],
    label_of: Callable[[str], str],
) -> StoryRow:
    return StoryRow(
        files=tuple(label_of(document) for document in table.documents),
        rows=tuple(
            ThingRow(
                kind=row.kind,
                about=_about(row, text_of),
                differs=row.is_disputed,
                cells=tuple(_cell(cell, place_of) if cell else None for cell in row.cells),
                shared_source=row.shared_source or None,
            )
            for row in table.rows
        ),
    )


def _about(row: Row, text_of: Callable[[str], str]) -> tuple[str, ...]:
    """What the claims of a row are about, in the words of the first source that has them."""
    cell = next(cell for cell in row.cells if cell)
    return words_about(row.about, text_of(cell.place.document), cell.sentence, cell.place.span)


def _cell(cell: Cell, place_of: Callable[[Place], PlaceRow]) -> CellRow:
    place = place_of(cell.place)
    return CellRow(place.path, place.location, cell.value, cell.status)
