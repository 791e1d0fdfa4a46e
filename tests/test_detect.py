"""Detection: findings leave in raw coordinates, furniture is no part of the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from credcheck.clean import clean
from credcheck.detect import detect
from credcheck.read import read
from credcheck.rules import document_rules
from credcheck.settings import Settings
from credcheck.types import Document, Finding, Layer, Match, Prose, Source, Span

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


def broken_rule(prose: Prose) -> Iterator[Match]:
    yield Match(Span(0, 1))
    raise ZeroDivisionError("no\nsuch luck" + "!" * 400)


def test_a_rule_that_raises_leaves_a_finding_and_the_other_rules_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rules = document_rules("broken")
    worse = replace(rules[0], code="BRK999", name="worse", find=broken_rule, languages=("*",))
    monkeypatch.setattr("credcheck.detect.document_rules", lambda category: (worse, *rules))
    found = findings("The old bridge was shut.\n\nDate 2024-03-11\n\nThe ferry ran ,again.\n")
    (failed, *_) = [f for f in found if f.rule == "ERR009"]
    assert failed.message.startswith(
        "internal error in BRK999 worse: ZeroDivisionError: no such luck!!!"
    )
    assert "\n" not in failed.message
    assert len(failed.message) < 220
    assert "BRK303" in {f.rule for f in found}


def test_a_failure_is_shown_in_full_if_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = document_rules("broken")
    worse = replace(rules[0], find=broken_rule, languages=("*",))
    monkeypatch.setattr("credcheck.detect.document_rules", lambda category: (worse,))
    monkeypatch.setenv("CREDCHECK_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        findings("The old bridge was shut.")


def test_a_byte_that_could_not_be_read_is_reported_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(
        "Señor Peña spoke of the caf\xe9 and its owner.\n".encode()[:-1].replace(
            b"caf\xc3\xa9", b"caf\xe9"
        )
        + b"\nThe mayor\xef\xbf\xbds office was shut.\n"
    )
    (document,) = read([tmp_path], SETTINGS)
    found, _ = detect(clean(document), SETTINGS)
    assert [(f.rule, f.span.of(document.raw)) for f in found] == [
        ("BRK105", "\ufffd"),
        ("BRK103", "\ufffd"),
    ]
    assert len({f.span for f in found}) == 2


def test_a_fault_is_known_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Señor Peña spoke.".encode() + b"\xff\n")
    (document,) = read([tmp_path], SETTINGS)
    assert not detect(document, replace(SETTINGS, ignore=("undecodable-bytes",)))[0]
