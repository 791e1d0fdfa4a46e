"""The word lists of this package, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from credcheck.lexicons import rows
from credcheck.lexicons.sorted_rows import sorted_rows
from credcheck.support.folding import folded

# One step above the rarest stem listed, which one article in 365 holds.
UNLISTED_RARITY = 6.5


@cache
def rarities() -> dict[str, float]:
    """Natural log of one over the share of news articles that hold a stem."""
    return {stem: float(rarity) for stem, rarity in rows("stem_rarity")}


def rarity(stem: str) -> float:
    """How much it says that two texts share a stem: 0 for the commonest, up to 6.5."""
    return rarities().get(stem, UNLISTED_RARITY)


def is_known(stem: str) -> bool:
    """True if a stem is among those that news articles commonly hold."""
    return stem in rarities()


@cache
def things() -> dict[str, tuple[str, str]]:
    """Stem to (class, group) of what is counted, measured or done."""
    found: dict[str, tuple[str, str]] = {}
    for name, group, words in rows("things"):
        for word in words.split():
            found.setdefault(folded(word), (name, group))
    return found


@lru_cache(maxsize=1 << 16)
def kin_of(stem: str) -> Mapping[str, float]:
    """The stems that may stand for the same thing in another report, 0..1 how likely each."""
    found = sorted_rows("related_stems").get(stem)
    pairs = (pair.split(" ") for pair in found.split("\t")) if found else ()
    return {other: float(strength) for other, strength in pairs}
