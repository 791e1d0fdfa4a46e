"""
What the user has asked not to be told: ignores in the text, and per file in the config.

`<!-- credcheck: ignore BRK101 -->` speaks of its own line, or, alone on a line, of the paragraph
after it; `off` and `on` of all between them; `ignore-file` of the whole text. Without codes each
speaks of every rule. Suppressed findings stay in the report with that status, and count nowhere.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from credcheck.rules import is_selected, names
from credcheck.settings import Settings
from credcheck.types import Document, Finding, Span

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_COMMENT = re.compile(r"<!--[ \t]{0,20}credcheck:[ \t]{0,20}([A-Za-z-]{1,40})\b([^<>]{0,400}?)-->")
WORDS = ("ignore", "ignore-file", "off", "on")
_BLANK_LINE = re.compile(r"\n[ \t\r]{0,200}\n")
_FORMATS = ("md", "html")


@dataclass(frozen=True, slots=True)
class Directive:
    """An ignore in a text: `span` is the comment itself, `scope` what it speaks of."""

    line: int
    word: str
    codes: tuple[str, ...]
    span: Span
    scope: Span

    def covers(self, finding: Finding, name: str) -> bool:
        """True if the finding begins in the scope and its rule is meant."""
        if not self.scope.start <= finding.span.start < max(self.scope.end, self.scope.start + 1):
            return False
        return not self.codes or is_selected(finding.rule, name, self.codes, ())

    def __str__(self) -> str:
        return " ".join((self.word, *self.codes))


def directives(document: Document) -> tuple[Directive, ...]:
    """The ignores that a document holds, in order of place."""
    text = document.raw
    if document.source.comments:
        return tuple(_of_page(document))
    if document.source.format not in _FORMATS or "credcheck:" not in text:
        return ()
    found = list(_COMMENT.finditer(text))
    return tuple(_directives(text, found))


def _of_page(document: Document) -> Iterator[Directive]:
    """The ignores in the source of a page, whose comments are no part of its text."""
    found = [(c, m) for c in document.source.comments if (m := _COMMENT.search(c.text))]
    end = len(document.raw) + 1
    nowhere = Span(end, end)
    for number, (comment, match) in enumerate(found):
        place, word = comment.span, match[1]
        ends = (other.span.start for other, m in found[number + 1 :] if m[1] == "on")
        scopes = {
            "ignore-file": Span(0, end),
            "ignore": place,
            "on": nowhere,
            "off": Span(place.start, next(ends, end)),
        }
        line = 1 + document.raw.count("\n", 0, place.start)
        yield Directive(line, word, _codes(match), nowhere, scopes.get(word, nowhere))


def _codes(match: re.Match[str]) -> tuple[str, ...]:
    return tuple(re.findall(r"[A-Za-z][A-Za-z0-9-]*", match[2]))


def suppressed(
    findings: Iterable[Finding], held: Mapping[str, Sequence[Directive]], settings: Settings
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """
    The findings with their status, and a notice for every ignore that suppressed nothing.

    That an ignore is a comment, and a comment is markup, is no finding.

    `held` are the ignores of each document that has some, by id.
    """
    patterns = _Patterns(settings.per_file_ignores)
    used: set[tuple[str, int]] = set()
    spoken = (finding for finding in findings if not _is_comment(finding, held))
    marked = tuple(_marked(finding, held, patterns, used) for finding in spoken)
    idle = (
        notice
        for document, some in held.items()
        for number, one in enumerate(some)
        if (document, number) not in used and one.word != "on"
        for notice in _idle(document, one, settings)
    )
    return marked, (*idle, *patterns.unused(settings))


def _idle(document: str, directive: Directive, settings: Settings) -> Iterator[str]:
    """What to say of an ignore that suppressed nothing, unless its rules did not run."""
    place = f"{document}:{directive.line}"
    if directive.word not in WORDS:
        yield f'{place}: "{directive.word}" is no ignore; one of {", ".join(WORDS)}'
        return
    unknown = [code for code in directive.codes if not _rules_of((code,))]
    if unknown:
        yield f"{place}: ignore of an unknown rule: {', '.join(unknown)}"
    elif _ran(directive.codes, settings):
        yield f"{place}: unused ignore: {directive}"


def _rules_of(codes: Iterable[str]) -> list[tuple[str, str]]:
    """Codes and names of the rules that codes, prefixes or names speak of."""
    chosen = tuple(codes)
    return [(code, name) for code, name in names().items() if is_selected(code, name, chosen, ())]


def _ran(codes: tuple[str, ...], settings: Settings) -> bool:
    """True if a rule that is meant was on; without codes all are meant."""
    meant = _rules_of(codes or ("ALL",))
    return any(is_selected(code, name, settings.select, settings.ignore) for code, name in meant)


def _is_comment(finding: Finding, held: Mapping[str, Sequence[Directive]]) -> bool:
    """True if what was found is an ignore itself, with the space round it."""
    return any(
        one.span.overlaps(finding.span) and len(finding.span) <= len(one.span) + 4
        for one in held.get(finding.document, ())
    )


def _marked(
    finding: Finding,
    held: Mapping[str, Sequence[Directive]],
    patterns: _Patterns,
    used: set[tuple[str, int]],
) -> Finding:
    name = names().get(finding.rule, "")
    mine = held.get(finding.document, ())
    covering = [number for number, one in enumerate(mine) if one.covers(finding, name)]
    used.update((finding.document, number) for number in covering)
    if covering or patterns.covers(finding, name):
        return replace(finding, status="suppressed")
    return finding


class _Patterns:
    """The per-file ignores of the config, and which of them were of use."""

    def __init__(self, table: Mapping[str, tuple[str, ...]]) -> None:
        self._used: set[str] = set()
        self._table = table
        self._specs: dict[str, GitIgnoreSpec] = {}
        if table:
            from pathspec import GitIgnoreSpec

            self._specs = {p: GitIgnoreSpec.from_lines([p]) for p in table}

    def covers(self, finding: Finding, name: str) -> bool:
        """True if a pattern that names the file names the rule too."""
        if not self._specs:
            return False
        path = finding.document.partition("#")[0].lstrip("/")
        hit = [
            pattern
            for pattern, spec in self._specs.items()
            if spec.match_file(path) and is_selected(finding.rule, name, self._table[pattern], ())
        ]
        self._used.update(hit)
        return bool(hit)

    def unused(self, settings: Settings) -> Iterator[str]:
        """A notice for every pattern that suppressed nothing."""
        for pattern, codes in self._table.items():
            if pattern not in self._used and _ran(codes, settings):
                yield f'per-file-ignores: unused: "{pattern}" {", ".join(codes)}'


def _directives(text: str, found: Sequence[re.Match[str]]) -> Iterator[Directive]:
    lines = [match.end() for match in re.finditer("\n", text)]
    for number, match in enumerate(found):
        yield Directive(
            line=1 + bisect_right(lines, match.start()),
            word=match[1],
            codes=_codes(match),
            span=Span(*match.span()),
            scope=_scope(text, match, found[number + 1 :]),
        )


def _scope(text: str, match: re.Match[str], later: Iterable[re.Match[str]]) -> Span:
    """What an ignore speaks of."""
    if match[1] == "ignore-file":
        return Span(0, len(text) + 1)
    if match[1] not in WORDS:
        return Span(len(text) + 1, len(text) + 1)
    if match[1] == "on":
        return Span(match.end(), match.end())
    if match[1] == "off":
        ends = (other.start() for other in later if other[1] == "on")
        return Span(match.start(), next(ends, len(text) + 1))
    return _line_or_paragraph(text, match)


def _line_or_paragraph(text: str, match: re.Match[str]) -> Span:
    """The line of a comment; of one that has a line to itself, the paragraph after it."""
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    end = len(text) if end < 0 else end
    is_alone = not (text[start : match.start()] + text[match.end() : end]).strip()
    if not is_alone:
        return Span(start, end)
    follows = end + len(text[end:]) - len(text[end:].lstrip())
    stop = _BLANK_LINE.search(text, follows)
    return Span(match.end(), stop.start() if stop else len(text))
