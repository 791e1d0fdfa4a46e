"""Lines that are surely the page's, and lines that only use the same words."""

from __future__ import annotations

import math

import pytest

from credcheck.rules.broken._furniture import pieces
from credcheck.rules.broken._lines import Line, lines
from credcheck.rules.broken._page_model import (
    LEAST,
    PLACES,
    addressed,
    alone,
    is_silent,
    is_silent_title,
    kind_of,
    limited,
    may_be_page,
    placed,
    places,
    weights,
)

FIRST = "The harbour board closed the old pier on Monday after an inspector found rust in its legs."
SECOND = (
    "Repairs will take until the autumn, and the ferry will leave from the fish quay until then."
)


def _line(text: str) -> Line:
    return lines(text)[0]


def _found(text: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.span.of(text)) for piece in pieces(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Unlock this story for free by creating an account", "share"),
        ("Get our reporting from the coast in your inbox", "share"),
        ("Our readers' letters: browse the archive and send your own by email", "share"),
        ("Enable cookies in your browser settings to load this video", "page"),
        ("All photos and videos: Kettlewick Media Ltd, licensed for syndication", "photo"),
    ],
)
def test_what_a_page_says_of_itself(text: str, kind: str) -> None:
    assert [words for _, words in _found(f"{FIRST}\n\n{text}\n\n{SECOND}")] == [text]
    assert kind_of(_line(text)) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Follow what your doctor told you when you take these tablets.",
        "The newsletter was read by nine thousand people, she said.",
        "“Share this article with your friends,” the mayor told them.",
        "Editor's note: This article has been updated to give the right height of the dam.",
        "Every village club keeps a website, and nobody else ever sees it",
        "Watch the skies on Friday night.",
        "Article 10 protects the press.",
        "Read this book. Then read it again.",
        "Phone Calls",
        "Published: 12 May 2024",
        "He posted a photo of the pier (@annpetch) pic.twitter.com/abc",
    ],
)
def test_what_an_article_says(text: str) -> None:
    assert _found(f"{FIRST}\n\n{text}\n\n{SECOND}") == []


def test_a_title_is_hardly_ever_taken_by_its_words() -> None:
    assert _found(f"Newsletters that nobody reads\n\n{FIRST}") == []
    assert _found(f"View this email in your browser\n\n{FIRST}") != []


def test_an_article_that_speaks_to_its_reader_needs_more() -> None:
    told = lines("You take your tablets with water. Tell your doctor if you feel ill, please.")
    other = lines(FIRST)
    assert addressed(told, [-1.0]) > 0
    assert addressed(other, [-1.0]) == 0
    assert weights()["place addressed"] < 0


def test_places_are_told_apart() -> None:
    rows = lines(f"Menu\n\n{FIRST}\n\nShare\n\n{SECOND}\n\nTags")
    each = [1.0, -3.0, 1.0, -3.0, 1.0]
    table = [dict(zip(PLACES, row, strict=True)) for row in places(rows, each)]
    assert [row["first"] for row in table] == [1, 0, 0, 0, 0]
    assert [row["before"] for row in table] == [0, 0, 0, 0, 0]
    assert [row["after"] for row in table] == [0, 0, 0, 0, 1]
    assert [row["last"] for row in table] == [0, 0, 0, 0, 1]
    assert table[2]["amid"] == 1
    assert (table[2]["beside"], table[2]["zone"]) == (0, 0)
    assert table[2]["elsewhere"] == pytest.approx(2 * (2 / (1 + math.exp(-1)) - 1))


def test_what_may_be_either_says_nothing_of_its_neighbours() -> None:
    rows = lines(f"{FIRST}\n\nShare\n\nTags\n\nSport")
    unsure, sure = ([-3.0, *[odds] * 3] for odds in (0.0, 2.0))
    found = [
        [dict(zip(PLACES, row, strict=True)) for row in places(rows, e)] for e in (unsure, sure)
    ]
    assert found[0][2]["beside"] == found[0][2]["zone"] == 0
    assert found[1][2]["beside"] > 1
    assert 0.5 < found[1][2]["zone"] < 1


def test_paragraphs_and_lines_of_words_that_no_page_says_are_never_the_pages() -> None:
    assert not may_be_page(_line("word " * 60))
    assert alone(_line("The council said that the dam was too old")) == LEAST
    assert alone(_line("Subscribe to our newsletter")) > 0
    assert placed(lines("Baker wins prize"), [LEAST]) == [LEAST]
    assert limited(99) < 99


def test_short_titles_speak_to_nobody() -> None:
    assert is_silent_title(_line("Search Warrants"))
    assert not is_silent_title(_line("Send us your story"))
    assert is_silent(_line("The pier was shut."))
    assert not is_silent(_line("Please share this."))
