from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from credcheck.language.characters import character_table, fold
from credcheck.language.static_function import mix
from credcheck.language.tokens import cut, word_hash

from .reference_tokens import reference_cuts

CHARACTERS = character_table()
ODD = "ab sSé'’ 12,.\n\r\t-—“İß😀\u0301\u2028\ud800x"


def spans(text: str, block_characters: int = 1 << 16) -> list[tuple[int, int, int]]:
    cuts = cut(text, CHARACTERS, block_characters)
    return list(zip(cuts.starts.tolist(), cuts.ends.tolist(), cuts.classes.tolist(), strict=True))


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in spans(text)]


def test_words_numbers_and_signs() -> None:
    assert pieces("Ali's 1,250.5 km—don’t!") == ["Ali", "'s", "1,250.5", "km", "—", "don’t", "!"]


def test_offsets_stay_true_after_characters_whose_lower_case_is_longer() -> None:
    text = "İİİ İstanbul 😀 said"
    assert [text[start:end] for start, end, _ in spans(text)][-1] == "said"


@given(st.text(alphabet=ODD, max_size=40))
@settings(max_examples=300, deadline=None)
def test_agrees_with_the_reference(text: str) -> None:
    assert spans(text) == reference_cuts(text)


@given(st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_agrees_with_the_reference_on_any_text(text: str) -> None:
    assert spans(text) == reference_cuts(text)


@given(st.lists(st.sampled_from(["it", "was", "1,000", "Ali's", "\n", "—", "😀"]), max_size=60))
@settings(max_examples=100, deadline=None)
def test_blocks_change_nothing(words: list[str]) -> None:
    text = " ".join(words)
    assert spans(text, block_characters=16) == spans(text)


def test_text_longer_than_a_block() -> None:
    text = "The quick brown fox. " * 8000
    assert spans(text) == reference_cuts(text)
    assert len(spans("x" * 200_000)) == 4  # No white space to cut at: hard cuts, nothing lost.


@given(st.text(alphabet="abcé’'ABC", min_size=1, max_size=12))
@settings(max_examples=100, deadline=None)
def test_a_hash_belongs_to_the_folded_word_wherever_it_stands(word: str) -> None:
    text = f"— {word} 12"
    cuts = cut(text, CHARACTERS)
    for start, end, found in zip(cuts.starts, cuts.ends, cuts.hashes, strict=True):
        folded = "".join(map(fold, text[start:end]))
        assert mix(np.array([word_hash(folded)], np.uint64))[0] == found


def test_empty_text() -> None:
    assert spans("") == []
