"""
The report a person reads: a table, then per file the few findings that matter most.

At most `Style.shown_max` findings a file are shown, the best of each rule before the second best
of any, and at most `Style.files_max` files, those of the lowest quality; the rest are counted, with
the command that lists them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from operator import attrgetter
from shlex import quote
from textwrap import wrap

from credcheck.report.closing import closing, plural
from credcheck.report.excerpt import excerpt, one_line, place, shown, visible
from credcheck.report.overview import common_folder, table
from credcheck.report.rows import (
    RELATIONS,
    EvidenceRow,
    FileRow,
    FindingRow,
    PositionEncoding,
    Quote,
    View,
)
from credcheck.report.story_lines import story_lines
from credcheck.report.style import Style
from credcheck.types import SEVERITIES

POSITION_ENCODING: PositionEncoding = "utf-32"
EVIDENCE_MAX = 2
LINES_NAMED_MAX = 6


def render(view: View, style: Style) -> Iterator[str]:
    """Table, findings, notices, gate."""
    folder = common_folder(view.files)
    if view.files:
        if folder:
            yield style.paint(f"in {folder}", "dim") + "\n\n"
        yield table(view.files, style) + "\n"
    if style.has_stories:
        yield from story_lines(view.stories, style, folder)
    if not style.is_quiet:
        yield from _sections(view, style, folder)
    yield from closing(view, style)


def _sections(view: View, style: Style, folder: str) -> Iterator[str]:
    """The files that are worst off, each with its findings, in their order."""
    files = {file.label: file for file in view.files}
    found = {name: tuple(rows) for name, rows in groupby(view.shown(), attrgetter("label"))}
    worst = sorted(found, key=lambda name: (_quality(files.get(name)), -_errors(found[name])))
    chosen = set(worst[: style.files_max or None])
    for name, rows in found.items():
        if name in chosen:
            yield "\n"
            yield from file_lines(files.get(name), name, rows, style, folder)
    left = len(found) - len(chosen)
    if left:
        more = f"{plural(left, 'more file')} with findings: credcheck scan --verbose"
        yield f"\n{style.paint(more, 'dim')}\n"


def _quality(file: FileRow | None) -> int:
    return file.quality if file else 0


def _errors(rows: Sequence[FindingRow]) -> int:
    return sum(row.severity == "error" for row in rows)


def file_lines(
    file: FileRow | None,
    name: str,
    found: Sequence[FindingRow],
    style: Style,
    folder: str = "",
) -> Iterator[str]:
    """The heading of one file and what matters most in it; `folder` goes without saying."""
    state = f" · {file.verdict}, quality {file.quality}" if file else ""
    yield f"{style.paint(shown(name), 'bold')}{state}, {plural(len(found), 'finding')}\n"
    chosen = most_important(found, style.shown_max)
    gutter = max(len(place(row.location)) for row, _ in chosen) + 4
    for row, alike in chosen:
        yield "\n"
        yield from finding_lines(row, alike, gutter, style, folder)
    hidden = len(found) - sum(1 + len(alike) for _, alike in chosen)
    if hidden:
        is_record = found[0].location.record is not None
        yield f"\n{' ' * gutter}{_more(hidden, name, is_record, style)}\n"


def _more(hidden: int, name: str, is_record: bool, style: Style) -> str:
    path = name.partition("#")[0] if is_record else name
    dashed = f"./{path}" if path.startswith("-") else path
    command = f"credcheck scan -f concise {shown(quote(dashed))}"
    return style.paint(f"{hidden:,} more: {command}", "dim")


def most_important(
    found: Sequence[FindingRow], limit: int
) -> list[tuple[FindingRow, tuple[FindingRow, ...]]]:
    """
    The findings to show, worst first, each with those that are like it.

    Alike are findings of one rule with the same words; the best of each rule comes before the
    second best of any.
    """
    ranked = sorted(found, key=_rank)
    queues: dict[str, dict[str, list[FindingRow]]] = {}
    for row in ranked:
        words = " ".join(row.location.quote.exact.casefold().split())
        queues.setdefault(row.code, {}).setdefault(words, []).append(row)
    rounds = zip_longest(*(queue.values() for queue in queues.values()))
    in_turn = [alike for turn in rounds for alike in turn if alike]
    chosen = in_turn[: limit or None]
    return [(alike[0], tuple(alike[1:])) for alike in sorted(chosen, key=lambda a: _rank(a[0]))]


def _rank(row: FindingRow) -> tuple[int, float, int]:
    score = 0.5 if row.score is None else row.score
    return SEVERITIES.index(row.severity), -score, row.location.start


def finding_lines(
    row: FindingRow, alike: Sequence[FindingRow], gutter: int, style: Style, folder: str = ""
) -> Iterator[str]:
    """One finding: where, what, the words in their line, the repair, the other source."""
    indent = " " * gutter
    room = style.width - gutter
    yield from _headline(row, gutter, style)
    if row.location.quote.exact:
        part = excerpt(row.location.quote, room)
        marked = style.paint(part.marked, row.severity)
        yield f"{indent}{part.before}{marked}{part.after}\n"
        yield f"{indent}{' ' * part.indent}{style.paint('^' * part.width, row.severity)}\n"
    for text in (*_repair(row), *_evidence(row, folder), *_alike(alike)):
        yield from (f"{indent}{style.paint(line, 'dim')}\n" for line in _two_lines(text, room))


def _two_lines(text: str, width: int) -> Iterator[str]:
    """A text on at most two lines."""
    first, *rest = wrap(shown(" ".join(text.split())), width) or [""]
    yield one_line(first, width)
    if rest:
        yield one_line(" ".join(rest), width)


def _headline(row: FindingRow, gutter: int, style: Style) -> Iterator[str]:
    """Place, code and message, wrapped."""
    opening = f"{row.severity} {row.code} "
    lines = wrap(opening + " ".join(row.message.split()), style.width - gutter) or [opening]
    first = lines[0].removeprefix(opening)
    severity = style.paint(row.severity, row.severity)
    where = place(row.location).rjust(gutter - 2)
    yield f"{style.paint(where, 'bold')}  {severity} {style.paint(row.code, 'bold')} {first}\n"
    yield from (f"{' ' * gutter}{line}\n" for line in lines[1:])


def _repair(row: FindingRow) -> Iterator[str]:
    """What the marked words become, unless the message has said so."""
    if row.fix is None or not row.fix.edits:
        return
    text = mended(row)
    if text.strip() and text in row.message:
        return
    how = "repair" if row.fix.applicability == "safe" else "perhaps"
    yield f"{how}: {in_words(text)}"


def in_words(text: str) -> str:
    """A repair as a person says it."""
    if text.strip():
        return text
    lines = text.count("\n")
    if lines:
        return "a line break" if lines == 1 else "a blank line"
    return {"": "take it out", " ": "a space", "\t": "a tab"}.get(text, visible(text))


def mended(row: FindingRow) -> str:
    """The marked words after the repair, with the rest of a word that the marks cut."""
    around, start = row.location.quote, row.location.start
    words, position = around.exact, 0
    pieces = [_start_of_word(around)]
    for edit in row.fix.edits if row.fix else ():
        pieces.append(words[position : max(position, edit.start - start)])
        pieces.append(edit.text)
        position = max(position, edit.end - start)
    return "".join((*pieces, words[position:], _rest_of_word(around)))


def _start_of_word(quote: Quote) -> str:
    """What stands before the marks of the word they begin in, or of the one that a stop ends."""
    word = r"\S{1,24}$" if _is_a_stop(quote) else r"\w{1,24}$"
    found = re.search(word, quote.prefix)
    return found[0] if found and (_is_a_stop(quote) or quote.exact[:1].isalnum()) else ""


def _rest_of_word(quote: Quote) -> str:
    word = r"\S{1,24}" if _is_a_stop(quote) else r"\w{1,24}"
    found = re.match(word, quote.suffix)
    return found[0] if found and (_is_a_stop(quote) or quote.exact[-1:].isalnum()) else ""


def _is_a_stop(quote: Quote) -> bool:
    """True if a sign or two are marked, which say nothing without the words beside them."""
    signs = quote.exact.strip()
    return 0 < len(signs) < 3 and not any(sign.isalnum() for sign in signs)


def _evidence(row: FindingRow, folder: str) -> Iterator[str]:
    for evidence in row.evidence[:EVIDENCE_MAX]:
        yield _witness(evidence, row.path, folder)
    if len(row.evidence) > EVIDENCE_MAX:
        yield f"and {plural(len(row.evidence) - EVIDENCE_MAX, 'more place')}"


def _witness(evidence: EvidenceRow, own: str, folder: str) -> str:
    """One piece of evidence: what it says, or where it stands and in which words."""
    if evidence.path is None:
        return evidence.detail
    if evidence.path == own and evidence.location:
        return f"line {evidence.location.line}: “{evidence.location.quote.exact}”"
    relation, path = RELATIONS[evidence.relation], shown(evidence.path.removeprefix(folder))
    if evidence.location is None:
        return f"{relation} {path}: {evidence.detail}"
    words = evidence.location.quote.exact
    return f"{relation} {path}:{evidence.location.line}: “{words}”"


def _alike(alike: Sequence[FindingRow]) -> Iterator[str]:
    if not alike:
        return
    lines = list(dict.fromkeys(str(row.location.line) for row in alike))
    named = ", ".join(lines[:LINES_NAMED_MAX]) + (", …" if len(lines) > LINES_NAMED_MAX else "")
    yield f"and {len(alike):,} more like it, line{'' if len(lines) == 1 else 's'} {named}"
