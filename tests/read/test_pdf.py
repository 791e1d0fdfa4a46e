from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from credcheck.read.article import article
from credcheck.read.files import FoundFile
from credcheck.read.pdf import joined, without_running_heads
from credcheck.types import Document

FILE = FoundFile("a.pdf", "/x/a.pdf", "pdf")


def printed(*pages: list[str]) -> bytes:
    """A PDF with these lines on its pages."""
    numbers = [4 + 2 * number for number in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    for number, lines in zip(numbers, pages, strict=True):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        content = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode()
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        place = f"/Parent 2 0 R /MediaBox [0 0 612 792] {font} /Contents {number + 1} 0 R"
        objects[number] = f"<< /Type /Page {place} >>".encode()
        objects[number + 1] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    data = b"%PDF-1.4\n"
    offsets = {}
    for number, body in sorted(objects.items()):
        offsets[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = "".join(f"{offsets[n]:010d} 00000 n \n" for n in sorted(objects))
    size = len(objects) + 1
    end = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode()


def read(*pages: list[str]) -> Document:
    pytest.importorskip("pypdf")
    return article(FILE, printed(*pages))


def codes(document: Document) -> list[str]:
    return [fault.rule for fault in document.faults]


def test_lines_become_paragraphs_and_every_page_is_known() -> None:
    document = read(
        [
            "The port closed on Monday because of",
            "the storm.",
            "Ferries waited outside the harbour.",
        ],
        ["On Tuesday it opened again."],
    )
    assert document.raw == (
        "The port closed on Monday because of the storm.\n\n"
        "Ferries waited outside the harbour.\n\n"
        "On Tuesday it opened again."
    )
    assert [(b.page, b.span.start) for b in document.source.blocks] == [(1, 0), (2, 86)]
    assert not codes(document)


def text(*pages: list[str]) -> str:
    return joined(pages)[0]


def test_words_parted_at_a_line_end_are_joined_if_they_are_a_word() -> None:
    assert (
        text(["It is run by the govern-", "ment of Norvik."])
        == "It is run by the government of Norvik."
    )
    assert text(["They met some well-", "known people."]) == "They met some well-known people."


def test_a_sentence_runs_on_over_the_page() -> None:
    assert text(["The port was closed by"], ["the storm."]) == "The port was closed by the storm."
    assert (
        text(["He spoke of the Open"], ["Road. It was wet."])
        == "He spoke of the Open Road. It was wet."
    )
    assert text(["The port was closed."], ["the storm"]) == "The port was closed.\n\nthe storm"
    assert text(["The port was closed by a storm.", "Ferries"], ["They sail."]).endswith(
        "\n\nThey sail."
    )


def test_short_lines_stay_lines() -> None:
    lines = ["All of these ports were closed on Monday:", "Norvik", "Port Salen", "Kaldur"]
    assert text(lines) == "All of these ports were closed on Monday:\nNorvik\nPort Salen\nKaldur"


def test_items_of_a_list_stay_apart() -> None:
    lines = ["• The ferry to Port Salen sails on", "Monday.", "• The ferry to Norvik does not sail"]
    assert (
        text(lines)
        == "• The ferry to Port Salen sails on Monday.\n• The ferry to Norvik does not sail"
    )


def test_running_heads_and_page_numbers_are_left_out() -> None:
    texts = [f"Text of page {name}." for name in "abcd"]
    pages = [[f"Page {n}", "The Gazette, 11 March", text] for n, text in enumerate(texts, 1)]
    assert without_running_heads(pages) == [[text] for text in texts]
    assert without_running_heads(pages[:2])[0] == ["The Gazette, 11 March", "Text of page a."]


def test_a_scan_without_a_text_layer_is_empty() -> None:
    assert codes(read([])) == ["ERR003"]


def test_a_broken_file_is_a_fault() -> None:
    pytest.importorskip("pypdf")
    for data in (b"%PDF-1.4\nnothing", b"\x00\x01", printed(["text"])[:80]):
        assert codes(article(FILE, data)) == ["ERR008"]


@settings(max_examples=40, deadline=None)
@given(some.integers(0, 700), some.binary(min_size=1, max_size=6))
def test_no_damage_ends_a_run(place: int, damage: bytes) -> None:
    pytest.importorskip("pypdf")
    whole = printed(["The port closed on Monday."])
    document = article(FILE, whole[:place] + damage + whole[place + len(damage) :])
    assert document.raw or document.faults


def test_without_the_extra_the_file_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (fault,) = article(FILE, printed(["text"])).faults
    assert (fault.rule, fault.severity) == ("ERR007", "error")
    assert "credcheck[pdf]" in fault.message
    in_folder = FoundFile("a.pdf", "/x/a.pdf", "pdf", is_named=False)
    assert article(in_folder, b"%PDF").faults[0].severity == "warning"
