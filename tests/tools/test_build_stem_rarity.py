"""The rarity of stems, counted."""

from __future__ import annotations

from tools.build_stem_rarity import rarities


def test_a_stem_in_every_text_has_no_rarity_and_rarer_ones_follow() -> None:
    found = rarities(["The dam broke", "Dams break", "A dam in the valley", "dams"])
    assert found[0] == ("dam", 0.0)
    assert dict(found)["break"] == 0.7
    assert dict(found)["valley"] == 1.4
    assert "the" not in dict(found)
