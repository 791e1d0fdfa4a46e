"""The signs of lines: words of pages and of grammar, typography, the manner of speaking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.rules.broken._line_signs import signs, tokens
from credcheck.rules.broken._lines import lines


def _signs(text: str) -> set[str]:
    return set(signs(lines(text)[0]))


def test_addresses_numbers_and_users_are_words_of_their_own() -> None:
    said = tokens("Write to ann@post.example or @annpetch, www.post.example by 2024 or 12.30")
    assert [word for word in said if word.startswith("<")] == [
        "<mail>",
        "<handle>",
        "<link>",
        "<year>",
        "<number>",
    ]


def test_words_and_how_they_are_written_are_signs() -> None:
    found = _signs("Get the Kettlewick newsletter")
    assert {"word newsletter", "word the", "first get", "last newsletter"} <= found
    assert {"pair get the", "shape first Xx", "shape last x", "shape all Xx x Xx x"} <= found
    assert {"shape pair 9 X|", "shape last Xx."} <= _signs("Page 3 OF| Many.")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Follow us", "form order open"),
        ("She followed them, and they told nobody.", "form tells 1"),
        ("“Follow us”", "form quotes"),
        ("SHARE THIS", "capitals all"),
        ("Most Read Stories", "capitals titled"),
        ("Your inbox", "form you"),
        ("Updated 3 hours ago", "form ago"),
        ("Posted 10:15 pm", "form clock"),
        ("(Photo by Ann Petch)", "form brackets"),
        ("Sign up to our newsletter", "share all"),
        ("The newsletter of Kettlewick parish council", "share third"),
    ],
)
def test_form_and_manner(text: str, sign: str) -> None:
    assert sign in _signs(text)


@given(st.text(min_size=1))
def test_any_line_has_signs_each_once(text: str) -> None:
    for line in lines(text):
        shown = signs(line)
        assert len(shown) == len(set(shown))
        assert any(sign.startswith("form words") for sign in shown)
