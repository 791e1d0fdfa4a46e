"""Quotations of near documents, matched."""

from __future__ import annotations

import pytest

from credcheck.support.quote_matching import said
from credcheck.support.wording import Change
from tests.support.texts import judged_near

LONG = "“The council has ignored every warning that the engineers gave us,” said Maren Holt."


def statuses(*texts: str) -> list[str]:
    return [j.status for j in judged_near(*texts) if j.claim.kind == "quote"]


@pytest.mark.parametrize(
    "other",
    [
        "“The council has dismissed every warning that the experts gave us,” said Maren Holt.",
        "Maren Holt said: “The council has ignored every promise that the engineers gave us.”",
    ],
)
def test_changed_words_are_told_on_both_sides(other: str) -> None:
    assert statuses(LONG, other) == ["reworded", "reworded"]


@pytest.mark.parametrize(
    "other",
    [
        "Maren Holt said the council had “ignored every warning”.",
        "“The council has ignored every warning ... the engineers gave us,” said Maren Holt.",
        "“[They have] ignored every warning that the engineers gave us,” said Maren Holt.",
        "Maren Holt said the council had never listened to anybody.",
        "“We will sell the harbour to nobody,” said Maren Holt.",
    ],
)
def test_cuts_and_reports_are_not_told(other: str) -> None:
    assert "reworded" not in statuses(LONG, other)


def test_a_part_does_not_speak_for_the_whole() -> None:
    changed = (
        "“The council has dismissed every promise that the engineers gave us,” said Maren Holt."
    )
    part = "Maren Holt blamed those “that the engineers gave us”."
    assert "reworded" in statuses(LONG, changed, part)


def test_words_that_only_one_side_has_are_said_as_such() -> None:
    assert said(Change(("allow",), ("enable",))) == "“allow” here, “enable” there"
    assert said(Change(("of", "old"), ())) == "“of old” only here"
    assert said(Change((), ("kindly",))) == "“kindly” only there"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("“Stay away from that f**king bridge tonight.”", "“Stay away from that fucking bridge.”"),
        (
            "“The council was not involved in this.”",
            "“Some in the council were involved in it.”",
        ),
        (
            "“A baker working on a new kind of bread. Now asleep and dreaming of a good loaf.”",
            "“Ivo must work on a new kind of bread, then go to a good loaf!”",
        ),
    ],
)
def test_letters_blotted_out_and_other_utterances_are_not_told(one: str, two: str) -> None:
    assert "reworded" not in statuses(one, two)


def test_two_reports_that_name_one_source_are_said_to() -> None:
    found = judged_near(
        "Forty-one homes burned down in Sarat, fire chief Ilena Droz told a news conference.",
        "In Sarat 41 homes burned down, Ilena Droz said.",
    )
    details = [e.detail for j in found for e in j.evidence if e.relation == "supports"]
    assert "41; both name Ilena Droz" in details


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "“I am of the opinion that the case belongs before a grand jury for those involved in "
            "the death of Mr. Oreb.”",
            "“We called for an arrest from the first day, since his part in the murder of Mr. Oreb "
            "was obvious to us and to many around the country.”",
        ),
        (
            "“Our thoughts and prayers are with the victims and their families and loved ones.”",
            "“We have to think of the victims and their families and their friends.”",
        ),
    ],
)
def test_a_few_words_in_common_make_no_utterance(one: str, two: str) -> None:
    assert "reworded" not in statuses(one, two)


PHRASE = "the deepest recession that this valley has seen since the war ended"


@pytest.mark.parametrize(
    ("one", "two", "is_told"),
    [
        ("Petra Lund", "Petra Lund", True),
        ("Petra Lund", "Ivo Brandt", False),
    ],
)
def test_two_speakers_of_one_formula(one: str, two: str, is_told: bool) -> None:
    changed = PHRASE.replace("deepest", "worst").replace("seen", "known")
    said = statuses(f"“It is {PHRASE},” said {one}.", f"“It is {changed},” said {two}.")
    assert ("reworded" in said) is is_told


def test_a_phrase_that_both_go_on_from_is_no_utterance() -> None:
    one = "“We gave our full support to all agencies of the county in their inquiry,” he said."
    two = "“Petra Lund worked closely with all agencies of a county in that inquest.”"
    assert "reworded" not in statuses(one, two)
