"""Findings in the terms of the protocol: diagnostics, quick fixes, hovers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from lsprotocol import types as lsp

from credcheck.report.rows import RELATIONS
from credcheck.report.source import Source
from credcheck.types import Document, Finding, Span

SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "info": lsp.DiagnosticSeverity.Information,
}
Lookup = Callable[[str], Document | None]


def range_of(source: Source, span: Span) -> lsp.Range:
    """A span as lines and UTF-16 columns, both 0-based."""
    start_line, start_column = source.place(span.start)
    end_line, end_column = source.place(span.end)
    return lsp.Range(
        lsp.Position(start_line - 1, start_column - 1), lsp.Position(end_line - 1, end_column - 1)
    )


def diagnostics(
    document: Document, findings: Iterable[Finding], lookup: Lookup
) -> list[lsp.Diagnostic]:
    """One diagnostic a finding; its number in the list is its `data`."""
    source = Source(document.raw, "utf-16")
    return [
        lsp.Diagnostic(
            range=range_of(source, finding.span),
            message=finding.message,
            severity=SEVERITIES[finding.severity],
            code=finding.rule,
            source="credcheck",
            related_information=related(finding, lookup) or None,
            data=number,
        )
        for number, finding in enumerate(findings)
    ]


def related(finding: Finding, lookup: Lookup) -> list[lsp.DiagnosticRelatedInformation]:
    """The other places that evidence points to."""
    places = []
    for evidence in finding.evidence:
        other = lookup(evidence.document) if evidence.document else None
        if other and evidence.span:
            where = range_of(Source(other.raw, "utf-16"), evidence.span)
            location = lsp.Location(Path(other.source.path).resolve().as_uri(), where)
            message = f"{RELATIONS[evidence.relation]} this text: {evidence.detail}"
            places.append(lsp.DiagnosticRelatedInformation(location, message))
    return places


def quick_fixes(
    uri: str, document: Document, findings: Sequence[Finding], asked: lsp.Range
) -> list[lsp.CodeAction]:
    """The repairs of the findings that touch a range, one action each."""
    source = Source(document.raw, "utf-16")
    actions = []
    for finding in findings:
        where = range_of(source, finding.span)
        if finding.fix and finding.fix.applicability != "display" and _touch(where, asked):
            edits = [
                lsp.TextEdit(range_of(source, edit.span), edit.text)
                for edit in finding.fix.edits
                if edit.text is not None
            ]
            actions.append(_action(uri, finding, edits))
    return actions


def _action(uri: str, finding: Finding, edits: list[lsp.TextEdit]) -> lsp.CodeAction:
    words = " … ".join(edit.new_text.strip() for edit in edits if edit.new_text.strip())
    title = f"{finding.rule}: write '{words[:60]}'" if words else f"{finding.rule}: take it out"
    return lsp.CodeAction(
        title=title,
        kind=lsp.CodeActionKind.QuickFix,
        edit=lsp.WorkspaceEdit(changes={uri: edits}),
        is_preferred=bool(finding.fix and finding.fix.applicability == "safe"),
    )


def _touch(one: lsp.Range, other: lsp.Range) -> bool:
    return one.start <= other.end and other.start <= one.end


def hover(
    document: Document, findings: Iterable[Finding], place: lsp.Position, lookup: Lookup
) -> lsp.Hover | None:
    """Reason and evidence of the findings at a place, as Markdown."""
    source = Source(document.raw, "utf-16")
    here = lsp.Range(place, place)
    told = [f for f in findings if _touch(range_of(source, f.span), here)]
    if not told:
        return None
    text = "\n\n---\n\n".join("\n\n".join(_told(f, lookup)) for f in told)
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text))


def _told(finding: Finding, lookup: Lookup) -> list[str]:
    lines = [f"**{finding.rule}** {finding.message}"]
    for evidence in finding.evidence:
        other = lookup(evidence.document) if evidence.document else None
        words = evidence.span.of(other.raw) if other and evidence.span else ""
        where = f"{RELATIONS[evidence.relation]} `{evidence.document}`" if other else ""
        quote = f"\n> {' '.join(words.split())}" if words else ""
        lines.append(f"{where} {evidence.detail}{quote}".strip())
    return lines
