"""
Repair a text: which edits, in which order, until nothing is left to mend.

Safe repairs are those of the cleaning passes and of rules that are sure of them; unsafe ones, such
as the likely original of a spun phrase, by opt-in. A finding that is suppressed is not repaired.
What a round leaves (a repair that lay over another one) the next round takes up, so that a second
run finds nothing to do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from credcheck import clean
from credcheck.clean.trace import traces
from credcheck.detect import detect
from credcheck.ignores import directives, suppressed
from credcheck.language.identify import identified
from credcheck.rules import is_selected, names
from credcheck.settings import Settings
from credcheck.types import Applicability, Document, Edit, Finding, Layer, Span

# One round settled the development set; of 118 random heaps of damage one took two. The rest is for
# repairs that lie in one another deeper than that.
ROUNDS_MAX = 10
_LONE_NEWLINE = re.compile(r"(?<!\r)\n")
Choose = Callable[["Repair", Document], bool]


@dataclass(frozen=True, slots=True)
class Repair:
    """One repair that is wanted: its finding and its edits, over the text of its round."""

    code: str
    name: str
    message: str
    applicability: Applicability
    span: Span
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of the text as read, what is to stand there, and the codes of the reasons."""

    span: Span
    text: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repaired:
    """
    A document and its text after repair.

    `made` are the repairs in the order they were made, `changes` the same as disjoint edits over
    `document.raw`; `left` counts repairs that would have needed an opt-in.
    """

    document: Document
    text: str
    made: tuple[Repair, ...]
    changes: tuple[Change, ...]
    left: int

    @property
    def is_changed(self) -> bool:
        """True if anything was repaired."""
        return self.text != self.document.raw


def repaired(
    document: Document,
    settings: Settings,
    is_unsafe: bool = False,
    choose: Choose | None = None,
) -> Repaired:
    """
    The document as read, repaired; `choose` is asked of each repair, with the text of its round.
    """
    document = replace(document, text=document.raw, layers=())
    current, left = document, 0
    rounds: list[Layer] = []
    made: list[Repair] = []
    refused: set[tuple[str, str]] = set()
    for number in range(ROUNDS_MAX):
        wanted, waiting = _wanted(current, settings, is_unsafe)
        left = waiting if number == 0 else left
        accepted = tuple(_chosen(wanted, current, choose, refused))
        layer = _layer(accepted, document.source.newline)
        if not layer.edits:
            break
        made += accepted
        rounds.append(layer)
        after = layer.apply(current.raw)
        # What was found while reading lies over the text as read, and was offered in round one.
        current = replace(current, raw=after, text=after, faults=())
    whole = replace(document, text=current.raw, layers=tuple(rounds))
    return Repaired(document, current.raw, tuple(made), tuple(_changes(whole)), left)


def _wanted(document: Document, settings: Settings, is_unsafe: bool) -> tuple[list[Repair], int]:
    """Repairs that do not touch one another, in order of place, and how many need an opt-in."""
    every = _findings(document, settings)
    found = [f for f in every if f.fix and f.status == "new"]
    allowed = ("safe", "unsafe") if is_unsafe else ("safe",)
    repairs = (_repair(f) for f in found if f.fix and f.fix.applicability in allowed)
    closed = _closed(document, every)
    kept = _apart(repair for repair in repairs if not _enters(repair, closed))
    return kept, sum(f.fix is not None and f.fix.applicability == "unsafe" for f in found)


def _closed(document: Document, findings: Iterable[Finding]) -> tuple[Span, ...]:
    """Where nothing may be changed: what was suppressed, and the ignores that say so."""
    places = [finding.span for finding in findings if finding.status == "suppressed"]
    return (*places, *(directive.span for directive in directives(document)))


def _enters(repair: Repair, closed: tuple[Span, ...]) -> bool:
    """True if a repair, which may be of a whole region, reaches into one of the places."""
    return any(edit.span.overlaps(place) for edit in repair.edits for place in closed)


def _findings(document: Document, settings: Settings) -> tuple[Finding, ...]:
    """
    What is to be repaired: fixers that are on by themselves, rules over the fully clean text.

    A region that two fixers worked on has one repair, so a fixer that is off must not run at all.
    """
    document = identified(document, settings)
    codes = {fixer.code for fixer in clean.fixers()}
    whole, _ = detect(clean.clean(document), settings)
    off = {code for code in codes if not _is_on(code, settings)}
    if off:
        partly, _ = detect(_cleaned(document, off), settings)
        whole = (
            *(f for f in whole if f.rule not in codes),
            *(f for f in partly if f.rule in codes),
        )
    held = directives(document)
    marked, _ = suppressed(whole, {document.id: held} if held else {}, settings)
    return marked


def _is_on(code: str, settings: Settings) -> bool:
    return is_selected(code, names()[code], settings.select, settings.ignore)


def _cleaned(document: Document, off: Iterable[str]) -> Document:
    for fixer in clean.fixers():
        if fixer.code not in off:
            document = document.mended(clean.layer(fixer, document))
    return document


def _repair(finding: Finding) -> Repair:
    if finding.fix is None:
        raise ValueError(f"{finding.rule}: no fix")
    edits = tuple(edit for edit in finding.fix.edits if edit.text is not None)
    return Repair(
        code=finding.rule,
        name=names().get(finding.rule, finding.rule),
        message=finding.message,
        applicability=finding.fix.applicability,
        span=finding.span,
        edits=edits,
    )


def _apart(repairs: Iterable[Repair]) -> list[Repair]:
    """
    Repairs none of whose edits touch another's: safe before unsafe, then the first, the longest.

    Findings that share one edit (two passes mended the same words) all stay.
    """
    kept: list[Repair] = []
    taken: dict[int, Edit] = {}
    for repair in sorted(repairs, key=_precedence):
        if all(_is_free(edit, taken) for edit in repair.edits):
            kept.append(repair)
            for edit in repair.edits:
                taken.update(dict.fromkeys(_places(edit), edit))
    return sorted(kept, key=lambda repair: (repair.span.start, repair.span.end, repair.code))


def _precedence(repair: Repair) -> tuple[bool, int, int, str]:
    return repair.applicability != "safe", repair.span.start, -repair.span.end, repair.code


def _places(edit: Edit) -> range:
    """The gaps between characters that an edit touches, so that two insertions can clash."""
    return range(edit.span.start, edit.span.end + 1)


def _is_free(edit: Edit, taken: dict[int, Edit]) -> bool:
    return all(
        place not in taken or (taken[place].span, taken[place].text) == (edit.span, edit.text)
        for place in _places(edit)
    )


def _chosen(
    repairs: Iterable[Repair],
    document: Document,
    choose: Choose | None,
    refused: set[tuple[str, str]],
) -> Iterator[Repair]:
    """The repairs that are agreed to; one that was refused is not asked again."""
    for repair in repairs:
        key = (repair.code, repair.span.of(document.raw))
        if choose is None or (key not in refused and choose(repair, document)):
            yield repair
        else:
            refused.add(key)


def _layer(repairs: Iterable[Repair], newline: str) -> Layer:
    """The edits of a round, once each, in the line ends of the file; `reason` is the code."""
    unique: dict[tuple[Span, str | None], Edit] = {}
    for repair in repairs:
        for edit in repair.edits:
            text = edit.text or ""
            if newline == "\r\n":
                text = _LONE_NEWLINE.sub("\r\n", text)
            codes = unique[edit.span, text].reason if (edit.span, text) in unique else ""
            reason = f"{codes} {repair.code}".strip()
            unique[edit.span, text] = Edit(edit.span, text, reason)
    return Layer.of("fix", unique.values())


def _changes(document: Document) -> Iterator[Change]:
    """The edits of all rounds, led home to the text as read, each stretch once."""
    gathered: dict[Span, tuple[str, list[str]]] = {}
    for trace in traces(document):
        if trace.repair is None:
            continue
        text, codes = gathered.setdefault(trace.repair.span, (trace.repair.text or "", []))
        codes += (code for code in trace.reason.split() if code not in codes)
    for span, (text, codes) in sorted(gathered.items()):
        yield Change(span, text, tuple(codes))
