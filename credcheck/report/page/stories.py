"""The story side by side: what each source gives for the same thing, differing values first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from credcheck.report.excerpt import shown
from credcheck.report.overview import shared_folder
from credcheck.report.page import text as escaped
from credcheck.report.rows import CellRow, StoryRow, ThingRow


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
    yield f"<th>{about}<span class=dim>{escaped(row.kind)}</span></th>"
    yield from (_cell(cell) for cell in row.cells)
    yield "</tr>\n"


def _cell(cell: CellRow | None) -> str:
    if cell is None:
        return "<td class=dim>–</td>"
    return f'<td class="{cell.status}">{escaped(cell.location.quote.exact)}</td>'
