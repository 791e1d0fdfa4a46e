from __future__ import annotations

import re

import pytest

from credcheck.read.faults import BY_CODE, EMPTY, KINDS, FaultKind, fault
from credcheck.types import Span


def test_codes_and_names_are_unique() -> None:
    assert len(BY_CODE) == len(KINDS) == len({kind.name for kind in KINDS})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_kind_is_documented_like_a_rule(kind: FaultKind) -> None:
    assert re.fullmatch(r"(ERR0|BRK1)\d\d", kind.code)
    assert kind.documentation.lstrip().startswith("Find ")
    assert "\n## Why it matters\n" in kind.documentation
    assert "\n## When it is wrong\n" in kind.documentation


def test_a_fault_has_the_severity_of_its_kind_unless_told_otherwise() -> None:
    assert fault(EMPTY, "x").severity == "error"
    assert fault(EMPTY, "x", Span(1, 2), severity="warning").severity == "warning"
