"""
Find a file whose text, nearly all of it, is that of another file.

## Why it matters
A copy under another name is not a second source, and counts twice in every figure.

## When it is wrong
Two editions of one story, or a correction beside the first version, are copies on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator

from credcheck.rules.duplicate._sharing import Sharing, evidence, sharings
from credcheck.types import Corpus, CorpusRule, Finding, Span


def find(corpus: Corpus) -> Iterator[Finding]:
    """Yield one finding for each file and each other file that it is a copy of."""
    return (
        _finding(sharing)
        for sharing in sharings(corpus.alignments, corpus.settings.duplicates.copy_share)
        if sharing.is_copy
    )


def _finding(sharing: Sharing) -> Finding:
    places = list(sharing.places())
    spans = [own.span for own, _, _ in places]
    return Finding(
        rule=RULE.code,
        document=sharing.document,
        span=Span(min(s.start for s in spans), max(s.end for s in spans)),
        message=RULE.message.format(sharing.other, f"{sharing.own_share:.0%}"),
        severity=RULE.severity,
        score=round(sharing.own_share, 4),
        evidence=tuple(evidence(other, alignment) for _, other, alignment in places),
    )


_STORY = (
    "The harbour board voted on Tuesday to close the old fish market by the end of June, after "
    "engineers found that two of its four iron pillars had rusted through below the water line."
)

RULE = CorpusRule(
    code="DUP102",
    name="whole-file-copy",
    severity="warning",
    message="the text of {0} is the same: {1} of the words align",
    find=find,
    bad=((f"[[{_STORY}]]", f"[[{_STORY}]]"),),
    good=((_STORY, "Nothing of the kind stands here, and nothing will be found in it either."),),
)
