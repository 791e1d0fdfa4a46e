from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.read.encodings import LOST, decode, encoding_of_head, without_surrogates

TEXT = "Café “quoted” — 5 °C 😀\r\nSecond line.\r\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_names_the_encoding_and_is_no_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + TEXT.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.bom) == (TEXT, encoding, True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_unicode_without_a_mark(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.bom) == (TEXT, encoding, False)


def test_utf16_of_another_script_without_a_mark() -> None:
    text = "موسم آج خوشگوار رہے گا۔ بارش 2024 میں\n" * 3
    assert decode(text.encode("utf-16-le")).text == text


def test_windows_1252_is_read_as_such() -> None:
    text = "The café’s owner said: “It cost £5.” – twice\n"
    decoded = decode(text.encode("cp1252"))
    assert (decoded.text, decoded.encoding, decoded.lost) == (text, "cp1252", ())


def test_lone_bytes_in_utf8_are_lost_characters_in_their_place() -> None:
    decoded = decode("é, ü and ".encode() + b"\x92 and \xe2\x80 end")
    assert decoded.text == f"é, ü and {LOST} and {LOST}{LOST} end"
    assert (decoded.encoding, decoded.lost) == ("utf-8", (b"\x92", b"\xe2", b"\x80"))
    assert decoded.places == (9, 15, 16)


def test_a_replacement_character_of_the_file_itself_is_not_lost() -> None:
    decoded = decode(f"é {LOST} ".encode() + b"\xff")
    assert (decoded.text, decoded.places) == (f"é {LOST} {LOST}", (4,))


def test_utf16_cut_in_the_middle_of_a_character() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\x3d\xd8\x00")
    assert (decoded.text, decoded.lost) == (f"ab{LOST}{LOST}", (b"\x3d\xd8", b"\x00"))


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"%PDF-1.7\n1 0 obj << >> endobj",
        bytes(range(256)) * 20,
        b"\x7fELF" + b"\x00" * 500,
        b"a\x00b\x01c\x00\x02d",
    ],
)
def test_binary_data_is_no_text(data: bytes) -> None:
    with pytest.raises(ValueError, match="binary"):
        decode(data)


@pytest.mark.parametrize(
    ("text", "newline"),
    [("a\r\nb\r\nc\n", "\r\n"), ("a\rb", "\r"), ("a\nb\r\n c\n", "\n"), ("none", "\n")],
)
def test_the_commonest_line_end(text: str, newline: str) -> None:
    assert decode(text.encode()).newline == newline


def test_the_head_of_a_file_may_end_inside_a_character() -> None:
    head = "one word é".encode()
    assert encoding_of_head(head[:-1]) == ("utf-8", 0)
    assert encoding_of_head(codecs.BOM_UTF8 + head) == ("utf-8", 3)


@given(st.binary(max_size=200))
def test_no_bytes_give_surrogates_or_an_other_error(data: bytes) -> None:
    try:
        decoded = decode(data)
    except ValueError:
        return
    decoded.text.encode("utf-8")
    assert all(decoded.text[place] == LOST for place in decoded.places)
    assert len(decoded.places) == len(decoded.lost)


@given(st.text())
def test_utf8_is_read_as_it_is_written(text: str) -> None:
    data = text.encode()
    if data.startswith(codecs.BOM_UTF8):
        text = text[1:]
    try:
        decoded = decode(data)
    except ValueError:
        return
    assert decoded.text == text


def test_lone_surrogates_are_replaced() -> None:
    assert without_surrogates("a\ud83d b") == (f"a{LOST} b", (1,))
    assert without_surrogates("a 😀") == ("a 😀", ())
