"""The story side by side: what each source gives for the same thing, differing values first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from credcheck.report.excerpt import shown
from credcheck.report.overview import shared_folder
from credcheck.report.page import text as escaped
from credcheck.report.rows import CellRow, StoryRow, ThingRow
from credcheck.report.story_quotes import differing

_MARKED = re.compile(r"\[([^\[\]]{1,200})\]")


def stories(told: Sequence[StoryRow]) -> Iterator[str]:
    """One table an event that at least two files report."""
    for story in told:
        yield "<div class=scroll><table class=story><thead><tr><th>about</th>"
        folder = shared_folder(story.files)
        yield from (f"<th>{escaped(shown(name.removeprefix(folder)))}</th>" for name in story.files)
        yield "</tr></thead><tbody>\n"
        for row in story.rows:
            yield from _row(row)
        yield "</tbody></table></div>\n"


def _row(row: ThingRow) -> Iterator[str]:
    yield f'<tr class="{"differs" if row.differs else "agrees"}">'
    about = f"{escaped(' '.join(row.about))}<br>" if row.about else ""
    one = f"<br>all name {escaped(row.shared_source)}" if row.shared_source else ""
    yield f"<th>{about}<span class=dim>{escaped(row.kind)}{one}</span></th>"
    given = [cell.location.quote.exact for cell in row.cells if cell]
    said = iter(differing(given) if row.kind == "quote" and row.differs else given)
    yield from (_cell(cell, next(said) if cell else "") for cell in row.cells)
    yield "</tr>\n"


def _cell(cell: CellRow | None, said: str) -> str:
    """What a file gives; the words of a quotation that another file has otherwise in bold."""
    if cell is None:
        return "<td class=dim>–</td>"
    words = _MARKED.sub(r"<b>\1</b>", escaped(said))
    whole = escaped(" ".join(cell.location.quote.exact.split()))
    return f'<td class="{cell.status}" title="{whole}">{words}</td>'
