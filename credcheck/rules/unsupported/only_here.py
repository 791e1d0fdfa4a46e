"""
Count the numbers and quotations of a file that no other given source on its event carries.

One finding a file, and only where another given source reports on the same event. That a figure or
a quotation stands in one source alone is normal: it may be the reporter's own find. The count tells
an editor where to ask, the evidence lists the first places.

## Why it matters
Made-up or machine-written detail is carried by nobody else. So is an exclusive.

## When it is wrong
The other source may give the same in words this program does not match, or leave it out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from credcheck.rules.unsupported._sources import severity
from credcheck.types import Corpus, CorpusRule, Evidence, Finding, Judgement

KINDS = frozenset({"number", "money", "percent", "quote"})
MOST_LISTED = 20


def find(corpus: Corpus) -> Iterable[Finding]:
    """One finding a file that has such claims and a source to compare with."""
    by_document: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in corpus.judgements:
        by_document[judgement.claim.document].append(judgement)
    for judged in by_document.values():
        yield from _finding(corpus, judged)


def _finding(corpus: Corpus, judged: list[Judgement]) -> Iterator[Finding]:
    asked = [j for j in judged if j.claim.kind in KINDS]
    alone = [j for j in asked if j.status == "only-here"]
    if alone and any(j.sources for j in judged):
        yield Finding(
            rule=RULE.code,
            document=alone[0].claim.document,
            span=alone[0].claim.span,
            message=RULE.message.format(len(alone), len(asked)),
            severity=severity(corpus, RULE),
            evidence=tuple(_listed(j) for j in alone[:MOST_LISTED]),
        )


def _listed(judgement: Judgement) -> Evidence:
    claim = judgement.claim
    detail = "not found in the other given sources"
    return Evidence(claim.kind, "none-found", detail, claim.document, claim.span)


RULE = CorpusRule(
    code="UNS101",
    name="only-here",
    severity="info",
    message="{} of {} numbers and quotations not found in the other given sources",
    find=find,
    bad=(
        (
            "The ferry Aurelia sank off Porto Celeste on Friday, killing 14 passengers. The ferry "
            "company Solmar paid [[$3 million]] for the Aurelia.",
            "The ferry Aurelia sank off Porto Celeste on Friday. It killed 14 passengers.",
        ),
    ),
    good=(
        ("The library of Ostermark lent 12,000 books last year, said its head, Ivo Brandt.",),
        (
            "The library of Ostermark lent 12,000 books last year.",
            "A trawler caught fire off Skarn. Its crew of six escaped.",
        ),
    ),
)
