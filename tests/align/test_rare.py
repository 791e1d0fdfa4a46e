"""What two files share must be rare in the others."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.align import rare
from credcheck.align.pairs import numbers
from credcheck.align.rare import holders, needed, without_likeness
from credcheck.align.sketch import distinct, gram_keys
from credcheck.types import Alignment, Passage, Place, Span
from tests.align.texts import passage

PHRASE = "the minister for roads and bridges in the upper valley said on Monday that he would not"
RARE = "gulls had eaten every sandwich on the lower deck before the ferry left its berth"
FORM = "The index rose {} points or {} percent to {} and the other one fell {} points at noon"
PHRASE_WORDS, RARE_WORDS = len(PHRASE.split()), len(RARE.split())
OWN_WORDS = 10


def text(name: str, shared: str) -> str:
    """Ten words of its own, what is shared, and fifty more words."""
    own = [f"{name}word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(60)]
    return " ".join([*own[:OWN_WORDS], shared, *own[OWN_WORDS:]])


def folder(*shared: str, files: int = 20) -> tuple[Passage, ...]:
    """So many files; the first ones hold what is given."""
    held = [*shared, *[""] * (files - len(shared))]
    return tuple(passage(text(chr(97 + n), some), f"{n:02}") for n, some in enumerate(held))


def copied(left: Passage, right: Passage, words: int, start: int = OWN_WORDS) -> Alignment:
    """So many words from a word on, in both."""
    places = [
        Place(p.document, Span(p.starts[start], p.ends[start + words - 1])) for p in (left, right)
    ]
    return Alignment(places[0], places[1], 100.0, "verbatim", (), words, 0.2, 0.2)


def test_words_that_only_two_files_have_are_kept() -> None:
    files = folder(RARE, RARE)
    some = copied(files[0], files[1], RARE_WORDS)
    assert without_likeness([some], files, 0.5) == (some,)


def test_words_that_everybody_uses_are_a_likeness() -> None:
    files = folder(*[PHRASE] * 12)
    assert without_likeness([copied(files[0], files[1], PHRASE_WORDS)], files, 0.5) == ()


def test_files_that_share_something_rare_may_share_a_phrase() -> None:
    both = f"{PHRASE} {RARE}"
    files = folder(both, both, *[PHRASE] * 10)
    phrase = copied(files[0], files[1], PHRASE_WORDS)
    rarity = copied(files[0], files[1], RARE_WORDS, OWN_WORDS + PHRASE_WORDS)
    assert without_likeness([phrase, rarity], files, 0.5) == (phrase, rarity)
    assert without_likeness([phrase], files, 0.5) == ()


def test_a_form_filled_in_anew_is_a_likeness() -> None:
    one, other = FORM.format(33, 14, 2799, 9), FORM.format(326, 25, 2924, 5)
    words = len(one.split())
    files = folder(one, other)
    assert without_likeness([copied(files[0], files[1], words)], files, 0.5) == ()
    files = folder(one, one)
    assert len(without_likeness([copied(files[0], files[1], words)], files, 0.5)) == 1


def test_copies_of_one_file_count_once() -> None:
    files = folder(*[RARE] * 6)
    some = copied(files[0], files[1], RARE_WORDS)
    first = Place("01", Span(0, 5))
    copies = [
        Alignment(first, Place(f"{n:02}", Span(0, 5)), 100.0, "verbatim", (), 400, 0.6, 0.6)
        for n in range(2, 6)
    ]
    assert without_likeness([some], files, 0.5) == ()
    assert some in without_likeness([some, *copies], files, 0.5)
    assert some not in without_likeness([some, *copies], files, 0.7)


def test_in_a_small_folder_nothing_is_known_to_be_common() -> None:
    files = folder(*[PHRASE] * 12, files=15)
    some = copied(files[0], files[1], PHRASE_WORDS)
    assert without_likeness([some], files, 0.5) == (some,)
    assert without_likeness([], folder(PHRASE), 0.5) == ()


def test_a_long_passage_needs_no_more_than_enough() -> None:
    assert [needed(words) for words in (5, 20, 40, 1000)] == [3.0, 3.0, 6.0, 8.0]


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=12), max_size=9))
def test_the_files_that_hold_a_stretch_are_counted(texts: list[list[str]]) -> None:
    files = [passage(" ".join(words), f"{n}") for n, words in enumerate(texts)]
    stretches = [{tuple(words[n : n + 4]) for n in range(len(words) - 3)} for words in texts]
    # The second file is a copy of the first.
    homes = [0 if n == 1 else n for n in range(len(texts))]
    held = {
        int(gram_keys(numbers(passage(" ".join(stretch)).words))[0]): len(
            {home for home, some in zip(homes, stretches, strict=True) if stretch in some}
        )
        for stretch in set().union(*stretches)
    }
    found = holders(np.array(sorted(held), np.uint64), files, {"1": "0"})
    assert found.tolist() == [held[key] for key in sorted(held)]


def test_it_does_not_matter_how_many_are_taken_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    files = folder(*[PHRASE] * 5)
    keys = distinct(gram_keys(numbers(files[0].words)))
    at_once = holders(keys, files, {}).tolist()
    monkeypatch.setattr(rare, "_WORDS_AT_ONCE", 50)
    assert holders(keys, files, {}).tolist() == at_once
