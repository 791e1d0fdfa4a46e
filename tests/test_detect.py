"""Detection: findings leave in raw coordinates, furniture is no part of the article."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from credcheck.clean import clean
from credcheck.detect import detect, quoted
from credcheck.settings import Settings
from credcheck.types import Document, Finding, Layer, Source

SETTINGS = Settings()


def findings(raw: str, settings: Settings = SETTINGS) -> tuple[Finding, ...]:
    document = clean(Document("a.txt", Source("a.txt"), raw, raw))
    return detect(document, settings)[0]


def test_an_insertion_is_shown_by_the_words_it_stands_between() -> None:
    (found,) = findings("They lost two hardships.This was the third in a row for them.")
    assert found.span.of("They lost two hardships.This was") == "hardships.This"
    assert found.fix is not None


def test_a_run_of_glued_words_is_one_finding_with_all_its_edits() -> None:
    raw = "The talks between PakistanandAfghanistan went on until midnight on Tuesday."
    (found,) = [f for f in findings(raw) if f.rule == "BRK301"]
    assert found.span.of(raw) == "PakistanandAfghanistan"
    assert found.fix is not None
    assert "Pakistan and Afghanistan" in Layer.of("", found.fix.edits).apply(raw)


def test_offsets_hold_behind_emoji_and_carriage_returns() -> None:
    raw = "\U0001f600\U0001f600 First line.\r\nThe caf\u00c3\u00a9 was shut on Monday.\r\n"
    (found,) = [f for f in findings(raw) if f.rule == "BRK101"]
    assert found.span.of(raw) in "caf\u00c3\u00a9"
    assert found.fix is not None
    assert "caf\u00e9 was" in Layer.of("", found.fix.edits).apply(raw)


def test_the_users_severity_and_selection_are_obeyed() -> None:
    raw = "They lost two hardships.This was the third in a row for them."
    louder = replace(SETTINGS, severity=MappingProxyType({"BRK302": "info"}))
    assert [f.severity for f in findings(raw, louder)] == ["info"]
    assert not findings(raw, replace(SETTINGS, ignore=("BRK3",)))
    assert findings(raw, replace(SETTINGS, ignore=("BRK",), select=("BRK302",)))


def test_findings_are_in_order_of_place() -> None:
    found = findings("One,two three.Four five ,six seven.Eight nine ten eleven twelve.")
    assert list(found) == sorted(found, key=lambda f: f.span)


@pytest.mark.parametrize(
    ("text", "shown"), [("a\n b", "a b"), ("x" * 70, "x" * 59 + "…"), ("", "")]
)
def test_a_message_quotes_one_short_line(text: str, shown: str) -> None:
    assert quoted(text) == shown
