from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from credcheck.read import word
from credcheck.read.article import article
from credcheck.read.files import FoundFile
from credcheck.types import Document

FILE = FoundFile("a.docx", "/x/a.docx", "docx")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(body: str, name: str = "word/document.xml", head: str = "") -> bytes:
    xml = (
        f'<?xml version="1.0"?>{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, xml)
    return data.getvalue()


def p(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(body: str) -> Document:
    return article(FILE, packed(body))


def why(data: bytes) -> str:
    document = article(FILE, data)
    assert not document.raw
    ((code, message),) = [(f.rule, f.message) for f in document.faults]
    assert code == "ERR008"
    return message


def test_paragraphs_are_parted_and_runs_are_not() -> None:
    read_back = read(p(r("The port "), r("closed.")) + p() + p(r("It rained &amp; froze.")))
    assert read_back.raw == "The port closed.\n\nIt rained & froze."
    assert not read_back.source.writable
    assert not read_back.faults


def test_every_paragraph_knows_its_place() -> None:
    body = p(r("one")) + "<w:sdt><w:sdtContent>" + p(r("two")) + "</w:sdtContent></w:sdt>"
    found = read(body + p() + p(r("three")))
    assert [(b.span.of(found.raw), b.xpath) for b in found.source.blocks] == [
        ("one", "/w:document[1]/w:body[1]/w:p[1]"),
        ("two", "/w:document[1]/w:body[1]/w:sdt[1]/w:sdtContent[1]/w:p[1]"),
        ("three", "/w:document[1]/w:body[1]/w:p[3]"),
    ]


def test_tabs_breaks_and_tab_stops() -> None:
    stops = "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
    body = p(stops, r("a"), "<w:r><w:tab/></w:r>", r("b"), "<w:r><w:br/></w:r>", r("c"))
    assert read(body).raw == "a\tb\nc"


def test_a_row_of_a_table_is_a_line() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{p(r(cell))}</w:tc>" for cell in cells) + "</w:tr>"

    body = p(r("before")) + f"<w:tbl>{row('a', 'b')}{row('c', 'd')}</w:tbl>" + p(r("after"))
    assert read(body).raw == "before\n\na\tb\nc\td\n\nafter"


def test_deleted_and_moved_text_is_left_out() -> None:
    gone = "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{r('away ')}</w:moveFrom>"
    assert read(p(r("It is "), gone, moved, f"<w:ins>{r('here')}</w:ins>")).raw == "It is here"


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{p(r('in a box'))}</w:txbxContent>"
    both = f"<w:r><x><w:Choice>{box}</w:Choice><w:Fallback>{box}</w:Fallback></x></w:r>"
    assert read(p(r("text"), both)).raw == "in a box\n\ntext"


def test_a_document_without_text_is_empty() -> None:
    assert [f.rule for f in read(p()).faults] == ["ERR003"]


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    assert "document type" in why(packed(p(r("&b;")), head=bomb))


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "XML_BYTES_MAX", 5000)
    assert "unpacks to more than 5,000 bytes" in why(packed(p(r("a" * 10_000))))


def test_elements_nested_too_deep_are_refused() -> None:
    assert "nested too deep" in why(packed("<w:a>" * 500 + "</w:a>" * 500))


def test_broken_files_are_faults() -> None:
    whole = packed(p(r("text")))
    assert why(b"PK\x03\x04 no archive")
    assert why(whole[: len(whole) // 2])
    assert "without word/document.xml" in why(packed("", name="other.xml"))
    assert why(packed("<w:p>"))


@settings(max_examples=60, deadline=None)
@given(some.integers(0, 600), some.binary(min_size=1, max_size=8))
def test_no_damage_ends_a_run(place: int, damage: bytes) -> None:
    whole = packed(p(r("The port closed on Monday.")) * 5)
    document = article(FILE, whole[:place] + damage + whole[place + len(damage) :])
    assert document.raw or document.faults


def test_notes_follow_the_text_and_know_their_place() -> None:
    data = io.BytesIO(packed(p(r("The port closed."))))
    with zipfile.ZipFile(data, "a") as archive:
        for name, kind in (("endnotes", "endnote"), ("footnotes", "footnote")):
            notes = f"<w:{kind}>{p()}</w:{kind}><w:{kind}>{p(r(f'A {kind}.'))}</w:{kind}>"
            archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{notes}</w:{name}>')
    found = article(FILE, data.getvalue())
    assert found.raw == "The port closed.\n\nA footnote.\n\nA endnote."
    assert found.source.blocks[1].xpath == "/w:footnotes[1]/w:footnote[2]/w:p[1]"


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p(r('In the box.'))}</w:txbxContent>"
    drawn = f"<w:r><a><Choice>{box}</Choice><Fallback>{box}</Fallback></a></w:r>"
    found = read(p(r("Beside it."), drawn))
    assert found.raw == "In the box.\n\nBeside it."
