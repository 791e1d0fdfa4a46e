"""Menus, on one line or one item a line, and the lists that are an article's own."""

from __future__ import annotations

import pytest

from credcheck.rules.broken._lines import lines
from credcheck.rules.broken._menu_lines import menu_places, sections


def found(text: str) -> list[str]:
    rows = lines(text)
    return [rows[place].text for place in sorted(menu_places(rows))]


@pytest.mark.parametrize(
    "menu",
    [
        "Home | News | Sport | Business | Opinion | Weather",
        "News Sport Business Opinion Weather",
        "Home » News » Region",
    ],
)
def test_a_row_of_sections_is_a_menu(menu: str) -> None:
    text = f"{menu}\n\nThe pier was closed on Monday, and the ferry left from the fish quay."
    assert found(text) == [menu]


def test_a_column_of_sections_is_a_menu() -> None:
    assert found("News\nSport\nBusiness\nOpinion\n\nThe pier was closed on Monday.") == [
        "News",
        "Sport",
        "Business",
        "Opinion",
    ]


@pytest.mark.parametrize(
    "own",
    [
        "Flour\nButter\nSalt\nYeast",
        "Ann Petch\nRafiq Ahmed\nJoan Moore\nTom Ellis",
        "He reads news, sport, business and opinion, and then the weather.",
        "News\nSport",
    ],
)
def test_a_list_of_the_article_is_none(own: str) -> None:
    assert found(own) == []


def test_names_of_sections_are_counted_whatever_their_case_and_stops() -> None:
    assert sections(["NEWS", "sport,", "pier"]) == 2
