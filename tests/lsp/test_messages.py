"""Findings in the terms of the protocol: places in UTF-16 units, edits that can be applied."""

from __future__ import annotations

import pytest

pytest.importorskip("lsprotocol", reason="needs the extra: pip install 'credcheck[lsp]'")

from lsprotocol import types as lsp

from credcheck.lsp.messages import diagnostics, hover, quick_fixes
from credcheck.types import Document, Edit, Evidence, Finding, Fix, Source, Span

RAW = "\U0001f600 ab\r\nthe overseas minister\n"
PLACE = Span(RAW.index("overseas"), RAW.index("overseas") + 8)
DOCUMENT = Document("a.txt", Source("a.txt"), RAW, RAW)
EVIDENCE = Evidence("quote", "reworded", "two words differ", "a.txt", Span(2, 4))
FINDING = Finding(
    "SPN101",
    "a.txt",
    PLACE,
    "message",
    "warning",
    fix=Fix("unsafe", "spun-phrase", (Edit(PLACE, "foreign"),)),
    evidence=(EVIDENCE,),
)


def test_columns_are_utf16_units() -> None:
    (found,) = diagnostics(DOCUMENT, [FINDING], lambda name: DOCUMENT)
    assert found.range == lsp.Range(lsp.Position(1, 4), lsp.Position(1, 12))
    assert found.related_information
    assert found.related_information[0].location.range.start == lsp.Position(0, 3)


def test_a_quick_fix_is_offered_only_where_it_is_asked_for() -> None:
    here = lsp.Range(lsp.Position(1, 5), lsp.Position(1, 5))
    (action,) = quick_fixes("file:///a.txt", DOCUMENT, [FINDING], here)
    assert "foreign" in action.title
    assert not action.is_preferred
    elsewhere = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 1))
    assert not quick_fixes("file:///a.txt", DOCUMENT, [FINDING], elsewhere)


def test_a_hover_tells_reason_and_evidence() -> None:
    told = hover(DOCUMENT, [FINDING], lsp.Position(1, 6), lambda name: DOCUMENT)
    assert told
    assert isinstance(told.contents, lsp.MarkupContent)
    assert "two words differ" in told.contents.value
    assert "> ab" in told.contents.value
    assert hover(DOCUMENT, [FINDING], lsp.Position(0, 0), lambda name: None) is None
