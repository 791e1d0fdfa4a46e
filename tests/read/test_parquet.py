from __future__ import annotations

import datetime
import io
import sys
from dataclasses import replace
from typing import Any

import pytest

from credcheck.read.files import FoundFile
from credcheck.read.parquet import BATCH_ROWS, table
from credcheck.settings import Settings
from credcheck.types import Document, Meta

SETTINGS = Settings()
FILE = FoundFile("a.parquet", "/x/a.parquet", "parquet")


def written(columns: dict[str, list[Any]]) -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    data = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), data)
    return data.getvalue()


def read(data: bytes, settings: Settings = SETTINGS) -> list[Document]:
    return list(table(FILE, io.BytesIO(data), settings))


def codes(documents: list[Document]) -> list[str]:
    return [fault.rule for one in documents for fault in one.faults]


def test_a_row_is_a_document_with_what_the_table_says_of_it() -> None:
    date = datetime.date(2024, 3, 11)
    data = written(
        {"text": ["One.\r\nTwo."], "id": [7], "title": ["T"], "date": [date], "x": [1.5]}
    )
    (document,) = read(data)
    assert (document.id, document.raw) == ("a.parquet#7", "One.\r\nTwo.")
    assert (document.source.record, document.source.format) == (0, "parquet")
    assert document.meta == Meta("T", None, "2024-03-11", None)


def test_all_batches_are_read_in_order() -> None:
    texts = [f"text {n}" for n in range(2 * BATCH_ROWS + 3)]
    assert [document.raw for document in read(written({"text": texts}))] == texts


def test_the_fields_can_be_named() -> None:
    settings = replace(Settings(), text_field="body", id_field="url")
    (document,) = read(written({"body": ["x"], "url": ["u"]}), settings)
    assert (document.id, document.raw) == ("a.parquet#u", "x")


def test_rows_without_text_are_faults_and_the_others_are_read() -> None:
    found = read(written({"text": ["a", None, " ", "b"]}))
    assert [document.raw for document in found if not document.faults] == ["a", "b"]
    assert codes(found) == ["ERR004", "ERR003"]
    assert found[1].faults[0].message == 'row 2: field "text" is null, not text'
    assert found[2].faults[0].message.startswith("row 3: ")


def test_a_table_without_such_a_column_holds_no_articles() -> None:
    (document,) = read(written({"body": ["a"]}))
    assert codes([document]) == ["ERR005"]
    assert document.faults[0].message == 'no column "text"; there are "body"'


def test_bytes_are_text_in_utf_8() -> None:
    (document,) = read(written({"text": ["é".encode() + b"\xff"]}))
    assert document.raw == "é\ufffd"
    assert codes([document]) == ["BRK105"]


@pytest.mark.parametrize("cut", [0, 4, 30, -4])
def test_a_broken_file_is_a_fault(cut: int) -> None:
    data = written({"text": ["a" * 100, "b"]})
    found = read(b"PAR1" if cut == 0 else data[:cut])
    assert codes(found) == ["ERR008"]


def test_damage_inside_is_a_fault_of_the_record() -> None:
    data = written({"text": [f"a text of some length, number {n}" for n in range(300)]})
    found = read(data[:40] + b"\xff" * 60 + data[100:])
    assert set(codes(found)) <= {"ERR004", "ERR005", "ERR008"}
    assert codes(found)


def test_without_the_extra_the_file_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (document,) = read(b"PAR1")
    assert codes([document]) == ["ERR007"]
    assert "credcheck[parquet]" in document.faults[0].message
