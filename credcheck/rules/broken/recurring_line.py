"""
Find lines that recur across the files of one site, whatever their words.

## Why it matters
What stands under every article of a site belongs to the site. Left in, it links files that have
nothing in common and is counted as copying.

## When it is wrong
A series may carry the same introduction in each part on purpose. Copies of one story are counted as
one file, and in a folder of fewer than five files nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from credcheck.rules.broken._edges import edge_lines
from credcheck.rules.broken._lines import Line
from credcheck.types import Corpus, CorpusRule, Edit, Finding, Fix, Span

# Fewer files show coincidences: two reporters end on the same words.
FILES_MIN = 5
# So many files that are no copies of one another, and this share of the site's files.
RECURS_MIN = 4
SHARE_MIN = 0.05


@dataclass(frozen=True, slots=True)
class _Place:
    document: int
    line: Line


def find(corpus: Corpus) -> Iterable[Finding]:
    """Lines at the head or foot that many files of a site share."""
    sites = _sites(corpus)
    for documents in sites:
        if len(documents) >= FILES_MIN:
            yield from _of_site(corpus, documents)


def _sites(corpus: Corpus) -> list[list[int]]:
    """Numbers of the documents of each site; those that name none belong together."""
    sites: dict[str, list[int]] = {}
    for number, examined in enumerate(corpus.examined):
        sites.setdefault(examined.document.meta.site or "", []).append(number)
    return [sites[name] for name in sorted(sites)]


def _of_site(corpus: Corpus, documents: Sequence[int]) -> Iterator[Finding]:
    source = _stories(corpus)
    places: dict[str, list[_Place]] = {}
    for number in documents:
        examined = corpus.examined[number]
        for key, line in edge_lines(examined.document, examined.findings):
            places.setdefault(key, []).append(_Place(number, line))
    wanted = max(RECURS_MIN, SHARE_MIN * len(documents))
    for found in places.values():
        stories = {source.get(place.document, -1 - place.document) for place in found}
        if len(stories) >= wanted:
            yield from _findings(corpus, found, len(stories))


def _stories(corpus: Corpus) -> Mapping[int, int]:
    """Document number -> number of the group of copies it belongs to."""
    return {
        corpus.number[document]: number
        for number, group in enumerate(corpus.groups)
        for document in group.documents
        if document in corpus.number
    }


def _findings(corpus: Corpus, found: Sequence[_Place], stories: int) -> Iterator[Finding]:
    for place in found:
        document = corpus.examined[place.document].document
        if not document.is_reported:
            continue
        cut = document.locate(Span(place.line.span.start, place.line.after))
        yield Finding(
            rule=RULE.code,
            document=document.id,
            span=document.locate(place.line.span),
            message=RULE.message.format(stories),
            severity=RULE.severity,
            fix=Fix("unsafe", RULE.name, (Edit(cut, "", "", "unsafe"),)),
        )


_STORIES = (
    "The harbour board closed the old pier on Monday after an inspector found rust in its legs.",
    "A baker in the upper town has won the regional prize for rye bread for the third time.",
    "Snow blocked the pass for two days, and forty lorries waited in the valley below.",
    "The school choir will sing in the capital in June, the head teacher told parents.",
    "Doctors at the clinic saw more children with coughs this week than in the whole of May.",
)

RULE = CorpusRule(
    code="BRK511",
    name="recurring-line",
    severity="warning",
    message="this line stands in {} files of the site that tell different stories",
    find=find,
    bad=(tuple(f"{story}\n\n[[The Ellis Lantern, bright since 1921]]" for story in _STORIES),),
    good=(
        tuple(f"{story}\n\nThe Ellis Lantern, bright since 1921" for story in _STORIES[:3]),
        tuple(
            f"{story}\n\nReporting for the Lantern, desk {n}" for n, story in enumerate(_STORIES)
        ),
    ),
    languages=("*",),
)
