"""
Count what is put down to sources that are not named.

"Analysts say", "critics believe", "concerns have been raised", "it is believed". One finding a
file, at the first, where they come more often than in 99 of 100 news articles.

## Why it matters
A reader cannot ask "observers". Where a text rests on nobody in particular, an editor should.

## When it is wrong
Sources may have to be protected, and a good report says why it does not name them.
"""

from __future__ import annotations

from collections.abc import Iterable

from credcheck.rules.unsupported._counted import counted
from credcheck.support.attribution import unnamed_sources
from credcheck.types import Match, Prose, Rule

# The 99th percentile of 1,729 US news articles is 2.9 in 1,000 words, of 937 from Pakistan, the
# United Kingdom and Australia 4.2 (2026-11).
LEAST_PER_THOUSAND = 4.5
LEAST_COUNT = 3
NORM = "99 of 100 news articles have fewer than 4.5"


def find(prose: Prose) -> Iterable[Match]:
    """One match if the file rests on unnamed sources more than ordinary news."""
    found = unnamed_sources(prose.text)
    return counted(prose, found, LEAST_COUNT, LEAST_PER_THOUSAND, NORM)


RULE = Rule(
    code="UNS302",
    name="unnamed-sources",
    severity="info",
    message="{} statements put down to unnamed sources in {} words",
    find=find,
    bad=(
        "[[Analysts say]] the talks in Telmar will change the region. Concerns have been raised "
        "about the loan for the railway. Critics believe that Ombar cannot pay it back, and it is "
        "widely believed that the fishermen were held as a bargaining chip. The presidents spoke "
        "for three hours behind closed doors and left without a word to the crowd that had waited "
        "in the rain since the early morning in front of the old customs house by the river.",
    ),
    good=(
        "Analysts at Harwick Bank said the loan would be repaid by 2040. Lena Arkadi, who leads "
        "Kestria, said the railway would open in the spring. Dina Sorel, whose son was held for "
        "fourteen months, said she had been told nothing. Samuel Obote, who leads Ombar, said that "
        "the men would be home by Sunday, and that their boats would be given back to them before "
        "the season begins. The fisheries office in Low Ford confirmed it to this newspaper.",
    ),
)
