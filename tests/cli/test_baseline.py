from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Command

MORE = "\nA third boat came in at ten , and its crew went home.\n"


def test_what_is_known_does_not_fail_and_what_is_new_does(news: Path, credcheck: Command) -> None:
    assert credcheck("baseline").code == 0
    known = (news / ".credcheck-baseline").read_text("utf-8")
    assert credcheck("scan").code == 0
    assert "2 in the baseline" in credcheck("scan").out
    assert credcheck("scan", "--no-baseline").code == 1
    with (news / "a.md").open("a") as stream:
        stream.write(MORE)
    outcome = credcheck("scan", "-f", "concise")
    assert outcome.code == 1
    assert len(outcome.out.splitlines()) == 1
    assert (news / ".credcheck-baseline").read_text("utf-8") == known


def test_the_file_shrinks_and_grows_only_when_asked(news: Path, credcheck: Command) -> None:
    credcheck("baseline")
    (news / "a.md").write_text(MORE, "utf-8")
    outcome = credcheck("baseline")
    assert "0 known, 0 taken in, 2 taken out" in outcome.out
    assert "1 new findings are left out; --update takes them in" in outcome.out
    assert "1 taken in" in credcheck("baseline", "--update").out
    assert credcheck("scan").code == 0


def test_a_rename_is_no_news(news: Path, credcheck: Command) -> None:
    credcheck("baseline")
    (news / "a.md").rename(news / "renamed.md")
    assert credcheck("scan").code == 0


def test_there_is_nothing_to_prune(news: Path, credcheck: Command) -> None:
    outcome = credcheck("baseline", "--prune")
    assert (outcome.code, outcome.err) == (
        2,
        "credcheck: error: --prune: .credcheck-baseline: no such file\n",
    )


def test_prune_and_update_contradict_each_other(news: Path, credcheck: Command) -> None:
    outcome = credcheck("baseline", "--prune", "--update")
    assert (outcome.code, "only one of them" in outcome.err) == (2, True)
