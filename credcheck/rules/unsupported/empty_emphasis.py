"""
Count words that stress how much something matters and add no fact.

"Crucial", "pivotal", "underscores", "complex interplay". One finding a file, at the first such
word, where they come more often than in 99 of 100 news articles.

## Why it matters
Text made to fill a page says that things matter in the place of saying what happened.

## When it is wrong
Speeches, leading articles and press releases are full of emphasis, and written by people.
"""

from __future__ import annotations

from collections.abc import Iterable

from credcheck.rules.unsupported._counted import counted
from credcheck.support.attribution import empty_emphasis
from credcheck.types import Match, Prose, Rule

# The 99th percentile of 1,729 US news articles is 3.1 in 1,000 words, of 937 from Pakistan, the
# United Kingdom and Australia 8.2 (2026-11).
LEAST_PER_THOUSAND = 8.5
LEAST_COUNT = 4
NORM = "99 of 100 news articles have fewer than 8.5"


def find(prose: Prose) -> Iterable[Match]:
    """One match if the file has more emphasis than ordinary news."""
    found = empty_emphasis(prose.text)
    return counted(prose, found, LEAST_COUNT, LEAST_PER_THOUSAND, NORM)


RULE = Rule(
    code="UNS301",
    name="empty-emphasis",
    severity="info",
    message="{} words of empty emphasis in {} words",
    find=find,
    bad=(
        "The talks in Telmar mark a [[pivotal]] moment for the region. They underscore the complex "
        "interplay of trade and security and highlight how crucial dialogue remains. Both sides "
        "stressed that cooperation is paramount, and that a holistic approach would foster trust "
        "between the two countries. As the situation develops, the world will follow the steps "
        "of the two governments with interest, for the sake of stability in the whole region.",
    ),
    good=(
        "The talks in Telmar ended on Tuesday with seven agreements. The crossing at Low Ford will "
        "open in June, both presidents said. Trade between the countries fell by a third in the "
        "years of the freeze, which began when Kestria closed its embassy. A loan of $250 million "
        "will pay for the railway. The finance minister called the loan crucial. Work on the line "
        "is to start in the spring, once the mines on the eastern bank have been cleared.",
    ),
)
