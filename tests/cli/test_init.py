from __future__ import annotations

import re
from pathlib import Path

from credcheck.config import loaded
from credcheck.settings import Settings
from tests.cli.conftest import Command


def test_the_file_changes_nothing_until_it_is_edited(folder: Path, credcheck: Command) -> None:
    assert credcheck("init").code == 0
    assert loaded(folder / "credcheck.toml") == Settings()


def test_every_line_that_is_commented_out_is_valid(folder: Path, credcheck: Command) -> None:
    text = credcheck("init", "--print").out
    (folder / "credcheck.toml").write_text(re.sub(r"(?m)^# (?=[\w\"/*.-]+ = )", "", text))
    (folder / "credcheck.toml").write_text(
        (folder / "credcheck.toml").read_text().replace('extend = "../credcheck.toml"', "")
    )
    settings = loaded(folder / "credcheck.toml")
    assert settings.exclude == ("drafts/",)
    assert settings.gate.file_min == {"quality": 70}
    assert settings.per_file_ignores == {"quotes/*.txt": ("SPN",)}


def test_a_file_that_is_there_stays(folder: Path, credcheck: Command) -> None:
    (folder / "credcheck.toml").write_text("ignore = []\n")
    assert credcheck("init").code == 2
    assert (folder / "credcheck.toml").read_text() == "ignore = []\n"
    assert credcheck("init", "--force").code == 0


def test_snippets_for_ci_are_printed(folder: Path, credcheck: Command) -> None:
    out = credcheck("init").out
    assert all(word in out for word in ("pre-commit", "GitHub Actions", "GitLab CI", "baseline"))
