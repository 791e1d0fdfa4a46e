"""
Find a file whose text stands, nearly all of it, within a longer file.

## Why it matters
A cut-down copy is not a second source, and what was cut may change the meaning.

## When it is wrong
A summary box or a teaser beside its own article is an excerpt on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator

from credcheck.rules.duplicate._sharing import Sharing, evidence, sharings
from credcheck.types import Corpus, CorpusRule, Finding, Span


def find(corpus: Corpus) -> Iterator[Finding]:
    """Yield one finding for each file and each longer file that holds it."""
    return (
        _finding(sharing)
        for sharing in sharings(corpus.alignments, corpus.settings.duplicates.copy_share)
        if sharing.is_excerpt
    )


def _finding(sharing: Sharing) -> Finding:
    places = list(sharing.places())
    spans = [own.span for own, _, _ in places]
    return Finding(
        rule=RULE.code,
        document=sharing.document,
        span=Span(min(s.start for s in spans), max(s.end for s in spans)),
        message=RULE.message.format(
            f"{sharing.own_share:.0%}", sharing.other, f"{sharing.other_share:.0%}"
        ),
        severity=RULE.severity,
        score=round(sharing.own_share, 4),
        evidence=tuple(evidence(other, alignment) for _, other, alignment in places),
    )


_STORY = (
    "The harbour board voted on Tuesday to close the old fish market by the end of June, after "
    "engineers found that two of its four iron pillars had rusted through below the water line."
)
_MORE = (
    "Fishing has kept this town alive for two centuries, but the fleet is down to eleven boats "
    "and the ice house shut in spring, so that few expected the hall to outlive another winter."
)

RULE = CorpusRule(
    code="DUP103",
    name="excerpt",
    severity="warning",
    message="{0} of this text stands in {1}, where it is {2}",
    find=find,
    bad=((f"[[{_STORY}]]", f"{_MORE} {_STORY}"),),
    good=((_STORY, _MORE),),
)
