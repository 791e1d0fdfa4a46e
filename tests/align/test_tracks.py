"""Rows of words that begin at an edge."""

from __future__ import annotations

from credcheck.align.pairs import laid_out
from credcheck.align.tracks import SENTENCE_BONUS, Track, table
from tests.align.texts import HARBOUR, ORCHARD, passage

PAIRS = laid_out([(passage(HARBOUR), passage(ORCHARD))])
TRACK = Track.of(PAIRS)


def test_a_row_on_the_way_back_holds_the_words_before_a_cell() -> None:
    cell = PAIRS.starts[1:] + 20
    back = table(TRACK.terms, TRACK.turned(cell), 8)
    assert back[0].tolist() == table(TRACK.terms, cell - 7, 8)[0, ::-1].tolist()


def test_an_edge_is_worth_more_where_a_sentence_ends_whichever_way_it_is_reached() -> None:
    start, end = int(PAIRS.sentences[1]), int(PAIRS.sentence_ends[1])
    assert TRACK.bonuses[end - 1] == SENTENCE_BONUS
    assert TRACK.bonuses[TRACK.turned(PAIRS.sentences[1:2])].tolist() == [SENTENCE_BONUS]
    assert not TRACK.bonuses[start : end - 1].any()


def test_a_word_that_stands_often_on_the_other_side_is_likelier_met_by_chance() -> None:
    chances = [(int(PAIRS.others[cell]), float(TRACK.chances[cell])) for cell in range(160, 240)]
    assert [chance for _, chance in sorted(chances)] == sorted(chance for _, chance in chances)
