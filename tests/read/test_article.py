from __future__ import annotations

from credcheck.read.article import article, unreadable
from credcheck.read.files import FoundFile
from credcheck.types import Document, Edit, Span

FILE = FoundFile("a.txt", "/x/a.txt")


def codes(document: Document) -> list[str]:
    return [fault.rule for fault in document.faults]


def test_text_is_kept_as_it_is() -> None:
    text = "One 😀\r\n\r\nTwo\tthree\x00 four \n" * 3
    read = article(FILE, text.encode())
    assert (read.raw, read.text, read.faults) == (text, text, ())
    assert (read.id, read.source.path, read.source.writable) == ("a.txt", "a.txt", True)


def test_no_bytes_and_no_words_are_faults() -> None:
    assert codes(article(FILE, b"")) == ["ERR003"]
    assert codes(article(FILE, b" \r\n ")) == ["ERR003"]
    assert codes(article(FILE, b"\xef\xbb\xbf")) == ["ERR003"]


def test_binary_data_is_a_fault_without_text() -> None:
    read = article(FILE, bytes(range(256)))
    assert (codes(read), read.raw, read.source.writable) == (["ERR002"], "", False)


def test_undecodable_bytes_are_broken_text_with_exact_spans_and_a_repair() -> None:
    read = article(FILE, "naïve, it".encode() + b"\x92s \xe2\x80 cut")
    assert codes(read) == ["BRK105", "BRK105"]
    first, second = read.faults
    assert (first.span, second.span) == (Span(9, 10), Span(12, 14))
    assert first.edit == Edit(Span(9, 10), "’", "’ in Windows-1252", "unsafe")
    assert first.message == "a byte that is no text in utf-8 (0x92)"
    assert second.edit is None
    assert second.message == "2 bytes that are no text in utf-8 (0xE2 0x80)"


def test_standard_input_is_not_written_back() -> None:
    assert not article(FoundFile("-", None), b"text").source.writable


def test_an_unreadable_file_says_why() -> None:
    read = unreadable(FILE, "permission denied")
    assert read.faults[0].message == "cannot be read: permission denied"
