"""In which sense a number is meant."""

from __future__ import annotations

import pytest

from tests.support.test_comparable import found


@pytest.mark.parametrize(
    ("text", "kind", "sense"),
    [
        ("Among them, 21 of those burned.", "count", "part"),
        ("Another 29 people came.", "count", "more"),
        ("It costs $2 million a day.", "money", "rate"),
        ("The total came to $2 million.", "money", "total"),
        ("It could cost $2 million.", "money", "guess"),
        ("They need 67 votes.", "count", "need"),
        ("It was hotter than 45 degrees.", "temperature", "compare"),
        ("Updated at 9:05 p.m. on Friday.", "clock", "stamp"),
        ("Five years ago it opened.", "duration", "ago"),
        ("The survey gave her 47 percent.", "percent", "poll"),
        ("“We lost 12 boats,” he said.", "count", "quoted"),
        ("The raid (12 boats) failed.", "count", "bracketed"),
        ("They left at 9:05 p.m. ET on Friday.", "clock", "zone et"),
        ("Fines of $300, $450 and $900 were paid.", "money", None),
    ],
)
def test_senses(text: str, kind: str, sense: str | None) -> None:
    measure = found(text, kind).measure
    assert measure is not None
    assert sense is None or sense in measure.senses


def test_more_than_a_number_compares_nothing_and_the_polls_are_no_poll() -> None:
    measure = found("More than 140 people went to the polls.", "count").measure
    assert measure is not None
    assert {"compare", "poll"}.isdisjoint(measure.senses)
    for text in ("Polls will open for 12 hours.", "It was 12 hours, the geological survey said."):
        measure = found(text, "duration").measure
        assert measure is not None
        assert "poll" not in measure.senses


def test_what_is_told_next_is_another_clause() -> None:
    text = "It cut the rate to 3.75 per cent and said that prices were expected to fall."
    measure = found(text, "percent").measure
    assert measure is not None
    assert "forecast" not in measure.senses
