"""The marked text: every character once, every finding where it is."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from credcheck.report.page.marked import Numbered, marked, pieces
from credcheck.report.rows import EditRow, FindingRow, FixRow, Location, Quote

PLACES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=7)


def finding(number: int, start: int, end: int, fix: FixRow | None = None) -> Numbered:
    location = Location(start, end, 1, start + 1, 1, end + 1, Quote("", "", ""))
    category = "spun" if fix else "broken"
    row = FindingRow("X", "x", category, "error", "", "a", location, "", "new", fix=fix)
    return Numbered(number, row)


def numbered(places: list[tuple[int, int]]) -> list[Numbered]:
    return [finding(n, start, start + size) for n, (start, size) in enumerate(places)]


@given(st.integers(0, 45), PLACES)
def test_pieces_join_up_and_carry_just_what_covers_them(
    length: int, places: list[tuple[int, int]]
) -> None:
    cut = list(pieces(length, numbered(places)))
    assert "".join("x" * (p.end - p.start) for p in cut) == "x" * length
    for piece in cut:
        covering = [
            n
            for n, (start, size) in enumerate(places)
            if start <= piece.start and piece.end <= max(start + size, start + 1)
        ]
        assert [f.number for f in piece.findings] == covering


@given(st.text(alphabet="a<&>\"' b\u00e9\U0001f600", max_size=45), PLACES)
def test_the_text_comes_through_escaped_and_whole(text: str, places: list[tuple[int, int]]) -> None:
    html = "".join(marked(text, numbered(places)))
    shown = re.sub(r"<span class=blank>[^<]*</span>", "", html)
    assert unescape(re.sub(r"<[^>]*>", "", shown)) == text
    assert not re.search(r"<(?!/?(mark|a|span)\b)", html)


def test_a_spun_piece_holds_both_wordings() -> None:
    fix = FixRow("unsafe", "", (EditRow(4, 12, "foreign", 1, 5, 1, 13),))
    html = "".join(marked("the overseas minister", [finding(0, 4, 12, fix)]))
    assert "<span class=read>overseas</span><span class=restored>foreign</span>" in html


def test_findings_inside_one_about_a_whole_passage_can_be_told() -> None:
    text = "word " * 60
    html = "".join(marked(text, [finding(0, 0, 250), finding(1, 5, 9)]))
    assert html.count('class="broken error wide"') == 2
    assert "blank" not in html
    assert '<mark id="m1" class="broken error" data-f="0 1" tabindex=0>word</mark>' in html
