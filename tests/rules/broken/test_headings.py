from __future__ import annotations

import pytest

from credcheck.rules.broken._headings import is_section, may_be_section
from credcheck.rules.broken._lines import lines


@pytest.mark.parametrize(
    "text", ["Key Findings", "Conclusion", "What the board knew", "Looking Ahead: A New Pier"]
)
def test_headings_of_sections(text: str) -> None:
    assert is_section(lines(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Jane Whitmore",
        "VERDICT: False",
        "By Ada Finch",
        "ENDS",
        "— Reporting by Tom Reed",
        "#LookingAhead",
        "“Next”",
    ],
)
def test_signatures_and_quotations_are_none(text: str) -> None:
    assert not is_section(lines(text)[0])
    assert not may_be_section(lines(text)[0])


def test_abstract_nouns_may_head_a_section() -> None:
    assert may_be_section(lines("Regional Cooperation")[0])
    assert not may_be_section(lines("the cooperation of all who live there")[0])
