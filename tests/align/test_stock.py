"""Stock text is set aside, shared reporting is kept."""

from __future__ import annotations

from itertools import combinations

from credcheck.align.stock import without_stock
from credcheck.types import Alignment, Passage, Place, Span
from tests.align.texts import passage

# Every word takes seven characters and a space, so that word n stands at 8 * n.
LETTERS = 8
NOTE_WORDS = 40


def words(seed: str, count: int) -> list[str]:
    return [f"{seed}word{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}" for n in range(count)]


def text(topic: str, before: int, note: int = NOTE_WORDS, after: int = 100) -> str:
    """A text on a topic with a note amid it."""
    own = words(topic, before + after)
    return " ".join([*own[:before], *words("z", note), *own[before:]])


def folder(*texts: tuple[str, str]) -> tuple[Passage, ...]:
    """Passages of these files, and of strangers that make a folder of thirty."""
    more = [(f"other{n}", text(chr(98 + n % 20), 100)) for n in range(30 - len(texts))]
    return tuple(passage(body, id) for id, body in (*texts, *more))


def shared(
    left: str,
    right: str,
    places: tuple[int, int] = (100, 100),
    count: int = NOTE_WORDS,
    share: float = 0.2,
) -> Alignment:
    """A passage of `count` words that begins at these words."""
    first, second = (Span(LETTERS * n, LETTERS * (n + count) - 1) for n in places)
    return Alignment(
        Place(left, first), Place(right, second), 100.0, "verbatim", (), count, share, share
    )


def among(files: str, **how: float) -> list[Alignment]:
    return [shared(a, b, **how) for a, b in combinations(files, 2)]  # type: ignore[arg-type]


def strangers(files: str, **where: int) -> tuple[Passage, ...]:
    """Files on a topic each, with the note amid the text."""
    return folder(*((name, text(name, **(where or {"before": 100}))) for name in files))


def test_a_passage_in_file_after_file_is_stock() -> None:
    assert without_stock(among("abcde"), strangers("abcde")) == ()
    assert without_stock(among("abcd"), strangers("abcd")) == ()


def test_files_on_one_subject_may_quote_one_statement() -> None:
    one_event = folder(*((name, text("a", 100)) for name in "abcd"))
    assert without_stock(among("abcd"), one_event) == tuple(among("abcd"))


def test_a_passage_amid_three_files_is_kept() -> None:
    assert without_stock(among("abc"), strangers("abc")) == tuple(among("abc"))


def test_what_opens_or_ends_two_files_on_different_subjects_is_stock() -> None:
    opening = shared("a", "b", places=(0, 10))
    pair = folder(("a", text("a", 0)), ("b", text("b", 10)))
    assert without_stock([opening], pair) == ()
    ending = shared("a", "b", places=(100, 150))
    pair = folder(("a", text("a", 100, after=0)), ("b", text("b", 150, after=20)))
    assert without_stock([ending], pair) == ()


def test_what_opens_one_file_and_ends_the_other_is_stock() -> None:
    note = shared("a", "b", places=(0, 100))
    pair = folder(("a", text("a", 0)), ("b", text("b", 100, after=0)))
    assert without_stock([note], pair) == ()


def test_what_opens_two_files_on_one_subject_is_kept() -> None:
    opening = shared("a", "b", places=(0, 0))
    pair = folder(("a", text("a", 0)), ("b", text("a", 0)))
    assert without_stock([opening], pair) == (opening,)


def test_a_long_opening_is_kept_in_two_files_and_stock_in_three() -> None:
    long = 120
    files = folder(*((name, text(name, 0, note=long, after=400)) for name in "abc"))
    opening = among("abc", places=(0, 0), count=long)  # type: ignore[arg-type]
    assert without_stock(opening[:1], files) == (opening[0],)
    assert without_stock(opening, files) == ()


def test_files_that_share_more_may_share_a_statement_with_four() -> None:
    more = shared("a", "b", places=(50, 50))
    kept = without_stock([*among("abcd"), more], strangers("abcd"))
    assert set(kept) == {shared("a", "b"), more}


def test_where_a_site_shows_itself_what_three_files_share_is_its_own() -> None:
    opening = among("abc", places=(0, 0), count=20)  # type: ignore[arg-type]
    amid = among("abc")
    files = folder(*((n, text(n, 100)) for n in "abc"))
    assert without_stock([*opening, *amid], files) == ()


def test_in_a_folder_on_one_event_statements_are_kept() -> None:
    assert len(without_stock(among("abcde"), strangers("abcde")[:17])) == 10


def test_in_a_small_folder_nothing_is_stock() -> None:
    assert len(without_stock(among("abcd"), strangers("abcd")[:15])) == 6


def test_what_makes_up_much_of_a_file_is_no_stock() -> None:
    assert len(without_stock(among("abcde", share=0.6), strangers("abcde"))) == 10
    assert len(without_stock(among("abcde", count=400), strangers("abcde"))) == 10


def test_copies_of_one_file_count_once() -> None:
    copies = [
        shared(a, b, places=(0, 0), count=140, share=0.95) for a, b in combinations("bcde", 2)
    ]
    excerpts = [shared("a", b) for b in "bcde"]
    found = without_stock([*copies, *excerpts], strangers("abcde"))
    assert set(found) == {*copies, *excerpts}


def test_beside_too_little_text_nothing_tells_the_subject() -> None:
    short = folder(("a", text("a", 0, after=30)), ("b", text("b", 0)))
    opening = shared("a", "b", places=(0, 0))
    assert without_stock([opening], short) == (opening,)
