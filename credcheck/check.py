"""
The path of the data, top to bottom: read, clean, detect, align, judge, score; once, in this order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby, islice
from operator import attrgetter
from typing import BinaryIO, TypeVar

from credcheck import read
from credcheck.align.group import group
from credcheck.align.passages import passages, passages_of
from credcheck.align.rare import without_likeness
from credcheck.align.sketch import sketches
from credcheck.align.standing import Page, bare, standing
from credcheck.align.stock import without_stock
from credcheck.clean import clean
from credcheck.detect import detect, in_order, is_wanted, of_faults, spun_verdict
from credcheck.engines import Engine
from credcheck.engines.local import LocalEngine
from credcheck.guards import Compared, compared_lot, judged, of_failure
from credcheck.ignores import directives, suppressed
from credcheck.language.counted import words
from credcheck.language.identify import identified
from credcheck.read.faults import failure, said
from credcheck.rules import corpus_rules
from credcheck.score import score
from credcheck.settings import Settings
from credcheck.support.claims import claims
from credcheck.types import (
    Alignment,
    Corpus,
    Document,
    Examined,
    Fault,
    FileScore,
    Finding,
    Group,
    Judgement,
    Kept,
    Passage,
    Prose,
    Report,
    Span,
)

SHOWN_BY_A_COPY = ("SPN103", "SPN109")
GUESSED_BY_THE_MODEL = ("SPN101", "SPN102")
# Pairs that a worker compares side by side; 2,500 pairs of articles take .9 ms each so, and no less
# by 192 or 256. By 64 they took a quarter longer, one by one nearly three times as long.
PAIRS_AT_ONCE = 128
Outcome = TypeVar("Outcome")


def check(
    paths: Sequence[str],
    settings: Settings,
    engine: Engine | None = None,
    *,
    stdin: BinaryIO | None = None,
    stdin_filename: str | None = None,
    is_judging: bool = True,
) -> Report:
    """
    Read, clean, detect, align, judge, score; once, in this order.

    Unless it `is_judging`, no file is asked what it claims: all that comparing them needs.

    Raises:
        read.ReadError: a path does not exist or cannot be looked at.
    """
    engine = engine or LocalEngine()
    found = read.find_files(paths, settings, stdin_filename=stdin_filename)
    sources = read.find_files(settings.sources, settings, is_reported=False)
    items = read.items(_each_once(found, sources), settings, stdin=stdin)
    stage = partial(examine_all, settings=settings, is_judging=is_judging)
    examined = engine.keep(engine.map_lots(stage, items))
    return compared(examined, settings, engine)


def compared(examined: Kept[Examined], settings: Settings, engine: Engine) -> Report:
    """Align, judge and score documents that were examined: all that takes more than one of them."""
    pages = [Page(e.document.id, e.document.meta.site or "", e.passages) for e in examined]
    furniture = standing(pages)
    cut = [passage for page in pages for passage in bare(page, furniture)]
    pairs = engine.group(sketches, cut)
    lots = iter(lambda: tuple(islice(pairs, PAIRS_AT_ONCE)), ())
    aligned = engine.map(partial(compared_lot, settings=settings), lots)
    failed: list[tuple[str, str]] = []
    source_share = settings.duplicates.source_share
    news = without_stock(_flat(aligned, failed), cut, source_share)
    alignments = without_likeness(news, cut, source_share)
    groups = group(alignments, examined, source_share)
    judgements, lost = judged(Bare(examined, furniture), groups, alignments, settings)
    failures = (*(of_failure(name, reason) for name, reason in failed), *lost)
    return report(examined, alignments, groups, judgements, settings, failures)


def _flat(lots: Iterable[Compared], failed: list[tuple[str, str]]) -> Iterator[Alignment]:
    """Every alignment; the pairs that could not be compared are put down in `failed`."""
    for lot, lost in lots:
        failed += lost
        for some in lot:
            yield from some


def examine(item: read.Item, settings: Settings, *, is_judging: bool = True) -> Examined:
    """One document: open, mend, search, ask what it claims, cut."""
    (found,) = examine_all((item,), settings, is_judging=is_judging)
    return found


def examine_all(
    items: Sequence[read.Item], settings: Settings, *, is_judging: bool = True
) -> list[Examined]:
    """`examine` of several documents, one trip to a worker; they are cut side by side."""
    some = [_searched(item, settings, is_judging) for item in items]
    return [
        replace(
            found,
            findings=(*found.findings, *of_faults(found.document, stages.failures)),
            passages=passages,
        )
        for (found, _, stages), passages in zip(some, _cut(some), strict=True)
    ]


def _searched(item: read.Item, settings: Settings, is_judging: bool) -> Searched:
    """All that is asked of a document but its passages, its prose, and what failed."""
    stages = Stages()
    opened = read.open_item(item)
    known = stages.run("language", lambda: identified(opened, settings), opened)
    document = stages.run("cleaning", lambda: clean(known), known)
    blank: tuple[tuple[Finding, ...], Prose] = (), Prose(document, settings)
    findings, prose = stages.run("detection", lambda: detect(document, settings), blank)
    found = Examined(
        document=document,
        findings=findings,
        claims=stages.run("claims", lambda: claims(prose), ()) if is_judging else (),
        passages=(),
        words=len(words(document.raw)),
        spun=stages.run("spun verdict", lambda: spun_verdict(prose), "clean"),
    )
    return found, prose, stages


def _cut(some: Sequence[Searched]) -> list[tuple[Passage, ...]]:
    """The passages of all; if cutting them raises, one by one, so that only the bad one is lost."""
    try:
        return passages_of(prose for _, prose, _ in some)
    except Exception:
        return [stages.run("passages", partial(passages, prose), ()) for _, prose, stages in some]


@dataclass(frozen=True, slots=True)
class Stages:
    """The stages of one document; one that raises is noted in `failures`, and the others go on."""

    failures: list[Fault] = field(default_factory=list)

    def run(self, name: str, stage: Callable[[], Outcome], otherwise: Outcome) -> Outcome:
        """What the stage gives, or `otherwise` if it raises."""
        try:
            return stage()
        except Exception as error:
            self.failures.append(failure(name, error))
            return otherwise


# What is known of a document before it is cut.
Searched = tuple[Examined, Prose, Stages]


def _each_once(
    found: tuple[read.FoundFile, ...], sources: tuple[read.FoundFile, ...]
) -> Iterator[read.FoundFile]:
    """The files to report on, then the sources that are not among them."""
    yield from found
    names = {file.id for file in found}
    yield from (file for file in sources if file.id not in names)


def report(
    examined: Kept[Examined],
    alignments: tuple[Alignment, ...],
    groups: tuple[Group, ...],
    judgements: tuple[Judgement, ...],
    settings: Settings,
    failures: tuple[Finding, ...] = (),
) -> Report:
    """Everything that was found, what failed, in one order, and what each file comes to."""
    number = {e.document.id: index for index, e in enumerate(examined)}
    corpus = Corpus(examined, number, alignments, groups, judgements, settings)
    across, notices = _across(corpus)
    merged = _merged(corpus, (*across, *failures))
    held = {e.document.id: some for e in examined if (some := directives(e.document))}
    findings, idle = suppressed(merged, held, settings)
    return Report(
        settings=settings,
        documents=Documents(examined),
        findings=findings,
        alignments=alignments,
        groups=groups,
        judgements=judgements,
        scores=tuple(_scores(examined, findings, judgements)),
        notices=(*notices, *sorted({n for e in examined for n in e.notices}), *idle),
    )


def _across(corpus: Corpus) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """What files show side by side, and a line for every rule that raised."""
    found: list[Finding] = []
    failures: list[str] = []
    for rule in corpus_rules():
        try:
            found += tuple(rule.find(corpus))
        except Exception as error:
            failures.append(f"internal error in {rule.code} {rule.name}: {said(error)}")
    return tuple(found), tuple(failures)


def _merged(corpus: Corpus, across: Iterable[Finding]) -> tuple[Finding, ...]:
    """What files show by themselves and what they show side by side, in one order."""
    reported = [e for e in corpus.examined if e.document.is_reported]
    names = {e.document.id for e in reported}
    wanted = (f for f in across if f.document in names and is_wanted(f, corpus.settings))
    alone = (f for e in reported for f in e.findings)
    return tuple(sorted(_without_echoes((*alone, *wanted)), key=in_order))


def _without_echoes(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Without what the language model guesses at a place where another file shows the words."""
    shown = {(f.document, f.span.start) for f in findings if f.rule in SHOWN_BY_A_COPY}
    for finding in findings:
        is_echo = (finding.document, finding.span.start) in shown
        if not (is_echo and finding.rule in GUESSED_BY_THE_MODEL):
            yield finding


def _scores(
    examined: Kept[Examined], findings: Iterable[Finding], judgements: Iterable[Judgement]
) -> Iterator[FileScore]:
    """A line of figures for every file that is reported on."""
    counted = (finding for finding in findings if finding.status == "new")
    found = {name: tuple(some) for name, some in groupby(counted, attrgetter("document"))}
    judged: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        judged.setdefault(judgement.claim.document, []).append(judgement)
    for e in examined:
        if e.document.is_reported:
            yield score(e, found.get(e.document.id, ()), judged.get(e.document.id, ()))


@dataclass(frozen=True, slots=True)
class Bare:
    """What was examined, without the claims that stand in lines of the page; places by document."""

    examined: Kept[Examined]
    furniture: Mapping[str, Sequence[Span]]

    def __len__(self) -> int:
        return len(self.examined)

    def __getitem__(self, index: int) -> Examined:
        return self._bare(self.examined[index])

    def __iter__(self) -> Iterator[Examined]:
        return map(self._bare, self.examined)

    def _bare(self, examined: Examined) -> Examined:
        spans = self.furniture.get(examined.document.id)
        if not spans:
            return examined
        stated = (c for c in examined.claims if not any(s.overlaps(c.span) for s in spans))
        return replace(examined, claims=tuple(stated))


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of a run, read back one at a time."""

    examined: Kept[Examined]

    def __len__(self) -> int:
        return len(self.examined)

    def __getitem__(self, index: int) -> Document:
        return self.examined[index].document

    def __iter__(self) -> Iterator[Document]:
        return (e.document for e in self.examined)
