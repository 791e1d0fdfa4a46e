"""Every class of damage in the styles of many sites: what is marked is found, nothing else is."""

from __future__ import annotations

import pytest

from credcheck.rules import document_rules
from credcheck.settings import Settings
from credcheck.types import Document, Prose, Source, Span
from tests.rules.broken.damaged_texts import DAMAGED
from tests.rules.test_rules import unmarked

CASES = [
    pytest.param(name, example, id=f"{name}-{number}")
    for name, examples in DAMAGED.items()
    for number, example in enumerate(examples)
]


def found(text: str) -> list[tuple[str, Span]]:
    prose = Prose(Document("a", Source("a"), text, text), Settings())
    matches = [(rule.name, m.span) for rule in document_rules("broken") for m in rule.find(prose)]
    return sorted(matches, key=lambda match: match[1])


@pytest.mark.parametrize(("name", "example"), CASES)
def test_finds_what_is_marked_and_no_more(name: str, example: str) -> None:
    text, wanted = unmarked(example)
    spans = [span for _, span in found(text)]
    missed = [span.of(text) for span in wanted if not any(span.overlaps(s) for s in spans)]
    extra = [span.of(text) for span in spans if not any(span.overlaps(w) for w in wanted)]
    assert (missed, extra) == ([], [])


@pytest.mark.parametrize(("name", "example"), [c for c in CASES if c.values[0] != "furniture"])
def test_calls_damage_by_its_name(name: str, example: str) -> None:
    text, wanted = unmarked(example)
    assert name in {rule for rule, span in found(text) if any(map(span.overlaps, wanted))}


def test_furniture_is_never_an_error() -> None:
    assert {r.severity for r in document_rules("broken") if r.is_furniture} == {"warning"}
    assert all(r.is_furniture for r in document_rules("broken") if r.code.startswith("BRK5"))
