"""Who is said to have said it."""

from __future__ import annotations

import pytest

from credcheck.support.attribution import (
    empty_emphasis,
    is_attributed,
    roles,
    shared_source,
    source,
    unnamed_sources,
    vague_statements,
)
from credcheck.support.sentences import sentences


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("The dam broke, officials said.", True),
        ("According to the ministry it rained.", True),
        ("The dam broke.", False),
    ],
)
def test_attributed(text: str, is_said: bool) -> None:
    (sentence,) = sentences(text)
    assert is_attributed(text, sentence) is is_said


def test_people_with_their_office() -> None:
    text = "Foreign Minister Ata Moru met Paul Ebner, director of the clinic."
    assert [(role.name, role.role) for role in roles(text)] == [
        ("Ata Moru", "Foreign Minister"),
        ("Paul Ebner", "director"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Analysts say so.", "Concerns have been raised.", "It is widely believed.", "Some fear it."],
)
def test_unnamed(text: str) -> None:
    assert len(list(unnamed_sources(text))) == 1


@pytest.mark.parametrize(
    "text",
    ["Analysts at Harwick Bank said so.", "Concerns have been raised by Ms Droz.", "She said so."],
)
def test_named(text: str) -> None:
    assert list(unnamed_sources(text)) == []


def test_guesses_and_emphasis() -> None:
    text = "The visit marks a pivotal moment and could greatly improve trade."
    assert len(list(vague_statements(text))) == 2
    assert [span.of(text) for span in empty_emphasis(text)] == ["pivotal"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Some 41 people died, the state health department said.", "state health department"),
        ("The strike costs $2m a day, according to Harwick Bank.", "Harwick Bank"),
        (
            "It opens soon, Bernard Okell told a press conference.",
            "Bernard Okell, press conference",
        ),
        ("The line opens soon.", ""),
    ],
)
def test_source(text: str, named: str) -> None:
    (sentence,) = sentences(text)
    assert source(text, sentence) == named


def test_shared_source() -> None:
    assert shared_source(["Bernard Okell, press conference", "Okell"]) == "Okell"
    assert shared_source(["Bernard Okell", "Lena Weiss"]) == shared_source([None, "Okell"]) == ""
