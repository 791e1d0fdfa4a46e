"""What files share, for the terminal, as Markdown and as a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from credcheck.report.aligned import markdown, page, text
from credcheck.report.excerpt import cells
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import report


@pytest.mark.parametrize("width", [24, 40, 60, 100, 200])
def test_every_line_fits_the_terminal(width: int) -> None:
    lines = list(text(view(report()), Style(width=width)))
    assert max(map(cells, lines)) <= max(width, 36)
    assert any("[quay]" in line for line in lines)


def test_the_pairs_come_first_then_the_groups_then_the_passages() -> None:
    found = "\n".join(text(view(report()), Style(width=100)))
    rows = view(report())
    assert found.startswith("file")
    for group in rows.groups:
        assert f"one source: {', '.join(group.files)}; {group.representative}" in found
    assert found.index("ferry.txt") < found.index("% alike")


def test_markdown_sets_off_the_words_that_differ() -> None:
    found = "".join(markdown(view(report())))
    assert "| ferry.txt | " in found
    assert "ferry left the **pier**" in found
    assert "ferry left the **quay**" in found


def test_the_page_holds_the_map_and_every_passage_and_needs_no_network() -> None:
    found = "".join(page(view(report())))
    assert "class=matrix" in found
    assert '<span class="replace">pier</span>' in found
    assert "<details open" in found
    assert "http://" not in found
    assert "https://" not in found


def test_nothing_shared_is_said_in_every_format() -> None:
    empty = replace(view(report()), alignments=(), groups=())
    for found in (text(empty, Style()), markdown(empty), page(empty)):
        assert "no passage is shared by the 2 files" in "".join(found)


def test_one_file_is_told_that_it_takes_two() -> None:
    one = replace(view(report()), alignments=(), groups=())
    found = text(replace(one, files=one.files[:1]), Style())
    assert list(found) == ["1 file to compare: name two that differ, or a folder"]
