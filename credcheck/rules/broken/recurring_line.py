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

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from credcheck.rules.broken._headings import is_section
from credcheck.rules.broken._lines import Line, folded, lines
from credcheck.types import Corpus, CorpusRule, Edit, Examined, Finding, Fix, Span

# Fewer files show coincidences: two reporters end on the same words.
FILES_MIN = 5
# So many files that are no copies of one another, and this share of the site's files.
RECURS_MIN = 4
SHARE_MIN = 0.05
# Page furniture stands at the head and at the foot.
HEAD_LINES = 6

_HEAD = re.compile(
    r"(?:By|From|Reporting by|Written by|Editing by)\s[A-Z]"
    r"|(?:[A-Z][a-z]+day,?\s)?(?:\d{1,2}\s[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s\d{1,2},)\s\d{4}$"
    r"|(?:Ingredients|Method|Introduction|Abstract|Q&A)$"
)
FOOT_LINES = 12


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
        for key, line in _edges(examined):
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


def _edges(examined: Examined) -> Iterator[tuple[str, Line]]:
    """Lines at the head and the foot that no other rule calls furniture."""
    document = examined.document
    rows = lines(document.text)
    known = [f.span for f in examined.findings if f.rule.startswith("BRK5")]
    head = rows[:HEAD_LINES]
    foot = rows[max(len(head), len(rows) - FOOT_LINES) :]
    seen: set[str] = set()
    for line in (*head, *foot):
        key = folded(line.text)
        home = document.locate(line.span)
        if (
            key not in seen
            and not _is_good_form(line)
            and not any(span.overlaps(home) for span in known)
        ):
            seen.add(key)
            yield key, line


def _is_good_form(line: Line) -> bool:
    """A byline, a date, a section heading: articles of one site rightly share them."""
    return len(line.text) <= 2 or _HEAD.match(line.text) is not None or is_section(line)


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
