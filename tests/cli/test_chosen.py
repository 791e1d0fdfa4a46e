from __future__ import annotations

from pathlib import Path

import pytest

from credcheck.cli.chosen import check_codes, chosen, gated, listed, split
from credcheck.cli.problem import Problem
from credcheck.language import encoder
from credcheck.settings import Gate


def test_lists_are_split_at_commas() -> None:
    assert split(["A,B", " C "]) == ("A", "B", "C")
    assert split(None) is None


def test_the_command_line_wins_over_the_file(news: Path) -> None:
    (news / "credcheck.toml").write_text("ignore = ['BRK303']\nlanguage = 'de'\n")
    run = chosen(None, ignore=("SPN",))
    assert (run.settings.ignore, run.settings.language) == (("SPN",), "de")
    assert run.config_path == news / "credcheck.toml"
    assert chosen(None, is_isolated=True).settings.language == "auto"


def test_the_nearest_file_to_what_is_scanned_counts(news: Path) -> None:
    inside = news / "inside"
    inside.mkdir()
    (inside / "credcheck.toml").write_text("ignore = ['SPN']\n")
    (inside / "x.txt").write_text("x")
    (news / "credcheck.toml").write_text("ignore = ['DUP']\n")
    assert chosen(["inside/x.txt"]).settings.ignore == ("SPN",)
    assert chosen(["inside/x.txt", "b.txt"]).settings.ignore == ("DUP",)


def test_one_config_file_and_any_number_of_lines(news: Path) -> None:
    (news / "mine.toml").write_text("ignore = ['SPN']\n")
    run = chosen(None, configs=["mine.toml", "language = 'en'", "allow = ['crore']"])
    assert (run.settings.ignore, run.settings.allow) == (("SPN",), ("crore",))
    with pytest.raises(Problem, match="one file only"):
        chosen(None, configs=["mine.toml", "b.txt"])


def test_rules_in_the_file_must_be_known_too(news: Path) -> None:
    (news / "credcheck.toml").write_text('[per-file-ignores]\n"a.md" = ["BRK304x"]\n')
    with pytest.raises(Problem, match=r'per-file-ignores\."a\.md": unknown rule "BRK304x"'):
        chosen(None)


def test_prefixes_and_groups_are_known() -> None:
    check_codes("select", ["ALL", "SPN", "UNS", "BRK3", "ERR001", "glued-words"])


def test_paths_may_be_separated_by_nul(folder: Path) -> None:
    (folder / "list").write_text("a b.txt\0c.txt\0")
    assert listed("list") == ("a b.txt", "c.txt")


def test_gate_options() -> None:
    gate = gated(Gate(), "warning", ["spun=0.1", "broken=0@corpus"], ["quality=70"])
    assert (gate.fail_on, gate.file_max, gate.corpus_max, gate.file_min) == (
        "warning",
        {"spun": 0.1},
        {"broken": 0.0},
        {"quality": 70.0},
    )


def test_an_encoder_that_is_not_installed_is_a_problem(
    news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encoder, "PACKAGE", "no_such_package")
    encoder.encoder.cache_clear()
    assert not chosen(None).settings.encoder
    with pytest.raises(Problem, match=r"^encoder: not installed: .*\[context\]"):
        chosen(None, encoder=True)
    (news / "credcheck.toml").write_text("encoder = true\n")
    with pytest.raises(Problem, match=r"^encoder: not installed"):
        chosen(None)
