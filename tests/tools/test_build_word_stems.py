"""The list of stems says what the stemmer says."""

from __future__ import annotations

from credcheck.language.ngrams import words
from credcheck.lexicons.sorted_rows import sorted_rows
from credcheck.support.folding import SHORTEST, stem_of
from tools.build_word_stems import MOST_WORDS, lines


def test_words_are_listed_with_their_stems_in_order() -> None:
    made = lines(["running", "the", "it's", "organised", "harbour", "market"])
    assert made == ["harbour\tharbor\n", "market\t\n", "organised\torganiz\n", "running\trun\n"]


def test_the_list_holds_the_common_words_and_what_is_computed_for_them() -> None:
    listed = sorted_rows("word_stems")
    common = [w for w in words()[:MOST_WORDS] if w.isalpha() and len(w) >= SHORTEST]
    assert {word for word, _ in listed} == set(common)
    assert {w: listed.get(w) or w for w in common[::50]} == {w: stem_of(w) for w in common[::50]}
