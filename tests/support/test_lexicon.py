"""The word lists say what they are asked for."""

from __future__ import annotations

from credcheck.lexicons import rows
from credcheck.support.folding import folded
from credcheck.support.lexicon import UNLISTED_RARITY, rarity, related, things


def test_rare_words_weigh_more_than_common_ones() -> None:
    assert rarity(folded("president")) < rarity(folded("harbour")) < rarity("zzyzx")
    assert rarity("zzyzx") == UNLISTED_RARITY


def test_relatives_are_mutual() -> None:
    kin = related()
    assert all(
        kin[two][one] == strength for one in list(kin)[:500] for two, strength in kin[one].items()
    )
    assert "secur" in kin["safeti"]


def test_things_have_one_class_each_and_known_groups() -> None:
    names = [row[0] for row in rows("things")]
    assert len(names) == len(set(names))
    assert {group for _, group in things().values()} == {
        "state",
        "person",
        "object",
        "topic",
        "act",
    }
    assert things()[folded("drowned")] == things()[folded("fatalities")] == ("dead", "state")
