from __future__ import annotations

import codecs
import io
import json
from dataclasses import replace

import pytest

from credcheck.read.files import FoundFile
from credcheck.read.records import BAD_RECORDS_MAX, records
from credcheck.settings import Settings
from credcheck.types import Document, Meta

SETTINGS = Settings()


def rows(data: bytes | str, format: str, settings: Settings = SETTINGS) -> list[Document]:
    stream = io.BytesIO(data if isinstance(data, bytes) else data.encode())
    return list(records(FoundFile(f"f.{format}", "/x/f", format), stream, settings))


def faults(documents: list[Document]) -> list[tuple[str, str]]:
    return [(fault.rule, fault.message) for one in documents for fault in one.faults]


def test_a_record_is_a_document_with_what_the_file_says_of_it() -> None:
    record = {
        "text": "First line.\r\nSecond 😀\u2028line.",
        "id": 17,
        "source": "The Gazette",
        "title": " A title ",
        "author": "A. Writer",
        "date": "2024-03-11",
    }
    (read,) = rows(json.dumps(record) + "\n", "jsonl")
    assert (read.id, read.raw) == ("f.jsonl#17", record["text"])
    assert read.meta == Meta("A title", "A. Writer", "2024-03-11", "The Gazette")
    assert (read.source.path, read.source.record) == ("f.jsonl", 0)
    assert not read.source.writable


def test_the_fields_can_be_named() -> None:
    settings = replace(SETTINGS, text_field="body", id_field="url", source_field="paper")
    (read,) = rows('{"body": "Some text", "url": "u/1", "paper": "P"}', "jsonl", settings)
    assert (read.id, read.raw, read.meta.site) == ("f.jsonl#u/1", "Some text", "P")


def test_records_without_an_id_are_numbered_and_no_two_are_called_the_same() -> None:
    lines = ['{"text": "a"}', '{"text": "b", "id": "1"}', '{"text": "c", "id": "1"}']
    found = rows("\n".join(lines), "jsonl")
    assert [read.id for read in found] == ["f.jsonl#1", "f.jsonl#1~2", "f.jsonl#1~3"]


def test_bad_records_are_faults_that_name_line_and_field_and_the_rest_is_read() -> None:
    lines = ['{"text": "a"}', "", "{oops", "[1]", '{"body": "x"}', '{"text": null}', '{"text": ""}']
    found = rows("\n".join([*lines, '{"text": "z"}']), "jsonl")
    assert [read.raw for read in found if not read.faults] == ["a", "z"]
    assert faults(found) == [
        (
            "ERR004",
            "line 3, column 2: not JSON (expecting property name enclosed in double quotes)",
        ),
        ("ERR004", "line 4: a list, not an object with fields"),
        ("ERR004", 'line 5: no field "text"; there are "body"'),
        ("ERR004", 'line 6: field "text" is null, not text'),
        ("ERR003", 'line 7: field "text" is empty'),
    ]


def test_json_that_is_nested_too_deep_or_holds_a_huge_number() -> None:
    deep = "[" * 100_000
    huge = '{"text": ' + "9" * 5000 + "}"
    found = rows(f'{{"text": "a"}}\n{deep}\n{huge}\n{{"text": "b"}}', "jsonl")
    assert [read.raw for read in found] == ["a", "", "", "b"]


def test_half_a_character_in_json_is_undecodable() -> None:
    (read,) = rows(r'{"text": "a\ud83d b \ud83d\ude00"}', "jsonl")
    assert read.raw == "a\ufffd b 😀"
    assert faults([read]) == [("BRK105", "half of a character (an unpaired surrogate)")]


def test_lone_bytes_in_a_record() -> None:
    (read,) = rows('{"text": "naïve it'.encode() + b'\x92s"}', "jsonl")
    assert read.raw == "naïve it\ufffds"
    assert faults([read]) == [("BRK105", "a byte that is no text in utf-8 (0x92)")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_records_in_other_encodings(encoding: str) -> None:
    line = json.dumps({"text": "café “a” b"}, ensure_ascii=False)
    assert [read.raw for read in rows(f"{line}\n{line}\n".encode(encoding), "jsonl")] == [
        "café “a” b",
        "café “a” b",
    ]


def test_a_file_without_the_field_is_one_fault_however_long() -> None:
    named = FoundFile("f.jsonl", "/x/f", "jsonl")
    data = b'{"body": "x"}\n' * 5000
    (read,) = records(named, io.BytesIO(data), SETTINGS)
    assert read.faults[0].rule == "ERR005"
    assert 'line 1: no field "text"; there are "body"' in read.faults[0].message
    assert read.faults[0].severity == "error"
    (read,) = records(replace(named, is_named=False), io.BytesIO(data), SETTINGS)
    assert read.faults[0].severity == "warning"


def test_a_file_of_nothing_but_bad_lines_is_given_up() -> None:
    (read,) = rows("nonsense\n" * (BAD_RECORDS_MAX + 5), "jsonl")
    assert read.faults[0].rule == "ERR005"
    assert len(rows("nonsense\n" * 3, "jsonl")) == 3


def test_no_records_and_binary_data() -> None:
    assert [code for code, _ in faults(rows("", "jsonl"))] == ["ERR003"]
    assert [code for code, _ in faults(rows("", "csv"))] == ["ERR003"]
    assert [code for code, _ in faults(rows(bytes(range(256)), "csv"))] == ["ERR002"]


def test_csv_with_quotes_newlines_and_a_mark() -> None:
    data = codecs.BOM_UTF8 + b'id,text\r\n7,"a ""b"",\r\nsecond"\r\n\r\n8,plain\r\n'
    found = rows(data, "csv")
    assert [(read.id, read.raw) for read in found] == [
        ("f.csv#7", 'a "b",\r\nsecond'),
        ("f.csv#8", "plain"),
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_of_other_delimiters(delimiter: str) -> None:
    found = rows(f"id{delimiter}text\n1{delimiter}a b\n", "csv")
    assert [read.raw for read in found] == ["a b"]


def test_csv_with_a_huge_field() -> None:
    text = "word " * 60_000
    assert rows(f'text\n"{text}"\n', "csv")[0].raw == text


def test_csv_faults_name_the_line_and_the_rest_is_read() -> None:
    found = rows('id,text\n1,a,b\n2,"c\nd"\n3,"e"x\n4,f\n5,"open\n6,g\n', "csv")
    assert [read.raw for read in found if not read.faults] == ["c\nd", "f"]
    assert faults(found) == [
        ("ERR004", "line 2: 3 fields, where the first line has 2"),
        ("ERR004", "line 5: ',' expected after '\"'"),
        ("ERR004", "line 7: a quotation mark is opened and never closed; the rest was not read"),
    ]


def test_csv_without_the_column_says_which_there_are() -> None:
    assert faults(rows("a,b\n1,2\n3,4\n", "csv")) == [
        ("ERR005", 'no column "text"; there are "a", "b"')
    ]


def test_records_come_one_at_a_time() -> None:
    class Counted(io.BytesIO):
        def readinto(self, buffer: object) -> int:
            raise AssertionError("not used")

    data = b'{"text": "some words"}\n' * 200_000
    stream = io.BytesIO(data)
    found = records(FoundFile("f.jsonl", "/x/f", "jsonl"), stream, SETTINGS)
    assert next(found).raw == "some words"
    assert stream.tell() < len(data) / 2
    found.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "value",
    [
        [{"text": "a\nb", "id": "x"}, {"text": "c"}],
        {"count": 2, "articles": [{"text": "a\nb", "id": "x"}, {"text": "c"}]},
    ],
)
def test_one_json_value_holds_records(value: object) -> None:
    read = rows(json.dumps(value, indent=1), "json")
    assert [(one.id, one.raw) for one in read] == [("f.json#x", "a\nb"), ("f.json#2", "c")]
    assert not read[0].source.writable


def test_one_json_object_is_an_article() -> None:
    assert [one.raw for one in rows('{"text": "a", "tags": []}', "json")] == ["a"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ('{"text": "a"', "line 1, column 13: not JSON"),
        ('[{"body": "a"}]', 'record 1: no field "text"; there are "body"'),
        ("[1]", "record 1: a number, not an object"),
        ("[]", "the file holds no records"),
    ],
)
def test_json_that_holds_no_article_says_why(data: str, message: str) -> None:
    ((_, said),) = faults(rows(data, "json"))
    assert message in said


def test_fields_left_empty_are_told_from_those_that_are_not_there() -> None:
    empty, full = {"text": "A.", "author": "", "date": None}, {"text": "A.", "links": ["a", "b"]}
    (one, two) = rows(json.dumps(empty) + "\n" + json.dumps(full) + "\n", "jsonl")
    assert one.meta == Meta(byline="", date="")
    assert two.meta == Meta(links=2)
