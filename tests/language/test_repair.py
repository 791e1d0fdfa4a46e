from __future__ import annotations

import pytest

from credcheck.language.repair import (
    article_before,
    in_the_manner_of,
    is_spoken_with_vowel,
    spelt,
    without_doubling,
)


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


@pytest.mark.parametrize(
    ("text", "repair", "expected"),
    [
        ("It was a [[main]] role", "important", "It was an [[main]] role"),
        ("It was an [[main]] role", "major", "It was a [[main]] role"),
        ("A [[main]] role", "important", "An [[main]] role"),
        ('He made a "[[main]]" case', "old", 'He made an "[[main]]" case'),
        ("It was a [[main]] role", "major", None),
        ("vitamin-a [[main]] role", "important", None),
        ("the [[main]] role", "important", None),
        ("a [[main]] role", "EU", None),
        ("an [[main]] role", "18", None),
    ],
)
def test_the_article_follows_the_repair(text: str, repair: str, expected: str | None) -> None:
    start = text.index("[[")
    found = article_before(text, start, repair)
    changed = text[: found[0]] + found[2] + text[found[1] :] if found else None
    assert changed == expected


@pytest.mark.parametrize("word", ["union", "useful", "European", "one", "house", "ukulele"])
def test_spoken_with_a_consonant(word: str) -> None:
    assert not is_spoken_with_vowel(word)


@pytest.mark.parametrize("word", ["hour", "Honest", "umbrella", "unimportant", "urban", "only"])
def test_spoken_with_a_vowel(word: str) -> None:
    assert is_spoken_with_vowel(word)


def test_a_repair_does_not_repeat_its_neighbours() -> None:
    assert without_doubling("residing in Lahore", 0, 8, "living in") == "living"
    assert without_doubling("the most important one", 4, 18, "the main") == "main"
    assert without_doubling("residing near Lahore", 0, 8, "living in") == "living in"
    assert without_doubling("he talked", 3, 9, "he") == "he"
