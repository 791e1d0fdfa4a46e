"""What a number is about."""

from __future__ import annotations

import pytest

from credcheck.support.context import Context, context, periods
from credcheck.support.quantities import quantities
from credcheck.support.sentences import sentences
from credcheck.types import Span


def contexts(text: str) -> list[Context]:
    (sentence,) = sentences(text)
    spans = [quantity.span for quantity in quantities(text)]
    return [context(text, sentence.words, span, spans) for span in spans]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The flood killed 41 people and injured 63.", ["dead", "injured"]),
        ("Forty-one people were killed and 63 injured.", ["dead", "injured"]),
        ("A blast killing 41 and injuring 63 others.", ["dead", "injured"]),
        ("41 dead, 63 hurt, 12 missing", ["dead", "injured", "missing"]),
        ("The death toll stood at 41.", ["dead"]),
        ("They moved 1,200 boxes.", [""]),
    ],
)
def test_states(text: str, states: list[str]) -> None:
    assert [found.state for found in contexts(text)] == states


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("About 1,200 homes burned.", "home"),
        ("They lost 12 small fishing boats.", "boat"),
        ("The 85 ministers came.", "minister"),
        ("She saw 14 lighthouses.", "lighthous"),
        ("Pre-tax profit rose to £48m.", "profit"),
    ],
)
def test_things(text: str, thing: str) -> None:
    assert contexts(text)[0].thing == thing


def test_names_and_role() -> None:
    (found,) = contexts("Turnout in Port Alder rose from 64% last year.")
    assert found.names == ("alder", "port")
    assert found.role == "from"


def test_periods() -> None:
    text = "First-quarter sales rose to 4% this year and 5% next year, and 6 shops closed."
    numbers = [quantity.span for quantity in quantities(text)]
    found = [periods(text, Span(0, len(text)), number, numbers) for number in numbers]
    assert found[:2] == [("first quarter", "this"), ("next", "this")]
