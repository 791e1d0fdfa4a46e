"""Every format over one report: the same findings, the right places, nothing left unescaped."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Any

import pytest

from credcheck.report import formats
from credcheck.report.rows import PositionEncoding, View
from credcheck.report.style import Style
from credcheck.report.view import view
from tests.report.made import FERRY, report

CODES = ["BRK102", "SPN104", "BRK303", "BRK202"]


def rendered(name: str, encoding: PositionEncoding = "utf-32", style: Style | None = None) -> str:
    rows = view(report(), formats.position_encoding(name, encoding))
    return "".join(formats.load(name).render(rows, style or Style()))


def test_formats_are_found_by_being_there() -> None:
    assert {"text", "concise", "table", "json", "jsonl", "sarif", "md"} <= set(formats.names())
    with pytest.raises(KeyError):
        formats.load("cobol")


@pytest.mark.parametrize("name", sorted(set(formats.names()) - {"table"}))
def test_every_format_names_every_finding_that_counts(name: str) -> None:
    text = rendered(name)
    assert all(code in text for code in CODES)


@pytest.mark.parametrize(
    "name", ["text", "concise", "github", "gitlab", "junit", "rdjson", "md", "annotations"]
)
def test_suppressed_in_one_is_suppressed_in_all(name: str) -> None:
    assert "SPN105" not in rendered(name)


@pytest.mark.parametrize("name", formats.names())
def test_the_same_report_is_the_same_bytes(name: str) -> None:
    assert rendered(name) == rendered(name)


@pytest.mark.parametrize("name", formats.names())
def test_an_empty_report_is_no_trouble(name: str) -> None:
    empty = view(report(findings=()))
    bare = View(
        **{
            **{field: getattr(empty, field) for field in View.__slots__},
            "files": (),
            "alignments": (),
            "groups": (),
            "claims": (),
            "notices": (),
        }
    )
    assert isinstance("".join(formats.load(name).render(bare, Style())), str)


def at(data: bytes, width: int, start: int, end: int) -> str:
    codec = {1: "utf-8", 2: "utf-16-le", 4: "utf-32-le"}[width]
    return data[width * start : width * end].decode(codec)


def by_offsets(name: str, width: int) -> Iterator[tuple[str, str]]:
    """(quoted, found at the offsets) of each finding of a format that gives offsets."""
    codec = {1: "utf-8", 2: "utf-16-le", 4: "utf-32-le"}[width]
    data = FERRY.encode(codec)
    found: Any = json.loads(rendered(name))
    if name == "sarif":
        for result in found["runs"][0]["results"]:
            region = result["locations"][0]["physicalLocation"]["region"]
            start = region["charOffset"]
            yield region["snippet"]["text"], at(data, width, start, start + region["charLength"])
    elif name == "annotations":
        for item in found["items"]:
            quote, position = item["target"]["selector"]
            yield quote["exact"], at(data, width, position["start"], position["end"])
    else:
        for row in found["findings"]:
            place = row["location"]
            yield place["quote"]["exact"], at(data, width, place["start"], place["end"])


@pytest.mark.parametrize(("name", "width"), [("json", 4), ("sarif", 2), ("annotations", 4)])
def test_offsets_lead_to_the_words_past_emoji_and_crlf(name: str, width: int) -> None:
    pairs = list(by_offsets(name, width))
    assert len(pairs) >= len(CODES)
    assert all(quoted == found for quoted, found in pairs)


@pytest.mark.parametrize(("encoding", "width"), [("utf-32", 4), ("utf-16", 2), ("utf-8", 1)])
def test_json_counts_in_the_unit_asked_for(encoding: PositionEncoding, width: int) -> None:
    found = json.loads(rendered("json", encoding))
    codec = {1: "utf-8", 2: "utf-16-le", 4: "utf-32-le"}[width]
    data = FERRY.encode(codec)
    assert found["position_encoding"] == encoding
    for row in found["findings"]:
        place = row["location"]
        assert at(data, width, place["start"], place["end"]) == place["quote"]["exact"]


def columns(name: str) -> list[tuple[int, int]]:
    """Line and column of the markup finding in formats that give them."""
    text = rendered(name)
    if name == "concise":
        line = next(line for line in text.splitlines() if "BRK202" in line)
        return [tuple(map(int, line.split(":")[1:3]))]  # type: ignore[list-item]
    if name == "rdjson":
        rows = json.loads(text)["diagnostics"]
        starts = [r["location"]["range"]["start"] for r in rows if r["code"]["value"] == "BRK202"]
        return [(start["line"], start["column"]) for start in starts]
    line = next(line for line in text.splitlines() if line.startswith("::") and "BRK202" in line)
    fields = dict(pair.split("=") for pair in line.split("::")[1].split(" ", 1)[1].split(","))
    return [(int(fields["line"]), int(fields["col"]))]


@pytest.mark.parametrize(
    ("name", "codec", "width"),
    [("concise", "utf-32-le", 4), ("github", "utf-32-le", 4), ("rdjson", "utf-8", 1)],
)
def test_columns_are_right_on_the_emoji_line(name: str, codec: str, width: int) -> None:
    line = FERRY.split("\r\n")[2]
    column = 1 + len(line[: line.index("<b>")].encode(codec)) // width
    assert columns(name) == [(3, column)]


def test_xml_is_well_formed_whatever_the_message() -> None:
    root = ET.fromstring(rendered("junit"))
    assert [suite.get("tests") for suite in root] == ["4", "1", "3"]
    assert len(root.findall(".//failure")) == 2 + 1
