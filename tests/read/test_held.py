from __future__ import annotations

import pickle

from credcheck.read.files import FoundFile
from credcheck.read.held import HeldPage

FILE = FoundFile("a.warc", "/x/a.warc", "warc", is_reported=False)


def test_a_held_page_becomes_a_document_in_another_process() -> None:
    held = pickle.loads(pickle.dumps(HeldPage(FILE, "a.warc#u", 3, "txt", b"A line.")))
    document = held.document()
    assert (document.id, document.raw, document.is_reported) == ("a.warc#u", "A line.", False)
    assert (document.source.path, document.source.record) == ("a.warc", 3)
    assert not document.source.writable


def test_what_is_wrong_with_it_is_its_fault() -> None:
    document = HeldPage(FILE, "a.warc#u", 3, "html", b"").document()
    assert [fault.rule for fault in document.faults] == ["ERR003"]
