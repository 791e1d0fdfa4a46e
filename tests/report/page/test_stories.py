"""The table of a story: one row a thing, one column a source, differences first."""

from __future__ import annotations

from dataclasses import replace

from credcheck.report.page.stories import stories
from tests.report.test_story_lines import DIFFERS, STORY


def test_values_of_one_thing_share_a_row_under_what_they_are_about() -> None:
    html = "".join(stories([STORY]))
    assert html.count("<tr class=") == 2
    assert "<th>a.txt</th><th>b.txt</th><th>c.jsonl#3</th>" in html
    assert html.index('<tr class="differs">') < html.index('<tr class="agrees">')
    assert "<th>people hurt<br><span class=dim>number</span></th>" in html
    assert ">340</td>" in html
    assert "<td class=dim>–</td></tr>" in html


def test_a_thing_without_words_is_named_once_by_its_kind() -> None:
    assert "<th><span class=dim>date</span></th>" in "".join(stories([STORY]))


def test_what_stands_in_a_file_is_escaped() -> None:
    row = replace(DIFFERS, about=("<b>",))
    assert "<b>" not in "".join(stories([replace(STORY, files=("<b>",), rows=(row,))]))


def test_no_story_makes_no_table() -> None:
    assert "".join(stories([])) == ""
