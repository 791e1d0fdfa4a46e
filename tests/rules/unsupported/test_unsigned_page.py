"""Pages without author, date and links."""

from __future__ import annotations

from dataclasses import replace

import pytest

from credcheck.rules.unsupported.unsigned_page import RULE, missing
from credcheck.settings import Settings
from credcheck.types import Document, Match, Meta, Prose, Source

TEXT = "The harbour of Low Ford\n\n" + "It was closed on Monday after a storm. " * 20
BARE = Meta(title="The harbour of Low Ford", links=0)


def found(meta: Meta, format: str = "html", text: str = TEXT) -> list[Match]:
    document = Document("a.html", Source("a.html", format), text, text, meta=meta)
    return list(RULE.find(Prose(document, Settings())))


def test_a_page_without_any_is_told_at_its_first_line() -> None:
    (match,) = found(BARE)
    assert match.span.of(TEXT) == "The harbour of Low Ford"
    assert [e.kind for e in match.evidence] == ["page byline", "page date", "page links"]


@pytest.mark.parametrize(
    "meta",
    [
        replace(BARE, byline="Maren Holt"),
        replace(BARE, date="2026-11-02"),
        replace(BARE, links=1),
        replace(BARE, links=None),
    ],
)
def test_one_of_the_three_is_enough(meta: Meta) -> None:
    assert not found(meta)
    assert len(missing(meta)) == 2


def test_other_formats_and_short_pages_are_not_asked() -> None:
    assert not found(BARE, "jsonl")
    assert not found(BARE, "txt")
    assert not found(BARE, text="The harbour of Low Ford is closed.")


@pytest.mark.parametrize("format", ["jsonl", "csv", "md"])
def test_fields_that_are_there_and_empty(format: str) -> None:
    (match,) = found(Meta(byline="", date=""), format)
    assert [e.kind for e in match.evidence] == ["page byline", "page date"]
    assert not found(Meta(byline="", date="", links=2), format)
    assert not found(Meta(byline="Maren Holt", date=""), format)
    assert not found(Meta(byline=""), format)
