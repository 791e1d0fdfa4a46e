"""
Find counts as only a machine writes them: "a whole bunch of 1000's", "tens of 1000s".

## Why it matters
"Hundreds of thousands" comes out of a synonym table as "a whole bunch of 1000's": the number is
gone, and a report of a disaster or a protest says nothing any more.

## When it is wrong
People write "100s of miles" and "the 1900s"; an index is called the FTSE 100's or the Russell
2000's. A figure with an s counts only after "bunch of", "lots of", "tens of" and the like, or
with an apostrophe before "of". In 13 million words of clean prose this finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from credcheck.types import Edit, Match, Prose, Rule, Span

COUNT = re.compile(
    r"\b(?:(?P<many>(?:a )?(?:whole )?(?:bunch|lots?|tons|loads|tens|hundreds)) of )?"
    r"(?P<figure>1,?0{2,3})(?P<mark>['’]?)s(?= of\b)?(?P<of> of\b)?",
    re.IGNORECASE,
)
WORDS = {"100": "hundreds", "1000": "thousands"}


def find(prose: Prose) -> Iterator[Match]:
    """Yield every machine-made count with the likely words."""
    for span, found in counts(prose.text):
        repaired = _repaired(found)
        yield Match(span, (span.of(prose.text), repaired), (Edit(span, repaired),), score=0.97)


def counts(text: str) -> Iterator[tuple[Span, re.Match[str]]]:
    """Yield where the counts stand; the rules about single words leave them alone."""
    for found in COUNT.finditer(text):
        if found["many"] or (found["mark"] and found["of"]):
            yield Span(found.start(), found.start("of") if found["of"] else found.end()), found


def _repaired(found: re.Match[str]) -> str:
    unit = WORDS[found["figure"].replace(",", "")]
    if not found["many"]:
        words = unit
    elif found["many"].lower().startswith("tens"):
        words = f"tens of {unit}"
    else:
        words = f"hundreds of {unit}" if unit == "thousands" else unit
    return words.capitalize() if found[0][0].isupper() else words


RULE = Rule(
    code="SPN108",
    name="spun-count",
    severity="warning",
    message="'{0}' is a count as a synonym machine writes it; likely '{1}'",
    find=find,
    bad=(
        "The storm left [[a whole bunch of 1000's]] of families without power.",
        "[[Tens of 1000s]] of people lined the route.",
        "They found [[1000's]] of letters in the cellar.",
        "It cost [[lots of 1000's]] to repair.",
    ),
    good=(
        "The FTSE 100's gain was small, and the Russell 2000's was smaller.",
        "She was born in the 1900s and moved in the 2000s.",
        "There were 100s of people and no electricity.",
        "A whole bunch of people waited outside.",
        "He collected 10s, 100s and 1,000s rather than millions.",
    ),
)
