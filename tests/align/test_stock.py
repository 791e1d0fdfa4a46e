"""Stock text is set aside, shared reporting is kept."""

from __future__ import annotations

from itertools import combinations

from credcheck.align.stock import without_stock
from credcheck.types import Alignment, Place, Span


def shared(left: str, right: str, start: int = 0, words: int = 40, share: float = 0.1) -> Alignment:
    span = Span(start, start + 200)
    return Alignment(
        Place(left, span), Place(right, span), 100.0, "verbatim", (), words, share, share
    )


def among(files: str, **how: float) -> list[Alignment]:
    return [shared(a, b, **how) for a, b in combinations(files, 2)]  # type: ignore[arg-type]


def test_a_passage_in_file_after_file_is_stock() -> None:
    assert without_stock(among("abcde"), files=100) == ()
    assert without_stock(among("abcd"), files=100) == ()


def test_a_passage_in_three_files_is_kept() -> None:
    assert without_stock(among("abc"), files=100) == tuple(among("abc"))


def test_files_that_share_more_may_share_a_statement_with_four() -> None:
    more = shared("a", "b", start=900)
    assert set(without_stock([*among("abcd"), more], files=100)) == {shared("a", "b"), more}


def test_in_a_folder_on_one_event_statements_are_kept() -> None:
    assert len(without_stock(among("abcde"), files=6)) == 10


def test_what_makes_up_much_of_a_file_is_no_stock() -> None:
    assert len(without_stock(among("abcde", share=0.6), files=100)) == 10
    assert len(without_stock(among("abcde", words=400), files=100)) == 10


def test_copies_of_one_file_count_once() -> None:
    copies = [shared(a, b, start=0, words=900, share=0.95) for a, b in combinations("bcde", 2)]
    excerpts = [shared("a", b) for b in "bcde"]
    assert set(without_stock([*copies, *excerpts], files=100)) == {*copies, *excerpts}
