"""Aligned passages in two columns, the differing words marked; and which files share how much."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from credcheck.report.excerpt import shown
from credcheck.report.page import text as escaped
from credcheck.report.rows import AlignmentRow, BlockRow, FileRow, PlaceRow
from credcheck.report.sharing import facing

# Columns of a matrix that a screen can hold; a larger corpus has the list of pairs.
MATRIX_MAX_FILES = 40


def passages(rows: Sequence[AlignmentRow], text_of: Callable[[str], str | None]) -> Iterator[str]:
    """Every alignment, the longest first, closed until it is asked for."""
    ordered = sorted(
        rows, key=lambda row: (-_size(row.left), row.left.path, row.left.location.start)
    )
    first: set[frozenset[str]] = set()
    for row in ordered:
        names = frozenset((_label(row.left), _label(row.right)))
        anchor = "" if names in first else f" id={pair_id(names)}"
        first.add(names)
        yield f"<details class=pair{anchor}><summary>"
        yield f"<b>{_name(row.left)}</b> and <b>{_name(row.right)}</b>"
        yield f" <span class=dim>{row.kind}, {row.score:.0f} of 100</span></summary>"
        yield "<div class=columns>"
        yield _column(row.left, [(b, b.left) for b in row.blocks], text_of)
        yield _column(row.right, [(b, b.right) for b in row.blocks], text_of)
        yield "</div></details>\n"


def pair_id(names: frozenset[str]) -> str:
    """The anchor of the longest passage that two files share."""
    data = "\0".join(sorted(names)).encode("utf-8", "surrogatepass")
    return f"p{hashlib.blake2b(data, digest_size=6).hexdigest()}"


def _size(place: PlaceRow) -> int:
    return place.location.end - place.location.start


def _name(place: PlaceRow) -> str:
    record = "" if place.location.record is None else f"#{place.location.record}"
    return escaped(shown(f"{place.path}{record}:{place.location.line}"))


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
    """
    A matrix: what share of the row's words lie in passages that align with the column's file.

    Of a large corpus the files that share most are shown.
    """
    shared = _shared(rows)
    most = Counter[str]()
    for (left, _), words in shared.items():
        most[left] += words
    chosen = {name for name, _ in most.most_common(MATRIX_MAX_FILES)}
    lengths = {file.label: max(1, file.words) for file in files if file.label in chosen}
    if len(lengths) < 2:
        return
    yield "<section id=map><h2>Who shares text with whom</h2><p class=dim>Share of the words of a "
    yield "row’s file that also stand in the column’s"
    yield f", for the {len(lengths)} files that share most" if len(most) > len(lengths) else ""
    yield ".</p><div class=scroll><table class=matrix><thead><tr><th></th>"
    yield from (
        f"<th scope=col title='{escaped(shown(name))}'>{number}</th>"
        for number, name in enumerate(lengths, 1)
    )
    yield "</tr></thead><tbody>\n"
    for number, left in enumerate(lengths, 1):
        yield f"<tr><th scope=row>{number} {escaped(shown(left))}</th>"
        yield from (_square(left, right, shared, lengths) for right in lengths)
        yield "</tr>\n"
    yield "</tbody></table></div></section>\n"


def _square(
    left: str, right: str, shared: dict[tuple[str, str], int], lengths: dict[str, int]
) -> str:
    """One square of the matrix, a link to the passages."""
    if left == right:
        return "<td class=own></td>"
    share = min(1.0, shared.get((left, right), 0) / lengths[left])
    if not share:
        return "<td></td>"
    link = f'<a href="#{pair_id(frozenset((left, right)))}">{share:.0%}</a>'
    return f'<td style="--share:{share:.2f}">{link}</td>'


def _shared(rows: Sequence[AlignmentRow]) -> dict[tuple[str, str], int]:
    """Words of the first file of a pair that stand opposite words of the second."""
    shared: dict[tuple[str, str], int] = {}
    for row in rows:
        left, right = _label(row.left), _label(row.right)
        words = facing(row)
        shared[left, right] = shared.get((left, right), 0) + words[0]
        shared[right, left] = shared.get((right, left), 0) + words[1]
    return shared


def _label(place: PlaceRow) -> str:
    record = place.location.record
    return place.path if record is None else f"{place.path}#{record}"
