"""Words with their places, against a plain reading of the same rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.align.words import PLANE, Words, characters, cut

ALPHABET = st.sampled_from("abzABZ09éßİ \n.,'’“\u3042漢字\U0001f600\ud800")
TEXTS = st.text(ALPHABET, max_size=60)


def words_of(text: str) -> Words:
    return cut(characters(text))


def is_alone(character: str) -> bool:
    return 0x3040 <= ord(character) < 0xA000 and character.isalnum()


def plainly(text: str) -> list[tuple[int, int]]:
    """Runs of letters and digits, one character each where a script has no spaces."""
    spans: list[tuple[int, int]] = []
    for place, character in enumerate(text):
        is_letter = character.isalnum() and ord(character) < PLANE
        goes_on = spans and spans[-1][1] == place and not is_alone(text[place - 1])
        if is_letter and goes_on and not is_alone(character):
            spans[-1] = (spans[-1][0], place + 1)
        elif is_letter:
            spans.append((place, place + 1))
    return spans


@given(TEXTS)
def test_words_stand_where_a_plain_reading_finds_them(text: str) -> None:
    words = words_of(text)
    assert list(zip(words.starts.tolist(), words.ends.tolist(), strict=True)) == plainly(text)


@given(st.lists(st.text(st.sampled_from("abcsenginldyABCé"), min_size=1), max_size=12))
def test_equal_words_and_only_they_have_equal_numbers(texts: list[str]) -> None:
    numbers = words_of(" ".join(texts)).numbers.tolist()
    folded = [text.lower() for text in texts]
    for number, word in zip(numbers, folded, strict=True):
        assert [n == number for n in numbers] == [w == word for w in folded]


def test_a_word_has_the_same_number_wherever_and_in_whatever_process_it_stands() -> None:
    assert words_of("Harbour").numbers[0] == words_of("the old HARBOUR wall").numbers[2]
    # Written down once: keys are kept on disk and must not change between releases.
    assert words_of("harbour").numbers.tolist() == [142645463]


@pytest.mark.parametrize(
    "forms",
    ["report reports reported reporting", "city cities", "rule rules ruled", "quick quickly"],
)
def test_forms_of_a_word_share_a_stem(forms: str) -> None:
    assert len(set(words_of(forms).stems.tolist())) == 1


@pytest.mark.parametrize("pair", ["ring r", "bed b", "glass glas", "bus bu", "king k", "yes y"])
def test_short_words_keep_their_endings(pair: str) -> None:
    assert len(set(words_of(pair).stems.tolist())) == 2
