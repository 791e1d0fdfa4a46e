"""What a text claims, in raw coordinates."""

from __future__ import annotations

from credcheck.clean import clean
from credcheck.settings import Settings
from credcheck.support.claims import claims, claims_in
from credcheck.types import Document, Meta, Prose, Source, Span
from tests.support.texts import WIRE, claims_of


def test_kinds_and_values() -> None:
    found = {(c.kind, c.span.of(WIRE)): c.value for c in claims_of(WIRE)}
    assert found["number", "41"] == "41"
    assert found["date", "Tuesday"] == "tuesday"
    assert found["number", "1,200"] == "1200"
    assert found["name", "Ilena Droz, the mayor"].split()[-1] == "droz"
    assert [value for (kind, _), value in found.items() if kind == "quote"] == [
        "we had asked for money to repair that wall every year"
    ]


def test_spans_are_those_of_the_text_as_read() -> None:
    raw = "\u200bThe dam broke, killing 4 ,200 cattle and 12&nbsp;dogs in Sarat, officials said."
    document = clean(Document("a", Source("a"), raw, raw))
    found = claims(Prose(document, Settings()))
    assert all(c.span.end <= len(raw) for c in found)
    assert [c.value for c in found if c.measure] == ["4200", "12"]
    assert next(c for c in found if c.value == "12").span.of(raw) == "12"


def test_furniture_claims_nothing() -> None:
    text = "Read 14 more stories\nThe dam broke in Sarat."
    document = Document("a", Source("a"), text, text)
    prose = Prose(document, Settings(), (Span(0, 20),))
    assert not [c for c in claims(prose) if c.measure]


def test_weekdays_are_dated_where_the_file_says_when_it_was_written() -> None:
    text = "The dam broke on Tuesday."
    document = Document("a", Source("a"), text, text, meta=Meta(date="2024-05-16"))
    (found,) = (c for c in claims(Prose(document, Settings())) if c.kind == "date")
    assert found.value == "2024-05-14"


def test_unnamed_sources_mark_the_claim() -> None:
    assert claims_in("Analysts say the dam was old.", Span(0, 29)).value == "unnamed"
    assert claims_in("The mayor said the dam was old.", Span(0, 31)).value == ""


def test_claims_come_in_order() -> None:
    found = claims_of(WIRE)
    assert list(found) == sorted(found, key=lambda c: (c.span, c.kind, c.value))
