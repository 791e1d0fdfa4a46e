"""Quotations whose words stand swapped in another text."""

from __future__ import annotations

from credcheck.support.swapped_quotes import prose_of, swapped
from tests.support.texts import claims_of


def test_swapped_words_without_marks() -> None:
    quoted = ("safety", "commerce", "connectivity", "and", "people", "to", "people", "contacts")
    prose = ("discussing", "security", "trade", "connectivity", "and", "people", "to", "people")
    assert {(c.left, c.right) for c in swapped(quoted, prose)} == {
        (("safety",), ("security",)),
        (("commerce",), ("trade",)),
    }
    assert swapped(quoted, ("they", "spoke", "of", "security", "and", "of", "nothing")) == ()


def test_sentences_with_marks_are_left_to_quotations() -> None:
    text = "Ata Moru spoke of security, trade and people in Telmar. “Ata Moru spoke of safety.”"
    prose = prose_of(claims_of(text), text)
    assert [words[:3] for words in prose.words.values()] == [("ata", "moru", "spoke")]


def test_relatives_out_of_place_are_speech_in_other_words() -> None:
    quoted = ("no", "member", "of", "this", "committee", "said", "the", "vote", "was", "unfair")
    prose = (
        "some",
        "members",
        "of",
        "the",
        "panel",
        "held",
        "that",
        "the",
        "race",
        "was",
        "unfair",
    )
    assert swapped(quoted, prose) == ()
