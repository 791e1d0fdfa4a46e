from __future__ import annotations

import pytest

from credcheck.explain import entries, entry
from credcheck.rules import names as rule_names


def test_every_code_has_an_entry_under_its_name() -> None:
    assert {code: one.name for code, one in entries().items()} == rule_names()


def test_titles_are_one_line_and_speak_of_what_is_found() -> None:
    for one in entries().values():
        assert one.title, one.code
        assert "\n" not in one.title


def test_no_word_of_true_or_false() -> None:
    for one in entries().values():
        words = one.documentation.casefold()
        assert not any(word in words for word in ("fake news", "verified", "misinformation"))


def test_an_unknown_word_is_a_key_error() -> None:
    assert entry("brk303") is entry("Surplus-Space")
    with pytest.raises(KeyError):
        entry("nothing")
