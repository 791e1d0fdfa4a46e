from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path

import pytest

from credcheck.read import open_item, read, warc
from credcheck.read.files import FoundFile
from credcheck.settings import Settings
from credcheck.types import Document

FILE = FoundFile("a.warc", "/x/a.warc", "warc")
SITE = "https://a.example"
STORY = "<html><body><article><p>" + "The port closed on Monday after the storm. " * 8
STORY += "</p></article></body></html>"


def record(kind: str, address: str, body: bytes, told: str = "application/http") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"WARC-Date: 2024-03-11T00:00:00Z\r\nContent-Type: {told}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def response(
    address: str, page: str = STORY, told: str = "text/html", status: str = "200 OK"
) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {told}\r\n\r\n"
    return record("response", address, head.encode() + page.encode())


def opened(data: bytes, file: FoundFile = FILE) -> list[Document]:
    pytest.importorskip("warcio")
    return [open_item(item) for item in warc.pages(file, io.BytesIO(data), Settings())]


def test_pages_are_documents_called_by_their_address() -> None:
    data = record("warcinfo", "x", b"software: x\r\n", "application/warc-fields")
    data += response(f"{SITE}/1") + response(f"{SITE}/1", "plain", "text/plain")
    first, second = opened(data)
    assert first.id == f"a.warc#{SITE}/1"
    assert first.raw.startswith("The port closed on Monday")
    assert (first.source.record, first.source.format) == (1, "warc")
    assert {block.line for block in first.source.blocks} == {0}
    assert (second.id, second.raw) == (f"a.warc#{SITE}/1~2", "plain")
    assert not second.source.writable


def test_what_is_no_page_is_passed_over() -> None:
    data = response(f"{SITE}/1", told="image/png") + response(f"{SITE}/2", status="404 Not Found")
    data += record("request", f"{SITE}/3", b"GET / HTTP/1.1\r\n\r\n")
    (document,) = opened(data)
    assert [fault.rule for fault in document.faults] == ["ERR003"]


def test_compressed_archives_are_found_and_read(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    members = gzip.compress(response(f"{SITE}/1")) + gzip.compress(response(f"{SITE}/2"))
    (tmp_path / "a.warc.gz").write_bytes(members)
    (tmp_path / "b.tar.gz").write_bytes(b"not ours")
    found = list(read([tmp_path], Settings(), root=tmp_path))
    assert [document.id for document in found] == [f"a.warc.gz#{SITE}/1", f"a.warc.gz#{SITE}/2"]


@pytest.mark.parametrize("rest", [40, 150, 263])
@pytest.mark.parametrize("tail", [b"", b"\xff" * 60])
def test_pages_before_the_damage_are_read(rest: int, tail: bytes) -> None:
    one, two = gzip.compress(response(f"{SITE}/1")), response(f"{SITE}/2")
    for broken in (one + gzip.compress(two)[: min(rest, 200)] + tail, one + two[:rest]):
        first, *others = opened(broken)
        assert first.id == f"a.warc#{SITE}/1"
        assert [fault.rule for each in others for fault in each.faults][-1:] == ["ERR008"]


def test_an_archive_that_is_cut_off_says_so() -> None:
    whole = response(f"{SITE}/1") + response(f"{SITE}/2")
    for cut in (40, 100, 500):
        assert [f.rule for one in opened(whole[:-cut]) for f in one.faults] == ["ERR008"]
    assert not [f for one in opened(whole) for f in one.faults]


@pytest.mark.parametrize("data", [b"nothing at all", b"\x1f\x8b\x08\x00 broken", b"\x00" * 90])
def test_what_is_no_archive_is_a_fault(data: bytes) -> None:
    (document,) = opened(data)
    assert {fault.rule for fault in document.faults} <= {"ERR003", "ERR008"}
    assert document.faults


def test_a_page_longer_than_any_article_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "PAGE_BYTES_MAX", 100)
    first, second = opened(response(f"{SITE}/1") + response(f"{SITE}/2", "short", "text/plain"))
    assert [fault.rule for fault in first.faults] == ["ERR004"]
    assert (second.raw, second.source.record) == ("short", 1)


def test_without_the_extra_the_file_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    found = [open_item(item) for item in warc.pages(FILE, io.BytesIO(b"x"), Settings())]
    assert [(f.rule, "credcheck[warc]" in f.message) for f in found[0].faults] == [("ERR007", True)]


def test_a_wrong_length_is_told_and_nothing_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    first = response(f"{SITE}/1")
    wrong = first.replace(b"\r\nContent-Length: 440", b"\r\nContent-Length: 400")
    assert wrong != first
    found = opened(wrong + response(f"{SITE}/2"))
    assert [(f.rule, f.severity) for one in found for f in one.faults][-1][0] == "ERR008"
    assert capsys.readouterr() == ("", "")
