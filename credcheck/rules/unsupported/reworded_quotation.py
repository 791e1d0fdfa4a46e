"""
Find a quotation that another given source quotes in other words.

The words between quotation marks are aligned with those of the other sources. What newsrooms do
to a quotation without changing it is no difference: cutting its beginning or end, an ellipsis,
words in brackets, contractions, spelling, digits for words, and speech reported without marks.

## Why it matters
The words of a person in quotation marks are promised to be that person's. Where two sources quote
the same utterance and content words differ, at least one of them has changed it, or it was
translated twice.

## When it is wrong
A speaker may have said nearly the same thing twice. Two translations of one statement differ and
both are honest. With a single word replaced, hearing differs between reporters: the score is lower.
"""

from __future__ import annotations

from collections.abc import Iterable

from credcheck.rules.unsupported._sources import listed, seen_from, severity
from credcheck.types import Corpus, CorpusRule, Finding, Judgement


def find(corpus: Corpus) -> Iterable[Finding]:
    """A finding for every quotation judged to be reworded."""
    for judgement in corpus.judgements:
        if judgement.status == "reworded":
            yield _finding(corpus, judgement)


def _finding(corpus: Corpus, judgement: Judgement) -> Finding:
    claim = judgement.claim
    against = [e for e in judgement.evidence if e.relation == "reworded"]
    best = max(against, key=lambda e: e.similarity or 0.0)
    names = sorted({seen_from(claim.document, e.document) for e in against if e.document})
    return Finding(
        rule=RULE.code,
        document=claim.document,
        span=claim.span,
        message=RULE.message.format(listed(names), best.detail),
        severity=severity(corpus, RULE),
        score=best.similarity,
        evidence=judgement.evidence,
    )


RULE = CorpusRule(
    code="UNS202",
    name="reworded-quotation",
    severity="warning",
    message="quotation worded differently in {}: {}",
    find=find,
    bad=(
        (
            "“[[The council has ignored every warning that the engineers gave us since May,]]” "
            "said Maren Holt.",
            "“[[The council has dismissed every warning that the experts gave us since May,]]” "
            "said Maren Holt.",
        ),
    ),
    good=(
        (
            "“The council has ignored every warning that the engineers gave us,” said Maren Holt.",
            "Maren Holt said the council had “ignored every warning”.",
        ),
        (
            "“We will rebuild the school, and rebuild it before the winter,” said Ivo Brandt.",
            "“We will rebuild the school ... before the winter,” said Ivo Brandt.",
        ),
        (
            "“They didn't call us once in ten days,” said Petra Lund.",
            "“They did not call us once in 10 days,” said Petra Lund.",
        ),
        (
            "“We will not sell the harbour to anyone,” said Ivo Brandt.",
            "Ivo Brandt said that the town would never part with its port.",
        ),
    ),
)
