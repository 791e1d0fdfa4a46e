"""
Turn a Report into rows: positions, quotations, fingerprints, the gate.

Documents are read back one at a time, in their order; only those that evidence points into are
fetched again.
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from credcheck import __version__
from credcheck.report.baseline import marked
from credcheck.report.gate import judged
from credcheck.report.rows import (
    AlignmentRow,
    BlockRow,
    ClaimRow,
    EvidenceRow,
    FileRow,
    FindingRow,
    FixRow,
    GroupRow,
    MetaRow,
    MetricsRow,
    PlaceRow,
    PositionEncoding,
    StoryRow,
    View,
    label,
)
from credcheck.report.source import Source
from credcheck.report.story_rows import story_rows, words_about
from credcheck.rules import names as rule_names
from credcheck.types import (
    Alignment,
    Block,
    Claim,
    Document,
    Evidence,
    FileScore,
    Finding,
    Fix,
    Group,
    Judgement,
    Place,
    Report,
    Span,
)

CATEGORIES = {
    "BRK": "broken",
    "SPN": "spun",
    "UNS": "unsupported",
    "DUP": "duplicate",
    "ERR": "unreadable",
}
# Below the root of the documentation, wherever that was put.
PAGE_OF_RULE = "rules/{}.html"
# Texts kept at hand while rows are made: evidence points from one file into a few others.
TEXTS_AT_HAND = 32


def view(
    report: Report,
    position_encoding: PositionEncoding = "utf-32",
    known: Collection[tuple[str, str]] = (),
    is_absolute: bool = False,
) -> View:
    """
    The rows of a report.

    `known` are the (path, fingerprint) pairs of a baseline. `is_absolute` writes whole paths.
    """
    maker = _Maker(report, position_encoding, is_absolute)
    findings = marked(tuple(maker.findings()), known)
    files = tuple(maker.file(score) for score in report.scores)
    return View(
        files=files,
        findings=findings,
        alignments=tuple(maker.alignment(a) for a in report.alignments),
        groups=tuple(maker.group(g) for g in report.groups),
        claims=tuple(maker.claim(j) for j in report.judgements if maker.is_reported(j.claim)),
        gate=judged(files, findings, report.settings.gate),
        notices=report.notices,
        root=os.getcwd() if is_absolute else ".",
        version=__version__,
        position_encoding=position_encoding,
        text_of=maker.text_of,
        stories=tuple(maker.stories()),
    )


class _Maker:
    """Rows of one report, and the texts they need, a few at a time."""

    def __init__(self, report: Report, encoding: PositionEncoding, is_absolute: bool) -> None:
        self._report = report
        self._encoding = encoding
        self._is_absolute = is_absolute
        self._number: dict[str, int] = {}
        self._by_label: dict[str, int] = {}
        for number, document in enumerate(report.documents):
            self._number[document.id] = number
            self._by_label.setdefault(self._label(document), number)
        self._scored = {score.document for score in report.scores}
        self._open: Callable[[str], tuple[Document, Source]] = lru_cache(TEXTS_AT_HAND)(self._read)

    def _read(self, id: str) -> tuple[Document, Source]:
        document = self._report.documents[self._number[id]]
        source = document.source
        return document, Source(document.raw, self._encoding, source.record, source.blocks)

    def _path(self, document: Document) -> str:
        path = document.source.path
        return os.path.abspath(path) if self._is_absolute else path

    def _label(self, document: Document) -> str:
        return label(self._path(document), document.source.record)

    def text_of(self, name: str) -> str | None:
        number = self._by_label.get(name)
        return None if number is None else self._report.documents[number].raw

    def is_reported(self, claim: Claim) -> bool:
        return claim.document in self._scored

    def findings(self) -> Iterator[FindingRow]:
        seen: Counter[tuple[str, str]] = Counter()
        for id, found in groupby(self._report.findings, attrgetter("document")):
            document, source = self._open(id)
            for finding in found:
                yield self._finding(finding, document, source, seen)

    def _finding(
        self, finding: Finding, document: Document, source: Source, seen: Counter[tuple[str, str]]
    ) -> FindingRow:
        content = f"{finding.rule}\0{folded(finding.span.of(document.raw))}"
        path = document.source.path
        seen[path, content] += 1
        return FindingRow(
            code=finding.rule,
            name=rule_names().get(finding.rule, finding.rule),
            category=CATEGORIES.get(finding.rule[:3], "broken"),
            severity=finding.severity,
            score=finding.score,
            message=finding.message,
            path=self._path(document),
            location=source.location(finding.span),
            fingerprint=digest(content, seen[path, content]),
            status=finding.status,
            url=PAGE_OF_RULE.format(finding.rule),
            fix=_fix(finding.fix, source) if finding.fix else None,
            evidence=tuple(self._evidence(e) for e in finding.evidence),
        )

    def _evidence(self, evidence: Evidence) -> EvidenceRow:
        place = self._evidence_place(evidence)
        return EvidenceRow(
            kind=evidence.kind,
            relation=evidence.relation,
            detail=evidence.detail,
            path=place.path if place else None,
            location=place.location if place and evidence.span else None,
            similarity=evidence.similarity,
        )

    def _evidence_place(self, evidence: Evidence) -> PlaceRow | None:
        if evidence.document is None or evidence.document not in self._number:
            return None
        return self._place(Place(evidence.document, evidence.span or Span(0, 0)))

    def _place(self, place: Place) -> PlaceRow:
        document, source = self._open(place.document)
        return PlaceRow(self._path(document), source.location(place.span))

    def file(self, score: FileScore) -> FileRow:
        document, _ = self._open(score.document)
        return FileRow(
            path=self._path(document),
            record=document.source.record,
            format=document.source.format,
            encoding=document.source.encoding,
            language=document.language,
            words=score.words,
            metrics=MetricsRow(
                spun=score.metrics.spun,
                broken=score.metrics.broken,
                duplicate=score.metrics.duplicate,
                unsupported=score.metrics.unsupported,
            ),
            quality=score.quality,
            verdict=score.verdict,
            claims=score.claims,
            unsupported_claims=score.unsupported_claims,
            counts=dict(score.counts),
            document=MetaRow(
                title=document.meta.title,
                byline=document.meta.byline or None,
                date=document.meta.date or None,
                site=document.meta.site,
            ),
        )

    def alignment(self, alignment: Alignment) -> AlignmentRow:
        _, left = self._open(alignment.left.document)
        _, right = self._open(alignment.right.document)
        return AlignmentRow(
            left=self._place(alignment.left),
            right=self._place(alignment.right),
            score=alignment.score,
            kind=alignment.kind,
            blocks=tuple(_block(block, left, right) for block in alignment.blocks),
        )

    def group(self, group: Group) -> GroupRow:
        labels = {id: self._label(self._open(id)[0]) for id in group.documents}
        return GroupRow(
            files=tuple(labels[id] for id in group.documents),
            representative=labels.get(group.representative, group.representative),
            kind=group.kind,
            reason=group.reason,
        )

    def claim(self, judgement: Judgement) -> ClaimRow:
        claim = judgement.claim
        place = self._place(Place(claim.document, claim.span))
        text = self._open(claim.document)[0].raw
        return ClaimRow(
            path=place.path,
            location=place.location,
            kind=claim.kind,
            value=claim.value,
            status=judgement.status,
            sources=judgement.sources,
            evidence=tuple(self._evidence(e) for e in judgement.evidence),
            about=words_about(claim.about, text, claim.sentence, claim.span),
        )

    def stories(self) -> Iterator[StoryRow]:
        return story_rows(
            self._report.judgements,
            self._scored,
            text_of=lambda id: self._open(id)[0].raw,
            place_of=self._place,
            label_of=lambda id: self._label(self._open(id)[0]),
        )


def _fix(fix: Fix, source: Source) -> FixRow:
    edits = tuple(source.edit(edit) for edit in fix.edits if edit.text is not None)
    return FixRow(fix.applicability, fix.message, edits)


def _block(block: Block, left: Source, right: Source) -> BlockRow:
    return BlockRow(
        op=block.operation,
        left=(left.offset(block.left.start), left.offset(block.left.end)),
        right=(right.offset(block.right.start), right.offset(block.right.end)),
    )


def folded(text: str) -> str:
    """Words without case and spacing, so that a re-wrapped passage stays the same passage."""
    return " ".join(text.casefold().split())


def digest(content: str, occurrence: int) -> str:
    """
    The fingerprint of a finding: its code, its folded words, and the n-th such in the file.

    No path, line or column goes in, so that renames and edits above leave it as it was.
    """
    data = f"{content}\0{occurrence}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=8).hexdigest()
