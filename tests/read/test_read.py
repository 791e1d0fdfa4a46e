from __future__ import annotations

import io
import os
import pickle
from importlib import import_module
from pathlib import Path

import pytest

from credcheck.read import BYTES_MAX, FoundFile, find_files, is_unreadable, items, open_item, read
from credcheck.settings import Settings
from credcheck.types import Document

SETTINGS = Settings()
read_module = import_module("credcheck.read")


def texts(documents: list[Document]) -> dict[str, str]:
    return {document.id: document.raw for document in documents}


def test_a_folder_of_every_format(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"one\r\n")
    (tmp_path / "b.jsonl").write_text('{"text": "two"}\n{"text": "three"}\n')
    (tmp_path / "c.csv").write_text("text,id\nfour,x\n")
    (tmp_path / "d.md").write_text("# five\n")
    assert texts(list(read([tmp_path], SETTINGS, root=tmp_path))) == {
        "a.txt": "one\r\n",
        "b.jsonl#1": "two",
        "b.jsonl#2": "three",
        "c.csv#x": "four",
        "d.md": "# five\n",
    }


def test_one_bad_file_never_stops_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("empty.txt", "binary.txt", "good.txt", "shut.txt", "gone.txt", "shut.jsonl")
    for name in names:
        (tmp_path / name).write_text("good")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    opened = io.open

    def refuse(path: Path, *args: object, **options: object) -> object:
        if str(path).find("shut") >= 0:
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(io, "open", refuse)
    found = find_files([tmp_path], SETTINGS, root=tmp_path)
    os.remove(tmp_path / "gone.txt")
    documents = [open_item(item) for item in items(found, SETTINGS)]
    assert {d.id: d.faults[0].rule if d.faults else "" for d in documents} == {
        "binary.txt": "ERR002",
        "empty.txt": "ERR003",
        "gone.txt": "ERR001",
        "good.txt": "",
        "shut.jsonl": "ERR001",
        "shut.txt": "ERR001",
    }
    assert [d.id for d in documents if not is_unreadable(d)] == ["good.txt"]


def test_standard_input_as_text_and_as_records() -> None:
    (plain,) = read(["-"], SETTINGS, stdin=io.BytesIO(b"words"))
    assert (plain.id, plain.raw) == ("-", "words")
    stream = io.BytesIO(b'{"text": "a"}\n{"text": "b"}\n')
    found = list(read(["-"], SETTINGS, stdin=stream, stdin_filename="in.jsonl"))
    assert texts(found) == {"in.jsonl#1": "a", "in.jsonl#2": "b"}
    (nothing,) = read(["-"], SETTINGS, stdin=io.BytesIO(b""))
    assert nothing.faults[0].rule == "ERR003"


def test_files_are_not_opened_before_their_turn(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").write_text("b")
    waiting = items(find_files([tmp_path], SETTINGS, root=tmp_path), SETTINGS)
    (tmp_path / "b.txt").write_text("changed")
    assert [open_item(item).raw for item in waiting] == ["a", "changed"]


def test_items_and_documents_travel_between_processes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xc3\xa9 \x92")
    (tmp_path / "b.jsonl").write_text('{"text": "two"}\n')
    for item in items(find_files([tmp_path], SETTINGS, root=tmp_path), SETTINGS):
        again = pickle.loads(pickle.dumps(item))
        assert open_item(again) == open_item(item)


def test_a_file_known_to_be_trouble_says_so() -> None:
    document = open_item(FoundFile("a.txt", "/nowhere/a.txt", trouble="permission denied"))
    assert document.faults[0].message == "cannot be read: permission denied"


@pytest.mark.parametrize("name", ["a.html", "a.jsonl"])
def test_a_reader_that_fails_is_told_and_the_others_go_on(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*anything: object) -> Document:
        raise RecursionError("too deep")

    (tmp_path / name).write_text('{"text": "one"}\n')
    (tmp_path / "b.txt").write_text("two")
    article = read_module.article
    monkeypatch.setattr(
        read_module,
        "article",
        lambda file, data: (fails if name in file.id else article)(file, data),
    )
    monkeypatch.setattr(read_module, "_reader", lambda format: fails)
    bad, good = read([tmp_path], SETTINGS, root=tmp_path)
    assert [fault.rule for fault in bad.faults] == ["ERR009"]
    suffix = name.partition(".")[2]
    assert bad.faults[0].message == f"internal error in reading {suffix}: RecursionError: too deep"
    assert is_unreadable(bad)
    assert good.raw == "two"


def test_text_that_is_longer_than_any_article_is_not_taken_into_memory(tmp_path: Path) -> None:
    with (tmp_path / "dump.txt").open("wb") as stream:
        stream.truncate(BYTES_MAX["txt"] + 1)
    (tmp_path / "good.txt").write_text("one")
    (dump, good) = read([tmp_path], SETTINGS, root=tmp_path)
    ((code, message),) = [(fault.rule, fault.message) for fault in dump.faults]
    assert code == "ERR001"
    assert "longer than any article (16,777,216 bytes)" in message
    assert good.raw == "one"
