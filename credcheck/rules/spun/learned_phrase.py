"""
Find the swaps that one pair of files gave away in the other files of the corpus.

## Why it matters
A machine swaps the same words everywhere. Where two files show that "folks" stands for "people" and
"assaults" for "attacks", the same words in a third file need no original beside them.

## When it is wrong
The third file must read as spun, or in places so, by itself, and the other wording must be likelier
at the place. A word that an author likes and a machine likes too may then be flagged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from credcheck.language.spun import find_substitutions
from credcheck.rules.spun import _reading
from credcheck.rules.spun.reworded_copy import Altered, altered
from credcheck.types import Corpus, CorpusRule, Document, Evidence, Finding, Fix, Span

# Natural log by which the learned wording must be likelier; listed words start with 3.2.
LEARNED_MIN = 3.0
Learned = Mapping[str, tuple[str, Altered, Span]]


def find(corpus: Corpus) -> Iterator[Finding]:
    """Yield the places of other files that read as spun where a learned swap fits."""
    pairs = tuple(altered(corpus))
    if not pairs:
        return
    learned = _learned(pairs)
    shown = {pair.document.id for pair in pairs}
    for examined in corpus.examined:
        if examined.spun != "clean" and examined.document.id not in shown:
            yield from _places(examined.document, learned)


def _learned(pairs: tuple[Altered, ...]) -> Learned:
    """What was written -> what it stands for, and one place that shows it."""
    learned: dict[str, tuple[str, Altered, Span]] = {}
    for pair in pairs:
        for swap in pair.swaps:
            key = swap.written.casefold()
            learned.setdefault(key, (swap.original.casefold(), pair, swap.here))
    return learned


def _places(document: Document, learned: Learned) -> Iterator[Finding]:
    lexicon = {written: (original,) for written, (original, _, _) in learned.items()}
    for found in find_substitutions(document.raw, extra_lexicon=lexicon).substitutions:
        known = learned.get(found.text.casefold())
        if known is None or found.log_likelihood_ratio < LEARNED_MIN:
            continue
        original, pair, place = known
        if found.repair.casefold() == original:
            span = Span(found.start, found.end)
            evidence = Evidence("alignment", "reworded", "learned there", pair.document.id, place)
            yield Finding(
                rule=RULE.code,
                document=document.id,
                span=span,
                message=f"'{found.text}' was swapped for '{found.repair}' in {pair.document.id}",
                severity="warning",
                score=_reading.score(found.log_likelihood_ratio),
                fix=Fix("unsafe", RULE.name, _reading.restoring(document.raw, span, found.repair)),
                evidence=(evidence, *_reading.evidence(found)),
            )


_ORIGINAL = (
    "The foreign minister said on Monday that the government would publish the agreement before "
    "the end of the month. He told reporters in the capital that both countries had lost a great "
    "deal of trade since the bridge was closed last winter. Police had reported a sharp rise in "
    "attacks near the border, he added, and most of the people who fled their homes were still "
    "waiting in camps."
)

RULE = CorpusRule(
    code="SPN109",
    name="learned-phrase",
    severity="warning",
    message="'{}' was swapped for '{}' in another file",
    find=find,
    bad=(),
    good=((_ORIGINAL, _ORIGINAL, "The folks at the shop were kind, she said, and we stayed."),),
)
