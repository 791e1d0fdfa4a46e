from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.read.article import article
from credcheck.read.encode import EncodeError, encode
from credcheck.read.files import FoundFile
from credcheck.types import Document

MARKS = (b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE)


def document(data: bytes, format: str = "txt") -> Document:
    return article(FoundFile("a.txt", "/x/a.txt", format), data)


@given(st.sampled_from(MARKS), st.binary(max_size=120))
def test_what_was_read_is_written_again_byte_for_byte(mark: bytes, data: bytes) -> None:
    read = document(mark + data)
    if read.source.writable:
        assert encode(read, read.raw) == mark + data


@given(st.lists(st.sampled_from([b"caf\xc3\xa9", b" ", b"\x92", b"\r\n", b"\xe2\x80", b"word"])))
def test_text_with_lone_bytes_goes_both_ways(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    read = document(data)
    if read.raw:
        assert encode(read, read.raw) == data


def test_a_change_leaves_every_other_byte_alone() -> None:
    data = codecs.BOM_UTF8 + "é 😀 teh end\r\nnext ".encode() + b"\x92 line\r\n"
    read = document(data)
    mended = encode(read, read.raw.replace("teh", "the"))
    assert mended == data.replace(b"teh", b"the")


def test_of_lost_bytes_one_mended_the_others_stay() -> None:
    data = "é ü\nit".encode() + b"\x92s\nlone \xff here\n"
    read = document(data)
    place = read.raw.index("\ufffd")
    mended = read.raw[:place] + "’" + read.raw[place + 1 :]
    assert encode(read, mended) == "é ü\nit’s\nlone ".encode() + b"\xff here\n"


def test_of_lost_bytes_on_one_line_one_mended_the_others_stay() -> None:
    data = "é ü it".encode() + b"\x92s one, it\x93s two, it\x94s three\n"
    read = document(data)
    places = [place for place, character in enumerate(read.raw) if character == "\ufffd"]
    for place, byte in zip(places, (b"\x92", b"\x93", b"\x94"), strict=True):
        mended = read.raw[:place] + "’" + read.raw[place + 1 :]
        assert encode(read, mended) == data.replace(byte, "’".encode())


def test_a_guess_at_a_lost_byte_is_never_written() -> None:
    read = document("é ü it".encode() + b"\x92s, it\x93s\n")
    with pytest.raises(EncodeError, match=r"^a\.txt: it is not clear which"):
        encode(read, "wholly other text \ufffd here")


def test_a_character_the_encoding_has_no_place_for_is_an_error_that_names_it() -> None:
    read = document("Caf\xe9 said: \u201cyes\u201d twice".encode("cp1252"))
    with pytest.raises(EncodeError, match=r"^a\.txt: 'ا' \(U\+0627\) cannot be written in cp1252"):
        encode(read, read.raw + "ا")


def test_a_page_is_not_written_back() -> None:
    read = document(b"<p>A short page.</p>", "html")
    with pytest.raises(EncodeError, match=r"a\.txt: cannot be written back"):
        encode(read, read.raw)
