"""The story in a terminal: a line a value, within the width, differences first."""

from __future__ import annotations

from credcheck.report.excerpt import cells
from credcheck.report.rows import CellRow, Location, Quote, StoryRow, ThingRow
from credcheck.report.story_lines import story_lines
from credcheck.report.style import Style


def cell(path: str, words: str, value: str | None = None, record: int | None = None) -> CellRow:
    location = Location(0, 1, 1, 1, 1, 2, Quote(words, "", ""), record)
    return CellRow(path, location, value or words, "supported")


DIFFERS = ThingRow(
    "number", ("people", "hurt"), True, (cell("d/a.txt", "340"), cell("d/b.txt", "290"), None)
)
AGREES = ThingRow(
    "date", (), False, (None, cell("d/b.txt", "2024"), cell("d/c.jsonl", "last year", "2024", 3))
)
STORY = StoryRow(("d/a.txt", "d/b.txt", "d/c.jsonl#3"), (DIFFERS, AGREES))


def drawn(story: StoryRow, width: int = 80) -> list[str]:
    return "".join(story_lines((story,), Style(width=width), "d/")).splitlines()


def test_each_value_has_a_line_with_the_files_that_give_it() -> None:
    rows = [line.split() for line in drawn(STORY) if line and "─" not in line]
    assert rows[1:] == [
        ["where", "sources", "differ", "value", "given", "by"],
        ["people", "hurt", "340", "a.txt:1"],
        ["290", "b.txt:1"],
        ["where", "they", "agree", "value", "given", "by"],
        ["date", "2024", "b.txt:1,", "c.jsonl#3"],
    ]


def test_only_what_there_is_has_a_heading() -> None:
    assert "where they agree" not in "\n".join(drawn(StoryRow(STORY.files, (DIFFERS,))))
    assert "where sources differ" not in "\n".join(drawn(StoryRow(STORY.files, (AGREES,))))
    assert "".join(story_lines((), Style())) == ""


def test_no_line_is_wider_than_the_terminal() -> None:
    long = cell("d/" + "a-very-long-name" * 9 + ".txt", "words " * 60)
    wide = cell("d/報道.txt", "橋は水曜日に閉鎖され、" * 12)
    about = ("Bundeswirtschaftsministerium", "橋" * 30)
    story = StoryRow(("a", "b"), (ThingRow("quote", about, True, (long, wide)),))
    for width in (60, 80, 120):
        assert max(map(cells, drawn(story, width))) <= width
