"""
What files share, for `credcheck align`: how much each two of them, which have one source, and every
passage word by word; for the terminal, as Markdown, and as a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import wrap

from tabulate import tabulate

from credcheck.report.closing import plural
from credcheck.report.excerpt import cells, shown
from credcheck.report.overview import shared_folder, shortened
from credcheck.report.rows import AlignmentRow, BlockRow, GroupRow, View, label
from credcheck.report.sharing import SharedRow, sharing
from credcheck.report.sides import with_marks
from credcheck.report.style import Style

HEADERS = ("file", "shared", "with", "shared", "passages", "most are")
# Passages that a page shows in full; of more, each is folded until it is asked for.
OPEN_MAX = 40
_ALIGNMENT = ("left", "right", "left", "right", "right", "left")
# For a terminal of fewer cells, and what a name is cut to there at the most.
_SHORT_HEADERS = ("file", "", "with", "", "n", "most")
_WIDE, _NAME_MIN = 60, 5


def nothing(view: View) -> str:
    """What is said where no passage is shared."""
    if len(view.files) > 1:
        return f"no passage is shared by the {plural(len(view.files), 'file')}"
    return f"{plural(len(view.files), 'file')} to compare: name two that differ, or a folder"


def text(view: View, style: Style) -> Iterator[str]:
    """For the terminal: a table of pairs, the groups, every passage side by side; line by line."""
    from credcheck.report.sides import sides

    if not view.alignments:
        yield nothing(view)
        return
    yield from _table(sharing(view.files, view.alignments), style)
    yield ""
    for group in view.groups:
        yield from wrap(f"one source: {shown(said(group))}", style.width, subsequent_indent="  ")
        yield ""
    for row in view.alignments:
        yield from sides(row, *_texts(row, view), style)
        yield ""


def _table(rows: tuple[SharedRow, ...], style: Style) -> Iterator[str]:
    """A row a pair, names shortened so that it fits."""
    folder = shared_folder([name for row in rows for name in (row.left, row.right)])
    cut = [
        (row.left.removeprefix(folder), row.right.removeprefix(folder), *_figures(row))
        for row in rows
    ]
    headers = HEADERS if style.width >= _WIDE else _SHORT_HEADERS
    columns = zip(headers, *((r[0], r[2], r[1], r[3], r[4], r[5]) for r in cut), strict=True)
    widths = [2 + max(map(cells, column)) for column in columns]
    rest = sum(widths[1::2]) + widths[4]
    room = max(_NAME_MIN, (style.width - rest) // 2 - 1)
    lines = [
        (shortened(left, room), one, shortened(right, room), other, count, kind)
        for left, right, one, other, count, kind in cut
    ]
    drawn = tabulate(
        [headers, *lines], tablefmt="plain", colalign=_ALIGNMENT, disable_numparse=True
    ).splitlines()
    yield style.paint(drawn[0].rstrip(), "bold")
    yield style.paint("─" * min(style.width, max(map(cells, drawn))), "dim")
    yield from (line.rstrip() for line in drawn[1:])


def _figures(row: SharedRow) -> tuple[str, str, str, str]:
    shares = ("-" if s is None else f"{s:.0%}" for s in (row.left_share, row.right_share))
    return (*shares, f"{row.passages:,}", row.kind)  # type: ignore[return-value]


def said(group: GroupRow) -> str:
    """A group in words: its files, and which looks earliest or least altered."""
    return f"{', '.join(group.files)}; {group.representative} {group.reason}"


def _texts(row: AlignmentRow, view: View) -> tuple[str, str]:
    left, right = (
        view.text_of(label(place.path, place.location.record)) for place in (row.left, row.right)
    )
    return left or "", right or ""


def markdown(view: View) -> Iterator[str]:
    """A table of pairs, the groups, every passage in two columns, the words that differ bold."""
    from credcheck.report.formats.md import plain

    yield "## Shared passages\n\n"
    if not view.alignments:
        yield f"{nothing(view)}\n"
        return
    yield f"| {' | '.join(HEADERS)} |\n|---|--:|---|--:|--:|---|\n"
    for pair in sharing(view.files, view.alignments):
        left, right, count, kind = _figures(pair)
        names = plain(pair.left), plain(pair.right)
        yield f"| {names[0]} | {left} | {names[1]} | {right} | {count} | {kind} |\n"
    for group in view.groups:
        yield f"\n**One source:** {plain(said(group))}\n"
    for row in view.alignments:
        yield from _passage(row, view, plain)


def _passage(row: AlignmentRow, view: View, plain: Callable[[str], str]) -> Iterator[str]:
    heads = (
        plain(f"{label(place.path, place.location.record)}:{place.location.line}")
        for place in (row.left, row.right)
    )
    yield f"\n### {row.kind}, {row.score:.0f} % alike\n\n| {' | '.join(heads)} |\n|---|---|\n"
    left, right = _texts(row, view)
    one = " ".join(_marked(row.blocks, left, plain, is_left=True))
    other = " ".join(_marked(row.blocks, right, plain, is_left=False))
    yield f"| {one} | {other} |\n"


def _marked(
    blocks: tuple[BlockRow, ...], text: str, plain: Callable[[str], str], *, is_left: bool
) -> Iterator[str]:
    for block in blocks:
        start, end = with_marks(text, block.left if is_left else block.right)
        if words := plain(shown(" ".join(text[start:end].split()))):
            yield words if block.op == "keep" else f"**{words}**"


def page(view: View) -> Iterator[str]:
    """One self-contained page: a matrix of files, the groups, every passage in two columns."""
    from credcheck.report.page import asset
    from credcheck.report.page import text as escaped
    from credcheck.report.page.passages import corpus_map, passages

    yield "<!doctype html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n"
    yield '<meta name=viewport content="width=device-width, initial-scale=1">\n'
    yield '<meta name=referrer content="no-referrer">\n'
    yield '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    yield "style-src 'unsafe-inline'\">\n"
    yield "<title>credcheck: shared passages</title>\n"
    yield f"<style>\n{asset('page.css')}</style>\n</head>\n<body>\n"
    yield f"<header><h1>credcheck</h1><p>{plural(len(view.files), 'file')}, "
    yield f"{plural(len(view.alignments), 'shared passage')}. "
    yield "Signals about the text; no judgement of what it says.</p></header>\n<main>\n"
    yield from corpus_map(view.files, view.alignments)
    yield "<section id=passages><h2>Shared passages</h2>\n"
    for group in view.groups:
        yield f"<p class=notice><b>One source:</b> {escaped(shown(said(group)))}</p>\n"
    is_open = len(view.alignments) <= OPEN_MAX
    for piece in passages(view.alignments, view.text_of):
        yield piece.replace("<details ", "<details open ", 1) if is_open else piece
    yield "" if view.alignments else f"<p>{escaped(nothing(view))}</p>"
    yield "</section>\n</main>\n</body>\n</html>\n"
