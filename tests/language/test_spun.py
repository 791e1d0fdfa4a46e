from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credcheck.language.spun import SpunReading, find_substitutions
from tests.rules.spun.spun_texts import CLEAN as VISIT

# Both texts were written for these tests; the second is the first with its words swapped.
CLEAN = """The government said on Monday that it would raise the minimum wage by four per cent next
year, after weeks of talks with trade unions and employers. The finance minister told reporters
that the decision was taken to protect workers from rising food prices. Opposition leaders said
the increase was too small and called for a debate in parliament before the end of the month.

Shares in several large retailers fell after the announcement. Analysts said that the higher costs
would be passed on to customers, but that most companies had expected the move. The central bank
will publish its new forecast on Thursday, and economists expect inflation to fall slowly over the
coming months.

In the capital, hundreds of people took part in a peaceful protest outside the ministry. Police
said that no arrests were made. A spokesman for the union said that its members would meet again
next week to decide whether to go on strike."""

SPUN = """The authorities mentioned on Monday that it could elevate the minimal wage by 4 per cent
subsequent yr, after weeks of talks with commerce unions and employers. The finance minister
instructed reporters that the choice was taken to guard employees from rising meals costs.
Opposition leaders mentioned the rise was too small and referred to as for a debate in parliament
earlier than the top of the month.

Shares in a number of massive retailers fell after the announcement. Analysts mentioned that the
upper prices can be handed on to clients, however that almost all corporations had anticipated the
transfer. The central financial institution will publish its new forecast on Thursday, and
economists count on inflation to fall slowly over the approaching months.

Within the capital, a whole lot of individuals took half in a peaceable protest exterior the
ministry. Police mentioned that no arrests had been made. A spokesman for the union mentioned that
its members would meet once more subsequent week to resolve whether or not to go on strike."""


@pytest.fixture(scope="module")
def spun() -> SpunReading:
    return find_substitutions(SPUN)


def test_good_english_is_clean() -> None:
    reading = find_substitutions(CLEAN)
    assert reading.verdict == "clean"
    assert not reading.too_short


def test_a_clean_text_may_go_without_naming_what_it_would_not_report(spun: SpunReading) -> None:
    named, bare = (find_substitutions(VISIT, is_named_if_clean=each) for each in (True, False))
    assert named.verdict == "clean"
    assert named.substitutions
    assert bare == replace(named, substitutions=())
    assert find_substitutions(SPUN, is_named_if_clean=False) == spun


def test_spun_text_is_not_clean_and_its_swaps_are_found(spun: SpunReading) -> None:
    assert spun.verdict in ("suspect", "spun")
    assert spun.score > 2 * find_substitutions(CLEAN).score
    repairs = {found.text: found.repair for found in spun.substitutions}
    expected = {"subsequent": "next", "approaching": "coming", "elevate": "raise", "meals": "food"}
    assert sum(repairs.get(word) == repair for word, repair in expected.items()) >= 3


def test_every_substitution_points_at_its_text(spun: SpunReading) -> None:
    ends = 0
    for found in spun.substitutions:
        assert SPUN[found.start : found.end] == found.text
        assert found.start >= ends
        assert found.repair == found.alternatives[0][0] != found.text
        assert sum(share for _, share in found.alternatives) <= 1.01
        assert found.occurrences >= 1
        ends = found.end


def test_offsets_count_code_points() -> None:
    before = "İ 😀 — "
    plain, moved = find_substitutions(SPUN), find_substitutions(before + SPUN)
    places = {found.start - len(before) for found in moved.substitutions}
    # What is next to the bar may fall on either side of it: the text is another.
    sure = {found.start for found in plain.substitutions if found.log_odds > 1}
    assert len(sure) > 5
    assert sure <= places | {0, 1, 2, 3, 4}


def test_reading_twice_gives_the_same(spun: SpunReading) -> None:
    assert find_substitutions(SPUN) == spun


def test_what_is_allowed_is_not_reported(spun: SpunReading) -> None:
    word = max(spun.substitutions, key=lambda found: found.log_odds).text
    reading = find_substitutions(SPUN, allow=frozenset({word.upper()}))
    assert all(found.text.casefold() != word.casefold() for found in reading.substitutions)


def test_a_listed_word_is_likelier_a_swap() -> None:
    listed = [({"guard": ("protect",)}, 3.0)]
    plain, told = (
        {found.text: found for found in find_substitutions(SPUN, listed=each).substitutions}
        for each in ((), listed)
    )
    assert told["guard"].repair == "protect"
    assert "guard" not in plain or told["guard"].log_odds > plain["guard"].log_odds


def test_a_lexicon_of_the_user_is_found_even_in_clean_text() -> None:
    lexicon = {"trade unions": ("labour organisations",)}
    reading = find_substitutions(CLEAN, extra_lexicon=lexicon)
    listed = [found for found in reading.substitutions if found.text == "trade unions"]
    assert [found.repair for found in listed] == ["labour organisations"]


def test_the_more_of_a_text_looks_swapped_the_likelier_each_swap() -> None:
    half = SPUN[: SPUN.index("Within the capital")]
    alone, among = find_substitutions(SPUN), find_substitutions(half + CLEAN)
    assert among.verdict != "clean"
    odds = {found.text: found.log_odds for found in alone.substitutions}
    shared = [found for found in among.substitutions if found.text in odds]
    assert shared
    assert sum(found.log_odds - odds[found.text] for found in shared) < 0


def test_nothing_fluent_is_cleared_that_a_reading_would_not_clear(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [SPUN, CLEAN, SPUN[:500], CLEAN[:500], CLEAN + SPUN[:300]]
    quick = [find_substitutions(text, is_named_if_clean=False) for text in texts]
    monkeypatch.setattr("credcheck.language.spun.FLUENT_EXCESS", 0)
    slow = [find_substitutions(text, is_named_if_clean=False) for text in texts]
    assert [found.verdict for found in quick] == [found.verdict for found in slow]
    assert any(one.score == 0 < other.score for one, other in zip(quick, slow, strict=True))


def test_a_short_text_says_that_it_is_short() -> None:
    reading = find_substitutions(SPUN[:400])
    assert reading.too_short
    assert reading.verdict in ("clean", "spun")


@pytest.mark.parametrize(
    "text",
    [
        "The programme cost Rs 3 crore, or 12 per cent more than last year, whilst 2 lakh pupils"
        " queued for it.",
        "He learnt that the colour of the lorry had not been recognised by the constabulary.",
    ],
)
def test_house_style_is_no_substitution(text: str) -> None:
    words = {found.text for found in find_substitutions(text).substitutions}
    assert not words & {"programme", "crore", "per cent", "whilst", "lakh", "lorry", "learnt"}


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    for found in find_substitutions(text).substitutions:
        assert text[found.start : found.end] == found.text


def test_a_long_text_is_read_in_pieces() -> None:
    reading = find_substitutions((SPUN + "\n\n") * 100)
    assert reading.substitutions[-1].end > 99 * len(SPUN)
    assert max(found.occurrences for found in reading.substitutions) >= 100


def test_a_text_too_long_to_be_held_reads_the_same(
    spun: SpunReading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("credcheck.language.spun.KEPT_TOKENS", 0)
    assert find_substitutions(SPUN) == spun
