"""Aligned passages in two columns, the differing words marked; and which files share how much."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from credcheck.report.page import text as escaped
from credcheck.report.rows import AlignmentRow, BlockRow, FileRow, PlaceRow

# Columns of a matrix that a screen can hold; a larger corpus has the list of pairs.
MATRIX_MAX_FILES = 40


def passages(rows: Sequence[AlignmentRow], text_of: Callable[[str], str | None]) -> Iterator[str]:
    """Every alignment, the longest first, closed until it is asked for."""
    ordered = sorted(
        rows, key=lambda row: (-_size(row.left), row.left.path, row.left.location.start)
    )
    for row in ordered:
        yield "<details class=pair><summary>"
        yield f"<b>{_name(row.left)}</b> and <b>{_name(row.right)}</b>"
        yield f" <span class=dim>{row.kind}, {row.score:.0f} of 100</span></summary>"
        yield "<div class=columns>"
        yield _column(row.left, [(b, b.left) for b in row.blocks], text_of)
        yield _column(row.right, [(b, b.right) for b in row.blocks], text_of)
        yield "</div></details>\n"


def _size(place: PlaceRow) -> int:
    return place.location.end - place.location.start


def _name(place: PlaceRow) -> str:
    record = "" if place.location.record is None else f"#{place.location.record}"
    return escaped(f"{place.path}{record}:{place.location.line}")


def _column(
    place: PlaceRow,
    blocks: Sequence[tuple[BlockRow, tuple[int, int]]],
    text_of: Callable[[str], str | None],
) -> str:
    record = "" if place.location.record is None else f"#{place.location.record}"
    text = text_of(f"{place.path}{record}")
    if text is None:
        return f"<div>{escaped(place.location.quote.exact)}</div>"
    return f"<div>{''.join(_words(text, place, blocks))}</div>"


def _words(
    text: str, place: PlaceRow, blocks: Sequence[tuple[BlockRow, tuple[int, int]]]
) -> Iterator[str]:
    position = place.location.start
    for block, (start, end) in blocks:
        yield escaped(text[position:start])
        words = escaped(text[start:end])
        is_kept = block.op == "keep" or not words
        yield words if is_kept else f'<span class="{block.op}">{words}</span>'
        position = max(position, end)
    yield escaped(text[position : place.location.end])


def corpus_map(files: Sequence[FileRow], rows: Sequence[AlignmentRow]) -> Iterator[str]:
    """A matrix: what share of the row's words lie in passages that align with the column's file."""
    shared = _shared(rows)
    names = [file.label for file in files if any(file.label in pair for pair in shared)]
    if not names or len(names) > MATRIX_MAX_FILES:
        return
    lengths = {file.label: max(1, file.words) for file in files}
    yield "<div class=scroll><table class=matrix><thead><tr><th></th>"
    yield from (
        f"<th title='{escaped(name)}'>{number}</th>" for number, name in enumerate(names, 1)
    )
    yield "</tr></thead><tbody>\n"
    for number, left in enumerate(names, 1):
        yield f"<tr><th>{number} {escaped(left)}</th>"
        for right in names:
            share = min(1.0, shared.get((left, right), 0) / lengths[left])
            shown = "" if left == right or not share else f"{share:.0%}"
            yield f'<td style="--share:{0 if left == right else share:.2f}">{shown}</td>'
        yield "</tr>\n"
    yield "</tbody></table></div>\n"


def _shared(rows: Sequence[AlignmentRow]) -> dict[tuple[str, str], int]:
    """Words of the first file of a pair in passages that align with the second."""
    shared: dict[tuple[str, str], int] = {}
    for row in rows:
        left, right = _label(row.left), _label(row.right)
        kept = [b for b in row.blocks if b.op in ("keep", "replace")]
        words = (
            len(row.left.location.quote.exact.split()),
            len(row.right.location.quote.exact.split()),
        )
        if kept:
            shared[left, right] = shared.get((left, right), 0) + words[0]
            shared[right, left] = shared.get((right, left), 0) + words[1]
    return shared


def _label(place: PlaceRow) -> str:
    record = place.location.record
    return place.path if record is None else f"{place.path}#{record}"
