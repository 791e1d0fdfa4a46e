from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.language.glued_english import is_glued_english


@pytest.mark.parametrize(
    "text",
    [
        "Mayorsaidthe newbridge willopen nextweek.",
        "Rates fellagain andthebank keptquiet.",
        "Engineers hopethatthebridgewillbeopenedbeforetheendofthesummer.",
    ],
)
def test_words_glued_together(text: str) -> None:
    assert is_glued_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened the bridge.",
        "A newbridge opened.",
        "Straßenbahnhaltestelle Fahrplanänderung Donaudampfschifffahrt",
        "secondo andare particolare settimana territorio",
        "procent personer resultat senare",
        "sangat tersebut makanan permainan",
        "",
    ],
)
def test_whole_words_one_run_and_other_languages(text: str) -> None:
    assert not is_glued_english(text)


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    assert is_glued_english(text) in (True, False)
