from __future__ import annotations

import json
from pathlib import Path

import pytest

from credcheck.report import formats
from tests.cli.conftest import Command


def test_a_damaged_file_fails_and_a_clean_one_passes(news: Path, credcheck: Command) -> None:
    assert credcheck("scan").code == 1
    outcome = credcheck("scan", "b.txt")
    assert (outcome.code, outcome.err) == (0, "")
    assert "gate passed" in outcome.out


@pytest.mark.parametrize("format", formats.names())
def test_exit_codes_are_the_same_in_every_format(
    news: Path, credcheck: Command, format: str
) -> None:
    assert credcheck("scan", "-f", format).code == 1
    assert credcheck("scan", "-f", format, "b.txt").code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--fail-on", "never"), 0),
        (("--fail-on", "never", "--max", "broken=0"), 1),
        (("--fail-on", "never", "--max", "broken=1"), 0),
        (("--fail-on", "never", "--max", "broken=0@corpus"), 1),
        (("--fail-on", "never", "--min", "quality=100"), 1),
        (("--fail-on", "never", "--min", "quality=0"), 0),
        (("--ignore", "BRK"), 0),
        (("--ignore", "surplus-space,BRK202"), 0),
        (("--select", "SPN"), 0),
        (("--select", "BRK303"), 1),
        (("--exclude", "a.md"), 0),
        (("--include", "*.txt"), 0),
        (("--isolated",), 1),
        (("--config", 'ignore = ["BRK"]'), 0),
        (("--config", 'severity = {BRK303 = "info", BRK202 = "info"}'), 0),
        (("--lang", "en"), 1),
        (("--exit-zero",), 0),
    ],
)
def test_options_decide_what_fails(
    news: Path, credcheck: Command, arguments: tuple[str, ...], code: int
) -> None:
    outcome = credcheck("scan", *arguments)
    assert (outcome.code, outcome.err) == (code, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nowhere",), "nowhere: no such file or folder"),
        (("--select", "BRK999"), 'select: unknown rule "BRK999"'),
        (
            ("--ignore", "glued-word"),
            'ignore: unknown rule "glued-word"; did you mean "glued-words"?',
        ),
        (("--format", "jsno"), '--format: unknown format "jsno"; did you mean "json"?'),
        (("--output", "jsno:x"), '--output: unknown format "jsno"; did you mean "json"?'),
        (("--output", "no/such/x.json"), "--output: no/such/x.json: no such folder no/such"),
        (
            ("--fail-on", "eror"),
            '--fail-on: expected one of error, warning, info, never, got "eror"',
        ),
        (("--max", "spum=0.1"), '--max: unknown metric "spum"; did you mean "spun"?'),
        (("--max", "spun"), '--max: "spun" is not METRIC=LIMIT'),
        (("--max", "spun=x"), '--max: "spun=x": "x" is not a number'),
        (("--max", "spun=2"), "--max: spun is a number from 0 to 1, not 2"),
        (("--max", "spun=0@town"), '--max: "spun=0@town": after @ stands file or corpus'),
        (("--min", "quality=101"), "--min: quality is a number from 0 to 100, not 101"),
        (("--color", "blue"), '--color: expected one of auto, always, never, got "blue"'),
        (("--position-encoding", "utf-7"), "--position-encoding: expected one of utf-32"),
        (("--lang", "English"), '--lang: expected auto or a code such as en, got "English"'),
        (("--engine", "spork"), '--engine: unknown engine "spork"'),
        (("--jobs", "0"), "--jobs: expected a number from 1 on, got 0"),
        (("--config", "selct = []"), '--config: unknown key "selct"; did you mean "select"?'),
        (("--config", "no.toml"), "no.toml: cannot be read: No such file or directory"),
        (("--sources", "no"), "--sources: no: no such file or folder"),
        (("--baseline", "no"), "--baseline: no: No such file or directory"),
        (("--files-from", "no"), "--files-from: no: No such file or directory"),
        (("--formt", "json"), "No such option: --formt"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    news: Path, credcheck: Command, arguments: tuple[str, ...], message: str
) -> None:
    outcome = credcheck("scan", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"credcheck: error: {message}")
    assert outcome.err.count("\n") == 1


def test_nothing_to_check_is_an_error_unless_allowed(folder: Path, credcheck: Command) -> None:
    outcome = credcheck("scan")
    assert outcome.code == 2
    assert "no file to check" in outcome.err
    assert credcheck("scan", "--allow-empty").code == 0


def test_several_outputs_from_one_run(news: Path, credcheck: Command) -> None:
    outcome = credcheck("scan", "-o", "r.json", "-o", "concise:r.txt", "-o", "r.sarif")
    assert "gate FAILED" in outcome.out
    assert json.loads((news / "r.json").read_text("utf-8"))["schema_version"] == "1.0"
    assert (news / "r.txt").read_text("utf-8").startswith("a.md:")
    assert json.loads((news / "r.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_the_report_does_not_depend_on_the_number_of_jobs(news: Path, credcheck: Command) -> None:
    for number in range(30):
        (news / f"{number}.txt").write_text(f"Ship {number} came in at noon , and left again.\n")
    one = credcheck("scan", "-f", "json", "--jobs", "1").out
    assert one == credcheck("scan", "-f", "json", "--jobs", "2").out
    assert len(json.loads(one)["files"]) == 32


def test_standard_input_has_the_name_it_is_given(
    credcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    class Stream(io.StringIO):
        buffer = io.BytesIO(b"The boat came in at noon , and left again.\n")

    monkeypatch.setattr(sys, "stdin", Stream())
    outcome = credcheck("scan", "-", "--stdin-filename", "wire/story.txt", "-f", "concise")
    assert outcome.out.startswith("wire/story.txt:1:")


def test_paths_from_a_file(news: Path, credcheck: Command) -> None:
    (news / "list").write_text("b.txt\n\n")
    outcome = credcheck("scan", "--files-from", "list", "-f", "json")
    assert [file["path"] for file in json.loads(outcome.out)["files"]] == ["b.txt"]


def test_sources_are_compared_with_and_never_reported_on(news: Path, credcheck: Command) -> None:
    outcome = credcheck("scan", "b.txt", "--sources", "a.md", "-f", "json")
    assert [file["path"] for file in json.loads(outcome.out)["files"]] == ["b.txt"]
    assert outcome.code == 0


def test_verbose_says_which_config_was_used(news: Path, credcheck: Command) -> None:
    assert "config: none" in credcheck("scan", "-v").err
    (news / "credcheck.toml").write_text("ignore = ['BRK']\n")
    outcome = credcheck("scan", "-v")
    assert "credcheck.toml" in outcome.err
    assert outcome.code == 0


def test_absolute_paths(news: Path, credcheck: Command) -> None:
    assert str(news / "a.md") in credcheck("scan", "-f", "concise", "--absolute-paths").out


def test_a_step_summary_is_written_on_github(
    news: Path, credcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(news / "summary"))
    credcheck("scan", "-f", "github")
    assert "| a.md |" in (news / "summary").read_text("utf-8")


def test_one_bad_file_does_not_end_the_run(news: Path, credcheck: Command) -> None:
    (news / "c.txt").write_bytes(b"")
    (news / "d.txt").write_bytes(b"\x7fELF\x00\x01\x00\x00" * 40)
    found = json.loads(credcheck("scan", "-f", "json").out)
    codes = {row["path"]: row["code"] for row in found["findings"]}
    assert (codes["c.txt"], codes["d.txt"]) == ("ERR003", "ERR002")
    assert [file["path"] for file in found["files"]] == ["a.md", "b.txt", "c.txt", "d.txt"]
