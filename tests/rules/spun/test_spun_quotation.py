"""Whole articles, since the rule is silent until a text as a whole reads as spun."""

from __future__ import annotations

from credcheck.rules.spun import spun_phrase
from credcheck.rules.spun.spun_quotation import RULE
from tests.rules.spun.spun_texts import CLEAN, SPUN, repairs


def test_swaps_inside_quotation_marks_are_found() -> None:
    found = repairs(RULE, SPUN)
    expected = {"earlier than": "before", "either side": "both sides"}
    assert {words: found.get(words) for words in expected} == expected


def test_curly_marks_are_quotations_too() -> None:
    curly = SPUN.replace('"We', "“We").replace(',"', ",”").replace('"It', "“It")
    curly = curly.replace('."', ".”")
    assert {"earlier than", "either side"} <= set(repairs(RULE, curly))


def test_words_outside_are_left_to_spun_phrase() -> None:
    assert "simply" not in repairs(RULE, SPUN)
    without = SPUN.replace('"', "")
    assert repairs(RULE, without) == {}
    assert "earlier than" in repairs(spun_phrase.RULE, without)


def test_a_quotation_in_a_clean_article_is_left_alone() -> None:
    assert repairs(RULE, CLEAN) == {}
