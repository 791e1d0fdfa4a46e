"""Forms of one word come together, words of grammar go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.support.folding import folded, grammar


@pytest.mark.parametrize(
    "forms",
    [
        ("deportations", "deported", "Deporting"),
        ("organised", "organizing", "organisation"),
        ("killed", "kills", "killing"),
        ("children", "child", "child’s"),
        ("rose", "rising", "rises"),
        ("colour", "colors"),
        ("travelled", "traveling"),
    ],
)
def test_forms_of_one_word_fold_to_one_stem(forms: tuple[str, ...]) -> None:
    assert len({folded(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "two"), [("four", "for"), ("wall", "walk"), ("police", "policy")])
def test_different_words_stay_apart(one: str, two: str) -> None:
    assert folded(one) != folded(two)


def test_words_of_grammar_fold_to_nothing() -> None:
    assert {folded(word) for word in grammar()} == {""}


@given(st.from_regex(r"[A-Za-z]{1,20}", fullmatch=True))
def test_case_and_possessive_do_not_matter(word: str) -> None:
    assert folded(word) == folded(word.upper()) == folded(word + "’s") or not folded(word)
