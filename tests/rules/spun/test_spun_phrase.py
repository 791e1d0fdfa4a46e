"""Whole articles, since the rule is silent until a text as a whole reads as spun."""

from __future__ import annotations

from credcheck.rules.spun import _reading
from credcheck.rules.spun.spun_phrase import RULE
from credcheck.settings import Settings
from tests.rules.spun.spun_texts import CLEAN, SPUN, prose, repairs


def test_strong_swaps_are_found_and_put_right() -> None:
    found = repairs(RULE, SPUN)
    expected = {
        "simply": "just",
        "each nations": "both countries",
        "informed": "told",
        "by means of": "through",
        "final 12 months": "last year",
    }
    assert {words: found.get(words) for words in expected} == expected


def test_every_span_is_of_its_words() -> None:
    for match in RULE.find(prose(SPUN)):
        assert match.words is not None
        assert match.span.of(SPUN) == match.words[0]
        assert match.edits[0].span == match.span
        assert 0.6 < (match.score or 0) <= 1


def test_quotations_and_certain_phrases_are_left_to_their_own_rules() -> None:
    seen = prose(SPUN)
    taken = _reading.reserved(seen)
    assert not any(_reading.touches(taken, match.span) for match in RULE.find(seen))


def test_a_single_odd_word_in_a_clean_article_is_no_finding() -> None:
    assert repairs(RULE, CLEAN) == {}
    assert repairs(RULE, CLEAN.replace("last winter", "final winter")) == {}


def test_what_is_allowed_is_silent() -> None:
    assert "simply" in repairs(RULE, SPUN)
    assert "simply" not in repairs(RULE, SPUN, Settings(allow=("simply",)))


def test_the_evidence_says_how_much_likelier_the_repair_is() -> None:
    (match,) = [m for m in RULE.find(prose(SPUN)) if m.span.of(SPUN) == "simply"]
    (evidence,) = match.evidence
    assert evidence.detail.startswith("'just' is likelier here by a log-ratio of ")
