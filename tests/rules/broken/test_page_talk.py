"""Lines that speak to the reader about the page, and lines that only use the same words."""

from __future__ import annotations

import pytest

from credcheck.rules.broken._furniture import SCORE_MIN
from credcheck.rules.broken._lines import Line, lines
from credcheck.rules.broken._page_talk import are_about_pages, talk


def _line(text: str) -> Line:
    return lines(text)[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Save articles for later", "related"),
        ("Unlock this story for free by creating an account", "share"),
        ("Disable advertisements", "advert"),
        ("Get our reporting from the coast in your inbox", "share"),
    ],
)
def test_what_a_page_says_of_itself(text: str, kind: str) -> None:
    said = talk(_line(text), False)
    assert said is not None
    assert (said.kind, said.score >= SCORE_MIN) == (kind, True)


@pytest.mark.parametrize(
    "text",
    [
        "Follow your doctor's directions about how and when to take your medicine.",
        "The newsletter was read by nine thousand people, she said.",
        "“Share this article with your friends,” the mayor told them.",
        "Editor's note: This article has been updated to give the right height of the dam.",
        "1. Log in to your account and choose a newsletter.",
        "Every village club keeps a website, and nobody else ever sees it",
        "Watch the skies on Friday night.",
        "Article 10 protects the press.",
        "Read this book. Then read it again.",
    ],
)
def test_what_an_article_says(text: str) -> None:
    said = talk(_line(text), False)
    assert said is None or said.score < SCORE_MIN


def test_an_article_about_pages_needs_more() -> None:
    about = lines(
        "How to leave a newsletter\n\nLook for the word at the bottom and follow the link."
    )
    other = lines("The port closed\n\nThe port was closed by the ice for most of the winter.")
    assert are_about_pages(about)
    assert not are_about_pages(other)
    line = _line("Open your account to unsubscribe from this newsletter")
    before, after = talk(line, False), talk(line, True)
    assert before is not None
    assert after is not None
    assert before.score > after.score
