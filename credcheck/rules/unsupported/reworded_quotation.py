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
What sounds alike ("complementary", "complimentary"), is said short ("gonna") or is blotted out is
taken for the same; two statements that merely share a phrase go on differently beside it.
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
        # Two people use one formula.
        (
            "“We are working closely with all agencies of the county as they carry out their "
            "inquiry into the fire,” said Petra Lund of the mill.",
            "“The council gives its full support to all agencies of the county as they carry out "
            "an inquiry into the blaze,” said Ivo Brandt.",
        ),
        # Speech taken down by two reporters.
        (
            "“Everybody was very complimentary about the new pier, and we are going to build "
            "another,” said Petra Lund.",
            "“Everyone was complementary about the new pier, and we’re gonna build another,” said "
            "Mrs. Lund.",
        ),
        # The editor's brackets, and a word moved.
        (
            "“[W]e have not always been paid on time by the board of this harbour,” said Ivo "
            "Brandt.",
            "“We have always not been paid on time by the board of this harbour,” Ivo Brandt said.",
        ),
        # Two speakers, few words in common.
        (
            "“Barges are the future of this river,” said Maren Holt.",
            "“Barges are the shame of this river,” said Petra Lund.",
        ),
        # Letters blotted out, a name written as it sounds.
        (
            "“I told Yosef to get his d---ed boat out of our way before the storm came in,” said "
            "Ivo Brandt.",
            "“I told Yoseff to get his damned boat out of our way before the storm came in,” said "
            "Ivo Brandt.",
        ),
    ),
)
