"""
Find a passage that stands in another file too, copied, edited or reworded.

## Why it matters
Two reports that share a passage are not two sources for what it says.

## When it is wrong
A quoted statement, a law or a press release may rightly stand in many reports.
"""

from __future__ import annotations

from collections.abc import Iterator

from credcheck.rules.duplicate._sharing import evidence, sharings
from credcheck.types import Corpus, CorpusRule, Finding


def find(corpus: Corpus) -> Iterator[Finding]:
    """Yield every passage that a file shares with another, unless the whole file is a copy."""
    for sharing in sharings(corpus.alignments, corpus.settings.duplicates.copy_share):
        if sharing.is_copy or sharing.is_excerpt:
            continue
        for own, other, alignment in sharing.places():
            yield Finding(
                rule=RULE.code,
                document=own.document,
                span=own.span,
                message=RULE.message.format(alignment.words, other.document, alignment.kind),
                severity=RULE.severity,
                score=round(alignment.score / 100, 4),
                evidence=(evidence(other, alignment),),
            )


_STORY = (
    "The harbour board voted on Tuesday to close the old fish market by the end of June, after "
    "engineers found that two of its four iron pillars had rusted through below the water line."
)

RULE = CorpusRule(
    code="DUP101",
    name="near-duplicate-passage",
    severity="info",
    message="{0} words as in {1} ({2})",
    find=find,
    bad=(
        (
            "Traders heard the news from a notice on the gate, and few of them were surprised by "
            f"it.\n\n[[{_STORY}]]\n\nA petition to save the building had gathered nine hundred "
            "names by the evening, most of them from the streets behind the quay.",
            "Fishing has kept this town alive for two centuries, but the fleet is down to eleven "
            f"boats and the ice house shut in spring.\n\n[[{_STORY}]]\n\nMrs Harrow, who sold "
            "mussels there for forty years, said that she would set up a stall on the pier.",
        ),
    ),
    good=(
        (
            _STORY,
            "The school board met on Monday and agreed to open the new sports hall in May, once "
            "the painters have finished the changing rooms and the fire brigade has been round.",
        ),
    ),
)
