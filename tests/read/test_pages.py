from __future__ import annotations

import json
import pickle
import subprocess
import sys

import pytest

from credcheck.read.files import FoundFile
from credcheck.read.pages import page, page_text
from credcheck.types import Document, Span
from tests.read.test_page_article import PARAGRAPHS
from tests.read.test_page_article import page as surrounded

FILE = FoundFile("a.html", "/x/a.html", "html")


def read(source: str | bytes) -> Document:
    return page(FILE, source if isinstance(source, bytes) else source.encode())


def article(*extra: str) -> str:
    inner = "".join(f"<p>{text}</p>\n" for text in (*PARAGRAPHS, *extra))
    return surrounded(f"<article>\n<h1>Bridge stays shut</h1>\n{inner}</article>")


def test_the_article_its_meta_and_no_way_to_write_it_back() -> None:
    document = read(
        article('See <a href="/x">the plans of the engineers</a> in the town hall today.')
    )
    assert document.raw.split("\n\n")[:5] == list(PARAGRAPHS)
    assert (document.meta.title, document.meta.links) == ("Bridge stays shut", 1)
    assert not document.source.writable
    assert document.faults == ()
    assert pickle.loads(pickle.dumps(document)) == document


def test_every_block_leads_back_to_the_page() -> None:
    source = article()
    document = read(source)
    lines = source.split("\n")
    assert [block.span.of(document.raw) for block in document.source.blocks] == list(PARAGRAPHS)
    for block, text in zip(document.source.blocks, PARAGRAPHS, strict=True):
        assert text in lines[block.line - 1]
    assert document.source.blocks[1].xpath == "/html/body/article/p[2]"


def test_items_and_rows_run_on() -> None:
    items = "<ul><li>First thing on the list</li><li>Second thing on the list</li></ul>"
    document = read(f"<p>A page with a list:</p>{items}<p>And an end.</p>")
    expected = "First thing on the list\nSecond thing on the list\n\nAnd an end."
    assert document.raw == f"A page with a list:\n\n{expected}"


def test_a_short_page_is_read_whole_without_a_notice() -> None:
    document = read("<p>A short page, nothing else.</p>")
    assert (document.raw, document.faults) == ("A short page, nothing else.", ())


def test_a_page_without_an_article_is_read_whole_and_says_so() -> None:
    document = read(surrounded("<p>Nothing here.</p>"))
    assert "Section 3" in document.raw
    assert [(f.rule, f.severity) for f in document.faults] == [("ERR006", "info")]


@pytest.mark.parametrize("source", [b" ", b"<html></html>", b"<script>x</script>", b"<!-- -->"])
def test_a_page_without_text(source: bytes) -> None:
    assert [fault.rule for fault in read(source).faults] == ["ERR003"]


def test_a_binary_file_called_a_page() -> None:
    assert [fault.rule for fault in read(bytes(range(256))).faults] == ["ERR002"]


def test_an_article_that_only_the_json_ld_holds() -> None:
    body = " ".join(PARAGRAPHS)
    script = json.dumps({"headline": "Bridge", "articleBody": f"<p>{body}</p>"})
    head = f'<script type="application/ld+json">{script}</script>'
    assert read(surrounded("<div id='app'></div>", head)).raw == body


def test_the_encoding_is_what_the_page_says() -> None:
    text = "<meta charset='windows-1251'><p>Мост закрыт.</p>"
    assert page_text(text.encode("cp1251")).text == text
    latin = "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>It’s “shut”"
    assert page_text(latin.encode("cp1252")).text == latin
    wrong = "<meta charset='iso-8859-1'>Café “shut”"
    assert page_text(wrong.encode()).text == wrong
    assert page_text(b"<meta charset='nonsense'>caf\xe9 au lait").encoding == "cp1252"


def test_bytes_that_cannot_be_read_are_told_where_they_are_in_the_article() -> None:
    document = read("<p>The naïve café’s owner said it".encode() + b"\x92s shut.</p>")
    (fault,) = document.faults
    assert (fault.rule, fault.span.of(document.raw)) == ("BRK105", "\ufffd")


def test_an_xml_declaration_does_no_harm() -> None:
    source = '<?xml version="1.0" encoding="UTF-8"?><html><body><p>Words é.</p></body></html>'
    assert read(source).raw == "Words é."


def test_comments_to_credcheck_stand_at_their_blocks() -> None:
    told = "<!-- credcheck: ignore BRK303 -->"
    first, second, third, *rest = (f"<p>{text}</p>" for text in PARAGRAPHS)
    inside = second.replace("</p>", f"{told}</p>")
    body = f"{told}<article>{first}{inside}{told}{third}{''.join(rest)}</article>{told}<!-- no -->"
    document = read(surrounded(body))
    places = [block.span for block in document.source.blocks]
    end = len(document.raw)
    expected = [places[0], places[1], places[2], Span(end, end)]
    assert [comment.span for comment in document.source.comments] == expected
    assert {comment.text for comment in document.source.comments} == {told}


def test_text_without_pages_loads_no_html_library() -> None:
    program = (
        "import io, sys; from credcheck.read import *; from credcheck.settings import Settings;"
        "list(read(['-'], Settings(), stdin=io.BytesIO(b'words')));"
        "heavy = {'lxml', 'bs4', 'trafilatura', 'pathspec', 'charset_normalizer', 'csv'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
