"""Quotations and whose they are."""

from __future__ import annotations

import pytest

from credcheck.support.quotes import quotations


def found(text: str) -> list[tuple[str, str | None]]:
    return [(quotation.span.of(text), quotation.speaker) for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“We ran,” said Ilena Droz.", "We ran,", "Droz"),
        ("“We ran,” the mayor, Ilena Droz, said.", "We ran,", "Droz"),
        ("Ilena Droz told reporters: “We ran.”", "We ran.", "Droz"),
        ('"We ran," said Ilena Droz.', "We ran,", "Droz"),
        ('“We ran," said Ilena Droz. "Nobody came.”', "We ran,", "Droz"),
        ('“He said "go" and we ran,” said Ilena Droz.', 'He said "go" and we ran,', "Droz"),
        ("‘We ran, it’s true’ said Ilena Droz.", "We ran, it’s true", "Droz"),
        ("“Nobody came.”", "Nobody came.", None),
        ("“We ran,” Mr. Droz said.", "We ran,", "Droz"),
        ("“We ran,” Ivo Brandt Jr. said.", "We ran,", "Brandt"),
        ("“We ran,” Sen. Ilena Droz, D-V.H., said.", "We ran,", "Droz"),
        ("“We ran,” Corvane chief executive Ilena Droz said.", "We ran,", "Droz"),
        ("“We ran,” Ilena Droz of Varnholm said.", "We ran,", "Droz"),
        ("Another official, Ilena Droz, said: “We ran.”", "We ran.", "Droz"),
    ],
)
def test_words_and_speaker(text: str, words: str, speaker: str | None) -> None:
    assert found(text) == [(words, speaker)]


def test_a_pronoun_goes_back_to_the_last_speaker() -> None:
    text = "“We ran,” said Ilena Droz. “Nobody came,” she said."
    assert [speaker for _, speaker in found(text)] == ["Droz", "Droz"]


def test_a_quotation_may_run_over_lines() -> None:
    text = "“We ran.\nNobody came,” said Ilena Droz."
    assert found(text) == [("We ran.\nNobody came,", "Droz")]


def test_a_quotation_left_open_ends_with_its_line() -> None:
    text = "“We ran to the hill.\n“Nobody came,” said Ilena Droz."
    assert [words for words, _ in found(text)] == ["We ran to the hill.", "Nobody came,"]


def test_apostrophes_are_no_quotations() -> None:
    assert found("The miners’ wives didn’t come; it’s the union’s fault.") == []


def test_what_follows_in_the_same_line_goes_on() -> None:
    text = "“We ran,” Mr. Droz said. “Nobody came.”\n“Somebody came.”"
    assert [speaker for _, speaker in found(text)] == ["Droz", "Droz", None]
