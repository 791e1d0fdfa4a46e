from __future__ import annotations

from credcheck.language.lexicon_matches import lexicon_matches
from credcheck.language.ngrams import language_model
from credcheck.language.swaps import Swap

LEXICON = {"Bosom Peril": ("breast cancer",), "colossal information": ("big data",)}


def matches(text: str) -> list[Swap]:
    model = language_model()
    return lexicon_matches(model, model.vocabulary.tokens(text), text, LEXICON)


def test_entries_are_found_whatever_their_case_and_spacing() -> None:
    found = matches("A study of bosom  peril and Colossal Information.")
    assert [swap.texts for swap in found] == [("breast cancer",), ("big data",)]
    assert all(swap.ratio >= 1 for swap in found)


def test_parts_of_an_entry_are_not_entries() -> None:
    assert matches("Her bosom friend was in peril: colossal") == []


def test_words_outside_the_vocabulary_are_compared_as_text() -> None:
    model = language_model()
    lexicon = {"qzxva": ("real",)}
    text = "The qzxvb and the qzxva."
    found = lexicon_matches(model, model.vocabulary.tokens(text), text, lexicon)
    assert [swap.start for swap in found] == [4]


def test_without_a_lexicon_there_is_nothing() -> None:
    model = language_model()
    assert lexicon_matches(model, model.vocabulary.tokens("a text"), "a text", {}) == []


def test_entries_of_two_lexicons_are_not_repeats_of_one_swap() -> None:
    model = language_model()
    tokens = model.vocabulary.tokens(text := "Her bosom peril, his colossal information.")
    one, other = (
        lexicon_matches(model, tokens, text, {phrase: LEXICON[phrase]}) for phrase in LEXICON
    )
    assert one[0].key != other[0].key
