"""What people complain of in tools like this one: ten complaints, a test for each."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from credcheck.report import formats
from credcheck.rules import names as rule_names
from tests.cli.conftest import DAMAGED, Command, credcheck, folder, news
from tests.test_main import HEAVY, loaded, roots

__all__ = ["credcheck", "folder", "news"]

EMOJI = "Ferries 🚢🚢 leave\r\n\r\nThe 👩‍🌾 came at noon , and left again by the évening boat.\r\n"


def test_1_legacy_noise_blocks_adoption(news: Path, credcheck: Command) -> None:
    assert credcheck("scan").code == 1
    credcheck("baseline")
    assert credcheck("scan").code == 0
    with (news / "b.txt").open("a") as stream:
        stream.write("\nA new line came in at ten , and stayed.\n")
    outcome = credcheck("scan", "-f", "concise")
    assert (outcome.code, len(outcome.out.splitlines())) == (1, 1)


def test_2_text_on_screen_and_a_file_from_one_run(news: Path, credcheck: Command) -> None:
    outcome = credcheck("scan", "-o", "report.json", "-o", "md:summary.md")
    assert "gate FAILED" in outcome.out
    assert json.loads((news / "report.json").read_text("utf-8"))["gate"]["passed"] is False
    assert (news / "summary.md").read_text("utf-8").startswith("## credcheck: gate failed")


def test_3_exit_codes_depend_on_the_format(news: Path, credcheck: Command) -> None:
    files = [f"{name}:out.{name}" for name in formats.names()]
    wanted = [word for file in files for word in ("-o", file)]
    for name in formats.names():
        assert credcheck("scan", "-f", name, "--select", "BRK").code == 1, name
    assert credcheck("scan", "--exit-zero", *wanted).code == 0
    assert all((news / f"out.{name}").stat().st_size for name in formats.names())


@pytest.mark.parametrize(
    "arguments", [("nowhere",), ("--include", "*.nothing"), ("--exclude", "*")]
)
def test_4_nothing_was_checked_and_ci_is_green(
    news: Path, credcheck: Command, arguments: tuple[str, ...]
) -> None:
    assert credcheck("scan", *arguments).code == 2


def found_in(name: str, text: str) -> tuple[int, int]:
    """Line and column (in the unit of the format) of the one finding of a report."""
    if name == "sarif":
        region = json.loads(text)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
        return region["region"]["startLine"], region["region"]["startColumn"]
    if name == "rdjson":
        start = json.loads(text)["diagnostics"][0]["location"]["range"]["start"]
        return start["line"], start["column"]
    if name == "json":
        place = json.loads(text)["findings"][0]["location"]
        return place["line"], place["column"]
    if name == "jsonl":
        place = next(json.loads(x)["finding"] for x in text.splitlines() if '"finding"' in x)
        return place["location"]["line"], place["location"]["column"]
    if name == "junit":
        case = ET.fromstring(text).find(".//testcase")
        assert case is not None
        place = (case.get("name") or "").split()[-1].split(":")
        return int(place[0]), int(place[1])
    found = re.search(r"line=(\d+).*?col=(\d+)|(\d+):(\d+)", text)
    assert found is not None
    line, column = [number for number in found.groups() if number]
    return int(line), int(column)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
def test_5_wrong_offsets_with_emoji(folder: Path, credcheck: Command, mark: bytes) -> None:
    (folder / "a.txt").write_bytes(mark + EMOJI.encode())
    line = EMOJI.split("\r\n")[2]
    before = line[: line.index("noon")]
    units = {
        "sarif": len(before.encode("utf-16-le")) // 2,
        "rdjson": len(before.encode()),
    }
    for name in ("json", "jsonl", "text", "concise", "github", "junit", "md", "sarif", "rdjson"):
        text = credcheck("scan", "-f", name, "--select", "BRK303").out
        assert found_in(name, text) == (3, 1 + units.get(name, len(before))), name


def test_6_suppressed_in_one_output_and_shown_in_another(folder: Path, credcheck: Command) -> None:
    (folder / "a.md").write_text("<!-- credcheck: ignore-file BRK303 -->\n\n" + DAMAGED)
    for name in sorted(set(formats.names()) - {"json", "jsonl", "sarif", "html"}):
        assert "BRK303" not in credcheck("scan", "-f", name, "--ignore", "BRK202").out, name
    found = json.loads(credcheck("scan", "-f", "json").out)["findings"]
    assert {row["status"] for row in found if row["code"] == "BRK303"} == {"suppressed"}
    results = json.loads(credcheck("scan", "-f", "sarif").out)["runs"][0]["results"]
    assert all("suppressions" in row for row in results if row["ruleId"] == "BRK303")
    assert credcheck("scan", "--ignore", "BRK202").code == 0


def test_7_one_bad_file_kills_the_run(news: Path, credcheck: Command) -> None:
    (news / "empty.txt").write_bytes(b"")
    (news / "picture.txt").write_bytes(bytes(range(256)) * 8)
    (news / "broken.jsonl").write_text('{"text": "One."}\n{"text": \n')
    (news / "latin.txt").write_bytes(b"The caf\xe9 was open , they said.\n")
    (news / "loop.txt").symlink_to("loop.txt")
    outcome = credcheck("scan", "-f", "json")
    found = json.loads(outcome.out)
    assert outcome.code == 1
    assert {"a.md", "b.txt", "latin.txt"} <= {file["path"] for file in found["files"]}
    assert {"ERR002", "ERR003", "ERR004", "BRK303"} <= {row["code"] for row in found["findings"]}


def test_8_pre_commit_bypasses_excludes(news: Path, credcheck: Command) -> None:
    (news / "credcheck.toml").write_text('exclude = ["a.md"]\n')
    assert credcheck("scan", "a.md").code == 1
    assert credcheck("scan", "a.md", "--force-exclude", "--allow-empty").code == 0
    assert credcheck("scan", "a.md", "b.txt", "--force-exclude").code == 0


def test_9_hidden_network_use_and_slow_start(
    news: Path, credcheck: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("something reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    assert credcheck("scan").code == 1
    assert not roots(loaded("--version")) & HEAVY


def test_10_unexplained_verdicts(news: Path, credcheck: Command) -> None:
    outcome = credcheck("scan", "-o", "r.json")
    found = json.loads((news / "r.json").read_text("utf-8"))
    for row in found["findings"]:
        assert row["message"]
        assert row["location"]["quote"]["exact"]
        assert credcheck("explain", row["code"]).code == 0
        assert row["evidence"] or row["fix"] or row["score"] is not None
        assert row["url"] == f"rules/{row['code']}.html"
    for text in (outcome.out, json.dumps(found["files"])):
        assert not re.search(r"\b(true|fake|false|verified|credib)", text.casefold())
    assert all(code in rule_names() for file in found["files"] for code in file["counts"])
    figures = Path(formats.__file__).parents[3] / "benchmarks" / "accuracy"
    for name in ("broken", "spun", "support"):
        assert re.search(
            r"(?i)alarms?\b|precision|wrong", (figures / f"{name}.md").read_text("utf-8")
        ), name
