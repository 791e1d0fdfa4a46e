"""What is looked for in the pieces of a text instead of in the text."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.clean import lost_characters, missing_space, ocr_confusions, surplus_space
from credcheck.clean.glue_score import _PLAIN, _numbers
from credcheck.clean.pieces import holds_piece, is_said, marked_pieces, words_among, words_but
from credcheck.language.ngrams import language_model

SCRAPS = (
    *("the", "it", "’s", "n’t", "I", "A", "in2019", "U.S.The", "p0rt", "may", "café"),
    *(
        "word,a",
        "so;then",
        "end.The",
        "?s",
        "?Yes",
        "3,2019",
        "#a#b",
        "http://x",
        "(WHO)",
        "“",
        "”",
    ),
    *(",", ".", ";", ":", "!", "?", ")", "’", "'", "\n", "\xa0", "\x1c", "\u2028", " ", " ", " "),
)
TEXTS = st.lists(st.sampled_from(SCRAPS), max_size=14).map("".join)
WORD = re.compile(r"[A-Za-z]{3,600}")


SEARCHES: tuple[tuple[re.Pattern[str], Callable[[str], object]], ...] = (
    *((search, search.search) for search in missing_space._SEARCHES),
    (surplus_space._BEFORE, surplus_space._STOP_FIRST.search),
    (lost_characters._ASKED, lost_characters._MAY_BE_LOST.search),
    (lost_characters._OPENING, lost_characters._MAY_BE_LOST.search),
    (ocr_confusions._WITH_DIGIT, ocr_confusions._WITH_DIGIT.search),
)


@given(TEXTS)
def test_nothing_is_passed_over_that_a_search_of_the_text_finds(text: str) -> None:
    pieces = marked_pieces(text)
    for pattern, may_be in SEARCHES:
        assert pattern.search(text) is None or may_be(pieces), pattern.pattern


@given(TEXTS)
def test_the_words_are_those_of_the_text(text: str) -> None:
    # A word with an accent is none of English, nor is the rest of it.
    foreign = {piece for piece in text.split() if piece.isalpha() and not piece.isascii()}
    words = {word for p in text.split() if p not in foreign for word in WORD.findall(p)}
    known = frozenset(("the", "may", "port"))
    assert words_but(text, known) == words - known
    assert words_among(text, known) == words & known
    assert all(is_said(text, word) for word in words)


@pytest.mark.parametrize("word", ["in", "caf", "port"])
def test_what_is_not_said(word: str) -> None:
    assert not is_said("the café in the Port, Portugal", word)


@given(st.text(alphabet="abs tnS'’ .,\n“-", max_size=60))
def test_plain_pieces_have_the_tokens_of_the_tokeniser(piece: str) -> None:
    if _PLAIN.fullmatch(piece):
        assert _numbers(piece) == language_model().vocabulary.tokens(piece).ids.tolist()


def test_a_piece_stands_between_white_space() -> None:
    assert holds_piece("lt was late.\nHe left", frozenset(("lt",)))
    assert not holds_piece("alt was late", frozenset(("lt", "l")))
