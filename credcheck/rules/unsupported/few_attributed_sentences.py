"""
Find a long text in which hardly a sentence says where it is from.

Counts the sentences that name an act of saying ("said", "according to", "announced", ...). One
finding a file, at its first sentence, where they are rarer than in 97 of 100 news articles.

## Why it matters
News says who says so. A text of some length that does not is comment, compiled, or made up.

## When it is wrong
Eyewitness reports, match reports, essays and recipes need no source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from credcheck.support.attribution import is_attributed
from credcheck.support.sentences import Sentence, sentences
from credcheck.types import Evidence, Match, Prose, Rule

# The first percentile of 1,729 US news articles is .037, the fifth of 937 from Pakistan, the United
# Kingdom and Australia .033 (2026-11).
MOST_SHARE = 0.035
LEAST_SENTENCES = 12
LEAST_WORDS = 200


def find(prose: Prose) -> Iterable[Match]:
    """One match if the file hardly names a source."""
    found = [s for s in sentences(prose.text) if not prose.is_furniture(s.span)]
    if len(found) >= LEAST_SENTENCES and len(prose.text.split()) >= LEAST_WORDS:
        yield from _match(prose, found)


def _match(prose: Prose, found: list[Sentence]) -> Iterator[Match]:
    attributed = sum(is_attributed(prose.text, sentence) for sentence in found)
    if attributed < MOST_SHARE * len(found):
        detail = (
            f"{attributed / len(found):.2f} of the sentences; 97 of 100 news articles have more"
        )
        said = (str(attributed), str(len(found)))
        yield Match(found[0].span, said, evidence=(Evidence("norm", "norm", detail),))


_FILLER = (
    " The road to the harbour is long and the wind is cold, and nobody walks it twice in a day."
)

RULE = Rule(
    code="UNS303",
    name="few-attributed-sentences",
    severity="info",
    message="{} of {} sentences name a source",
    find=find,
    bad=("[[The harbour is closed.]]" + _FILLER * 12,),
    good=(
        "The harbour is closed, the port office said." + _FILLER * 12,
        "The harbour is closed." + _FILLER * 3,
    ),
)
