"""
One self-contained page: overview, every text with its findings marked, passages side by side.

The page is complete without its script: the script only filters, restores and moves the focus. It
loads nothing, and everything that came from a file is escaped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from credcheck.report.closing import counts, plural, sentence
from credcheck.report.excerpt import clipped, place, shown, visible
from credcheck.report.formats.text import in_words, mended
from credcheck.report.overview import percent
from credcheck.report.page import asset
from credcheck.report.page import text as escaped
from credcheck.report.page.marked import Numbered, marked
from credcheck.report.page.passages import corpus_map, passages
from credcheck.report.page.stories import stories
from credcheck.report.rows import (
    RELATIONS,
    EvidenceRow,
    FileRow,
    FindingRow,
    PositionEncoding,
    View,
)
from credcheck.report.style import Style

POSITION_ENCODING: PositionEncoding = "utf-32"
METRICS = ("spun", "broken", "duplicate", "unsupported")
# Places of one finding that are named on its card; the rest are counted.
EVIDENCE_MAX = 6
# Characters of another place; whole passages stand side by side further down.
QUOTED_MAX = 160


def render(view: View, style: Style) -> Iterator[str]:
    """The page, piece by piece."""
    rows = [Numbered(number, row) for number, row in enumerate(view.shown())]
    yield from _head(view)
    by_file = {name: list(some) for name, some in groupby(rows, key=lambda n: n.row.label)}
    yield from _overview(view, Counter(found.row.label for found in rows))
    yield from _gate(view)
    yield from _filters(view.files, rows)
    yield "<main id=findings>\n"
    for number, file in enumerate(view.files):
        yield from _file(number, file, by_file.get(file.label, []), view)
    yield from _across(view)
    yield "</main>\n"
    yield f"<script>\n{asset('page.js')}</script>\n</body>\n</html>\n"


def _head(view: View) -> Iterator[str]:
    yield "<!doctype html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n"
    yield '<meta name=viewport content="width=device-width, initial-scale=1">\n'
    yield '<meta name=referrer content="no-referrer">\n'
    policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield f"<title>credcheck: {len(view.files):,} files</title>\n"
    yield f"<style>\n{asset('page.css')}</style>\n</head>\n<body>\n"
    yield "<a class=skip href='#findings'>to the findings</a>"
    yield "<header><h1>credcheck</h1>"
    yield f"<p>{len(view.files):,} files, {sum(f.words for f in view.files):,} words, "
    yield f"{len(view.shown()):,} findings. Signals about the text; no judgement of what it says."
    yield "</p></header>\n"


def _overview(view: View, found: Counter[str]) -> Iterator[str]:
    yield "<section id=overview><h2>Files</h2><div class='scroll tall'><table class=files><thead>"
    titles = ("file", "words", *METRICS, "quality", "verdict", "findings")
    yield f"<tr>{''.join(f'<th scope=col>{title}</th>' for title in titles)}</tr></thead><tbody>\n"
    for number, file in enumerate(view.files):
        yield f'<tr><td><a href="#file{number}">{escaped(shown(file.label))}</a></td>'
        yield f"<td class=figure>{file.words:,}</td>"
        for metric in METRICS:
            yield _bar(getattr(file.metrics, metric), metric)
        yield f"<td class=figure>{file.quality}</td>"
        yield f'<td><span class="verdict {file.verdict}">{file.verdict}</span></td>'
        yield f"<td class=figure>{found[file.label]:,}</td></tr>\n"
    yield "</tbody></table></div></section>\n"
    yield from corpus_map(view.files, view.alignments)


def _bar(share: float | None, metric: str) -> str:
    if share is None:
        return "<td class='bar dim'>–</td>"
    width = f"{min(1.0, share):.3f}"
    return f'<td class="bar {metric}" style="--share:{width}"><span>{percent(share)}</span></td>'


def _gate(view: View) -> Iterator[str]:
    state = "passed" if view.gate.passed else "not passed"
    yield f'<section id=gate><h2>Gate: <span class="{state[:3]}">{state}</span></h2><ul>\n'
    for check in view.gate.checks:
        mark = "" if check.passed else " class=not"
        yield f"<li{mark}>{escaped(shown(sentence(check)))}</li>\n"
    yield f"</ul><p class=notice>{escaped(counts(view.findings))}</p>\n"
    yield from (f"<p class=notice>{escaped(shown(notice))}</p>\n" for notice in view.notices)
    yield "</section>\n"


def _filters(files: Sequence[FileRow], rows: Sequence[Numbered]) -> Iterator[str]:
    codes = sorted({(found.row.code, found.row.name) for found in rows})
    yield "<form id=filters aria-label='Filter findings'><label>Rule <select name=code>"
    yield "<option value=''>all</option>"
    yield from (f'<option value="{c}">{c} {escaped(name)}</option>' for c, name in codes)
    yield "</select></label><label>Severity <select name=severity><option value=''>all</option>"
    yield "<option>error</option><option>warning</option><option>info</option></select></label>"
    yield "<label>File <select name=file><option value=''>all</option>"
    for number, file in enumerate(files):
        yield f'<option value="file{number}">{escaped(shown(file.label))}</option>'
    yield "</select></label>"
    yield "<label>Search <input name=words type=search placeholder='words, message'></label>"
    if any(found.row.category == "spun" for found in rows):
        yield "<label class=switch><input name=restored type=checkbox> restored wording</label>"
    yield "<output name=count></output>"
    yield "<span class=keys><kbd>j</kbd> <kbd>k</kbd> next, previous, "
    yield "<kbd>r</kbd> restored, <kbd>/</kbd> search</span></form>\n"


def _file(number: int, file: FileRow, found: Sequence[Numbered], view: View) -> Iterator[str]:
    yield f'<article class=file id="file{number}"><h2>{escaped(shown(file.label))} '
    yield f'<span class="verdict {file.verdict}">{file.verdict}</span> '
    yield f"<span class=dim>quality {file.quality}</span></h2>\n"
    meta = file.document
    known = [value for value in (meta.title, meta.byline, meta.date, meta.site) if value]
    if known:
        yield f"<p class=dim>{escaped(' · '.join(known))}</p>\n"
    text = view.text_of(file.label)
    yield "<div class=sheet>"
    if text is None:
        yield "<div class=text><p class=dim>The file is no longer at hand as it was read.</p></div>"
    else:
        yield f"<div class=text>{''.join(marked(text, found))}</div>"
    yield "<ol class=cards>\n" if found else "<ol class=cards><li class=dim>nothing found</li>"
    yield from (_card(one) for one in found)
    yield "</ol></div></article>\n"


def _card(found: Numbered) -> str:
    row = found.row
    lines = [f"<p>{escaped(row.message)}</p>", _repair(row), *_evidence(row)]
    return (
        f'<li class="card {row.category} {row.severity}" id="f{found.number}" '
        f'data-code="{row.code}" data-severity="{row.severity}">'
        f'<h3><a href="#m{found.number}">{place(row.location)}</a> {row.code} '
        f"<span class=dim>{escaped(row.name)} · {row.severity}</span></h3>"
        f"{''.join(lines)}</li>\n"
    )


def _repair(row: FindingRow) -> str:
    if row.fix is None or not row.fix.edits:
        return ""
    how = "repair" if row.fix.applicability == "safe" else "perhaps"
    words = in_words(mended(row))
    return f"<p class=repair>{how}: <b>{escaped(visible(words)[:300])}</b></p>"


def _evidence(row: FindingRow) -> Iterator[str]:
    """Why, and where else to look, a line each."""
    for evidence in row.evidence[:EVIDENCE_MAX]:
        yield f"<p class=evidence>{_witness(evidence, row.path)}</p>"
    left = len(row.evidence) - EVIDENCE_MAX
    if left > 0:
        yield f"<p class=evidence>and {plural(left, 'more place')}</p>"


def _witness(evidence: EvidenceRow, own: str) -> str:
    """One piece of evidence: what it says, or where it stands and in which words."""
    detail = escaped(evidence.detail)
    if evidence.path is None:
        return detail
    relation = RELATIONS[evidence.relation]
    if evidence.location is None:
        return f"{relation} {escaped(shown(evidence.path))}: {detail}"
    words = clipped(visible(evidence.location.quote.exact), QUOTED_MAX)
    quote = f"<q>{escaped(words)}</q>"
    if evidence.path == own:
        return f"line {evidence.location.line}: {quote}"
    where = escaped(f"{shown(evidence.path)}:{evidence.location.line}")
    return f"{relation} {where}: {quote} {detail}"


def _across(view: View) -> Iterator[str]:
    """What only shows when files lie side by side."""
    told = "".join(stories(view.stories))
    if told:
        yield "<section id=stories><h2>The story, source by source</h2>"
        yield f"<p class=dim>Rows in which sources differ come first.</p>{told}</section>\n"
    if view.alignments:
        yield "<section id=passages><h2>Shared passages</h2>"
        for group in view.groups:
            names = escaped(", ".join(group.files))
            yield f"<p class=notice><b>One source:</b> {names}. {escaped(group.reason)}</p>"
        yield from passages(view.alignments, view.text_of)
        yield "</section>\n"
