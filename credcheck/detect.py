"""
Run the rules over one clean text; findings leave in raw coordinates.

The broken rules come first, because what they know to be furniture (menus, comment forms) is no
part of the article and no other rule should read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from credcheck import clean
from credcheck.clean.trace import Trace, traces
from credcheck.read.faults import UNDECODABLE, failure
from credcheck.rules import document_rules, is_selected, names
from credcheck.rules.quoting import quoted
from credcheck.rules.spun._reading import reading
from credcheck.settings import Settings
from credcheck.types import (
    Applicability,
    Document,
    Edit,
    Fault,
    Finding,
    Fix,
    Fixer,
    Layer,
    Match,
    Prose,
    Rule,
    Severity,
    Span,
    SpunVerdict,
)

LAST_WORD = re.compile(r"\S{1,60}\Z")
FIRST_WORD = re.compile(r"\S{1,60}")
WORD_MAX_CHARACTERS = 60
SPACE_MAX_CHARACTERS = 8


def detect(document: Document, settings: Settings) -> tuple[tuple[Finding, ...], Prose]:
    """What one document shows by itself, and the prose left for claims and passages."""
    prose = Prose(document, settings)
    failures: list[Fault] = []
    findings = [*of_faults(document, document.faults), *_of_cleaning(document, settings)]
    matches = list(_matches(prose, document_rules("broken"), failures))
    findings += (_finding(document, rule, match, settings) for rule, match in matches)
    prose = replace(prose, furniture=_furniture(matches))
    for category in ("spun", "unsupported"):
        read = _matches(prose, document_rules(category), failures)
        findings += (_finding(document, rule, match, settings) for rule, match in read)
    findings += of_faults(document, failures)
    wanted = (f for f in findings if is_wanted(f, settings))
    return tuple(sorted(wanted, key=in_order)), prose


def spun_verdict(prose: Prose) -> SpunVerdict:
    """What the reading of the words says of the text as a whole; "clean" where none is made."""
    if prose.language != "en":
        return "clean"
    return reading(prose).verdict


def in_order(finding: Finding) -> tuple[str, int, int, str, str]:
    """The one order of findings: by document, place, code, message."""
    return (
        finding.document,
        finding.span.start,
        finding.span.end,
        finding.rule,
        finding.message,
    )


def of_faults(document: Document, faults: Iterable[Fault]) -> Iterator[Finding]:
    """What went wrong with a document, as findings."""
    for fault in faults:
        fix = Fix(fault.edit.applicability, fault.message, (fault.edit,)) if fault.edit else None
        yield Finding(fault.rule, document.id, fault.span, fault.message, fault.severity, fix=fix)


def _of_cleaning(document: Document, settings: Settings) -> Iterator[Finding]:
    fixers = {fixer.code: fixer for fixer in clean.fixers()}
    unread = [fault.span for fault in document.faults if fault.rule == UNDECODABLE.code]
    for shown, some in _gathered(document):
        # What stands for bytes that could not be read is told by its fault, with the bytes.
        if not any(span.contains(shown) for span in unread):
            yield _mended(document, fixers[some[0].code], shown, some, settings)


def _gathered(document: Document) -> Iterator[tuple[Span, list[Trace]]]:
    """The traces that fall on one word or run of words, and the stretch that shows them."""
    found = ((_visible(trace, document.raw), trace) for trace in traces(document))
    ordered = sorted(found, key=lambda pair: (pair[1].code, pair[1].applied, pair[0]))
    for _, same in groupby(ordered, key=lambda pair: (pair[1].code, pair[1].applied)):
        stretch, some = Span(0, 0), list[Trace]()
        for shown, trace in same:
            if some and shown.start < stretch.end:
                stretch = Span(stretch.start, max(stretch.end, shown.end))
                some.append(trace)
                continue
            if some:
                yield stretch, some
            stretch, some = shown, [trace]
        yield stretch, some


def _mended(
    document: Document, fixer: Fixer, shown: Span, some: list[Trace], settings: Settings
) -> Finding:
    repairs = tuple(sorted({t.repair for t in some if t.repair}, key=lambda e: e.span))
    applicability: Applicability = "safe" if some[0].applied else "unsafe"
    return Finding(
        rule=fixer.code,
        document=document.id,
        span=shown,
        message=fixer.message.format(*_wordings(document, shown, some, repairs)),
        severity=_severity(fixer, _of_note(fixer, some[0].applied), settings),
        fix=Fix(applicability, fixer.name, repairs) if repairs else None,
    )


def _of_note(fixer: Fixer, is_applied: bool) -> Severity | None:
    """What a fixer of warnings only notes is for information."""
    return "info" if fixer.severity == "warning" and not is_applied else None


def _wordings(
    document: Document, shown: Span, some: list[Trace], repairs: tuple[Edit, ...]
) -> tuple[str, str, str]:
    """What stands there, what will stand there, and why, fit for a message."""
    reason = some[0].reason
    if not all(shown.contains(edit.span) for edit in repairs):
        return quoted(some[0].before), quoted(some[0].after or ""), reason
    here = (replace(e, span=Span(*_moved(e.span, shown)), applicability="safe") for e in repairs)
    before = shown.of(document.raw)
    return quoted(before), quoted(Layer.of("", here).apply(before)), reason


def _moved(span: Span, origin: Span) -> tuple[int, int]:
    return span.start - origin.start, span.end - origin.start


def _matches(
    prose: Prose, rules: Iterable[Rule], failures: list[Fault]
) -> Iterator[tuple[Rule, Match]]:
    """What the rules of its language find; one that raises joins `failures`, the others go on."""
    for rule in rules:
        if "*" in rule.languages or prose.language in rule.languages:
            try:
                found = tuple(rule.find(prose))
            except Exception as error:
                failures.append(failure(f"{rule.code} {rule.name}", error))
                continue
            yield from ((rule, match) for match in found)


def _furniture(matches: Iterable[tuple[Rule, Match]]) -> tuple[Span, ...]:
    """Sorted, disjoint spans of the clean text that are no part of the article."""
    joined: list[Span] = []
    for span in sorted(match.span for rule, match in matches if rule.is_furniture):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _finding(document: Document, rule: Rule, match: Match, settings: Settings) -> Finding:
    edits = tuple(_home(document, edit) for edit in match.edits)
    return Finding(
        rule=rule.code,
        document=document.id,
        span=document.locate(match.span),
        message=rule.message.format(*match.words),
        severity=_severity(rule, match.severity, settings),
        score=match.score,
        fix=Fix(match.applicability, rule.name, edits) if edits else None,
        evidence=match.evidence,
    )


def _home(document: Document, edit: Edit) -> Edit:
    return replace(edit, span=document.locate(edit.span))


def _severity(rule: Rule | Fixer, found: Severity | None, settings: Settings) -> Severity:
    """The user's word first, then the match's own, then the rule's."""
    chosen = settings.severity.get(rule.code) or settings.severity.get(rule.name)
    return chosen or found or rule.severity


def is_wanted(finding: Finding, settings: Settings) -> bool:
    """True if the rule is selected; what could not be read is always said."""
    if finding.rule.startswith("ERR"):
        return True
    name = names().get(finding.rule, "")
    return is_selected(finding.rule, name, settings.select, settings.ignore)


def _visible(trace: Trace, raw: str) -> Span:
    """What an editor should see: a place without letters is shown by the words it stands in."""
    span = trace.span
    if span.of(raw).strip(" \t\u00a0") or len(span) > SPACE_MAX_CHARACTERS:
        return span
    before = LAST_WORD.search(raw, max(0, span.start - WORD_MAX_CHARACTERS), span.start)
    after = FIRST_WORD.match(raw, span.end, span.end + WORD_MAX_CHARACTERS)
    start = before.start() if before else span.start
    return Span(start, after.end() if after else span.end)
