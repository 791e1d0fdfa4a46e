from __future__ import annotations

import pytest

from credcheck.language.repair import in_the_manner_of, spelt


@pytest.mark.parametrize(
    ("written", "repair", "expected"),
    [
        ("Overseas", "foreign", "Foreign"),
        ("OVERSEAS", "foreign", "FOREIGN"),
        ("overseas", "foreign", "foreign"),
        ("Wall Road", "wall street", "Wall Street"),
        ("A whole lot", "hundreds of", "Hundreds of"),
        ("70", "seventy", "seventy"),
        ("I", "we", "We"),
    ],
)
def test_capitals(written: str, repair: str, expected: str) -> None:
    assert in_the_manner_of(written, repair) == expected


def test_spaces() -> None:
    assert spelt(["line", "-", "up"]) == "line-up"
    assert spelt(["the", "nation", "'s", "own"]) == "the nation's own"
