"""
The path of the data, top to bottom: read, clean, detect, align, judge, score; once, in this order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import BinaryIO

from credcheck import read
from credcheck.align.compare import compare
from credcheck.align.group import group
from credcheck.align.passages import passages
from credcheck.align.sketch import sketch
from credcheck.align.stock import without_stock
from credcheck.clean import clean
from credcheck.detect import detect, in_order, is_wanted, spun_verdict
from credcheck.engines import Engine
from credcheck.engines.local import LocalEngine
from credcheck.ignores import directives, suppressed
from credcheck.language.identify import identified
from credcheck.rules import corpus_rules
from credcheck.score import score, words
from credcheck.settings import Settings
from credcheck.support.claims import claims
from credcheck.support.judge import judge
from credcheck.types import (
    Alignment,
    Corpus,
    Document,
    Examined,
    FileScore,
    Finding,
    Group,
    Judgement,
    Kept,
    Report,
)

SHOWN_BY_A_COPY = ("SPN103", "SPN109")
GUESSED_BY_THE_MODEL = ("SPN101", "SPN102")


def check(
    paths: Sequence[str],
    settings: Settings,
    engine: Engine | None = None,
    *,
    stdin: BinaryIO | None = None,
    stdin_filename: str | None = None,
) -> Report:
    """
    Read, clean, detect, align, judge, score; once, in this order.

    Raises:
        read.ReadError: a path does not exist or cannot be looked at.
    """
    engine = engine or LocalEngine()
    found = read.find_files(paths, settings, stdin_filename=stdin_filename)
    sources = read.find_files(settings.sources, settings, is_reported=False)
    items = read.items(_each_once(found, sources), settings, stdin=stdin)
    examined = engine.keep(engine.map(partial(examine, settings=settings), items))
    return compared(examined, settings, engine)


def compared(examined: Kept[Examined], settings: Settings, engine: Engine) -> Report:
    """Align, judge and score documents that were examined: all that takes more than one of them."""
    pairs = engine.group(sketch, (p for e in examined for p in e.passages))
    aligned = engine.map(partial(compare, settings=settings), pairs)
    alignments = without_stock((a for some in aligned for a in some), len(examined))
    groups = group(alignments, examined)
    judgements = judge(examined, groups, alignments, settings)
    return report(examined, alignments, groups, judgements, settings)


def examine(item: read.Item, settings: Settings) -> Examined:
    """One document, one trip to a worker: open, mend, search, ask what it claims, cut."""
    document = clean(identified(read.open_item(item), settings))
    findings, prose = detect(document, settings)
    return Examined(
        document=document,
        findings=findings,
        claims=claims(prose),
        passages=passages(prose),
        words=len(words(document.raw)),
        spun=spun_verdict(prose),
    )


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
) -> Report:
    """Everything that was found, in one order, and what each file comes to."""
    number = {e.document.id: index for index, e in enumerate(examined)}
    corpus = Corpus(examined, number, alignments, groups, judgements, settings)
    merged = _merged(corpus, (f for rule in corpus_rules() for f in rule.find(corpus)))
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
        notices=(*sorted({n for e in examined for n in e.notices}), *idle),
    )


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
class Documents:
    """The documents of a run, read back one at a time."""

    examined: Kept[Examined]

    def __len__(self) -> int:
        return len(self.examined)

    def __getitem__(self, index: int) -> Document:
        return self.examined[index].document

    def __iter__(self) -> Iterator[Document]:
        return (e.document for e in self.examined)
