from __future__ import annotations

import pytest

from credcheck.lexicons import rows
from credcheck.rules.broken._wordings import (
    ANY,
    END,
    NUMBER,
    Wording,
    beginning,
    folded_words,
    may_begin_certain,
    openings,
    within,
)


@pytest.mark.parametrize(
    ("pattern", "text", "is_match"),
    [
        ("^leave a (reply|comment)$", "leave a reply", True),
        ("^leave a (reply|comment)$", "leave a reply now", False),
        ("^read [our] (policy|rules)", "read our rules of the house", True),
        ("^read [our] (policy|rules)", "read rules", True),
        ("^read [our] (policy|rules)", "read their rules", False),
        ("^get * newsletter", "get our free weekly newsletter", True),
        ("^the post ** appeared first", f"the post {'word ' * 20}appeared first", True),
        ("^adverts?$", "adverts :", True),
        ("rights reserved$", "some rights reserved", True),
        ("^_ comments$", "12 comments", True),
    ],
)
def test_patterns_of_the_lexicon(pattern: str, text: str, is_match: bool) -> None:
    assert Wording("page", 3, pattern).matches(text) is is_match


def test_the_two_words_a_pattern_begins_with() -> None:
    assert openings("^(please )?log in") == {("please", "log"), ("log", "in")}
    assert openings("^adverts?$") == {("advert", END), ("adverts", END)}
    assert openings(r"^\d+ (min|_) read") == {(NUMBER, "min"), (NUMBER, ANY)}
    assert openings("^follow * on x") == {("follow", ANY)}


def test_every_pattern_is_found_by_the_words_it_begins_with() -> None:
    """The table of openings turns no line away that a pattern would match."""
    for kind, weight, pattern in rows("page_furniture"):
        example = ("" if pattern.startswith("^") else "word ") + _example(pattern)
        wording = Wording(kind, int(weight), pattern)
        assert wording.matches(" ".join(folded_words(example))), (pattern, example)
        assert wording in (beginning(example) if wording.is_anchored else within(example)), pattern


def _example(pattern: str) -> str:
    """One text that a pattern matches: first alternatives, what is optional left out."""
    text = _first_choice(pattern.strip("^$"))
    return text.replace("** ", "").replace("* ", "").replace("_", "word").replace(r"\d+", "7")


def _first_choice(pattern: str) -> str:
    import re

    pattern = pattern.replace(r"\|", "»").replace(r"\*", "»")
    pattern = re.sub(r" \[[^\]]*\]", "", pattern)
    for _ in range(40):
        pattern = re.sub(r"\([^()]*\)\?", "", pattern)
        pattern = re.sub(r"\(([^()|]*)(?:\|[^()]*)?\)(?!\?)", r"\1", pattern, count=1)
    return re.sub(r"\w\?", "", pattern)


def test_folding_keeps_words_and_a_few_signs() -> None:
    assert folded_words("» Don’t miss: © 2024!") == ["dont", "miss", ":", "©", "2024"]


def test_certain_beginnings() -> None:
    assert may_begin_certain("Your", "email")
    assert not may_begin_certain("The", "pier")
