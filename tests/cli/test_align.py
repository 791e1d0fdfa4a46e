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
