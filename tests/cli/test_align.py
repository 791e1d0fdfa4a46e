from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command

STORY = (
    "The harbour council agreed on Monday evening to repair the old sea wall before the winter"
    " storms, after three members of the fishing guild complained that water had reached the"
    " market hall twice since August and that nobody had answered their letters."
)


def test_two_copies_stand_side_by_side(folder: Path, credcheck: Command) -> None:
    (folder / "a.txt").write_text(STORY)
    (folder / "b.txt").write_text(STORY.replace("complained", "protested"))
    outcome = credcheck("align", "a.txt", "b.txt")
    assert outcome.code == 0
    assert "[complained]" in outcome.out
    assert "[protested]" in outcome.out
    (found,) = json.loads(credcheck("align", "a.txt", "b.txt", "-f", "json").out)
    assert (found["left"]["path"], found["right"]["path"]) == ("a.txt", "b.txt")


def test_nothing_shared_is_said(folder: Path, credcheck: Command) -> None:
    (folder / "a.txt").write_text(STORY)
    (folder / "b.txt").write_text("Bread was cheaper in May than in any month of the year before.")
    assert "no passage is shared" in credcheck("align").out


def test_a_folder_is_told_pair_by_pair_in_every_format(folder: Path, credcheck: Command) -> None:
    for name, words in {"a": "", "b": " Nobody answered.", "c": " The work starts in May."}.items():
        (folder / f"{name}.txt").write_text(STORY + words)
    found = credcheck("align", "--width", "90").out
    assert max(map(len, found.splitlines())) <= 90
    assert "one source: a.txt, b.txt, c.txt" in found
    assert "| a.txt | 100% | b.txt |" in credcheck("align", "-f", "md").out
    assert credcheck("align", "-f", "html", "-o", "map.html").out == ""
    assert "class=matrix" in (folder / "map.html").read_text()


def test_a_report_that_cannot_be_written_is_a_problem(folder: Path, credcheck: Command) -> None:
    (folder / "a.txt").write_text(STORY)
    outcome = credcheck("align", "-o", "missing/map.txt")
    assert outcome.code == 2
    assert "missing/map.txt: cannot be written" in outcome.err
