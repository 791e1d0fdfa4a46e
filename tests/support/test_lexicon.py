"""The word lists say what they are asked for."""

from __future__ import annotations

from credcheck.lexicons import rows
from credcheck.lexicons.sorted_rows import sorted_rows
from credcheck.support.folding import folded
from credcheck.support.lexicon import UNLISTED_RARITY, kin_of, rarity, things


def test_rare_words_weigh_more_than_common_ones() -> None:
    assert rarity(folded("president")) < rarity(folded("harbour")) < rarity("zzyzx")
    assert rarity("zzyzx") == UNLISTED_RARITY


def test_relatives_are_mutual() -> None:
    stems = [stem for stem, _ in sorted_rows("related_stems")]
    assert all(
        kin_of(two)[one] == strength for one in stems for two, strength in kin_of(one).items()
    )
    assert "secur" in kin_of("safeti")
    assert not kin_of("zzyzx")


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
