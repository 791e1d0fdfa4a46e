"""The server as an editor meets it: a real client over standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from shutil import copyfile

import pytest

pytest.importorskip("pygls", reason="needs the extra: pip install 'credcheck[lsp]'")

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

TEXT = "\U0001f600 They lost two hardships.This was the third in a row for the town.\n"
SEEDS = Path(__file__).parent.parent.parent / "seeds"


class Editor:
    """A client that remembers what it was shown."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.client = LanguageClient("editor", "1")
        self.shown: dict[str, list[lsp.Diagnostic]] = {}

        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def keep(params: lsp.PublishDiagnosticsParams) -> None:
            self.shown[params.uri] = list(params.diagnostics)

    async def start(self) -> None:
        await self.client.start_io(sys.executable, "-m", "credcheck", "lsp")
        folder = lsp.WorkspaceFolder(self.folder.as_uri(), self.folder.name)
        await self.client.initialize_async(
            lsp.InitializeParams(lsp.ClientCapabilities(), workspace_folders=[folder])
        )
        self.client.initialized(lsp.InitializedParams())

    def open(self, name: str, text: str) -> str:
        uri = (self.folder / name).as_uri()
        item = lsp.TextDocumentItem(uri, lsp.LanguageKind.Markdown, 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return uri

    async def wait(self, uri: str, is_right: Callable[[list[lsp.Diagnostic]], bool]) -> None:
        for _ in range(300):
            if uri in self.shown and is_right(self.shown[uri]):
                return
            await asyncio.sleep(0.1)
        raise AssertionError(self.shown.get(uri))


@asynccontextmanager
async def editor(folder: Path) -> AsyncIterator[Editor]:
    made = Editor(folder)
    await made.start()
    try:
        yield made
    finally:
        await made.client.shutdown_async(None)
        made.client.exit(None)
        await made.client.stop()  # type: ignore[no-untyped-call]


def codes(found: list[lsp.Diagnostic]) -> set[str]:
    return {str(one.code) for one in found}


async def session(folder: Path) -> None:
    async with editor(folder) as ed:
        uri = ed.open("a.txt", TEXT)
        await ed.wait(uri, lambda found: "BRK302" in codes(found))
        (found,) = [one for one in ed.shown[uri] if one.code == "BRK302"]
        assert (found.range.start.character, found.range.end.character) == (17, 31)

        document = lsp.TextDocumentIdentifier(uri)
        asked = lsp.CodeActionParams(document, found.range, lsp.CodeActionContext([found]))
        (action,) = await ed.client.text_document_code_action_async(asked) or []
        assert isinstance(action, lsp.CodeAction)
        assert action.is_preferred
        assert action.edit
        assert action.edit.changes
        (edit,) = action.edit.changes[uri]
        assert (edit.range.start.character, edit.new_text) == (27, " ")

        told = await ed.client.text_document_hover_async(
            lsp.HoverParams(document, found.range.start)
        )
        assert told
        assert "BRK302" in str(told.contents)

        whole = lsp.TextDocumentContentChangeWholeDocument("They lost. This was the third.\n")
        version = lsp.VersionedTextDocumentIdentifier(uri=uri, version=2)
        ed.client.text_document_did_change(lsp.DidChangeTextDocumentParams(version, [whole]))
        await ed.wait(uri, lambda found: "BRK302" not in codes(found))


async def other_sources_count(folder: Path) -> None:
    async with editor(folder) as ed:
        uri = ed.open("copy.txt", (SEEDS / "2-spun.txt").read_text(encoding="utf-8"))
        await ed.wait(uri, lambda found: "UNS202" in codes(found))
        (found,) = [one for one in ed.shown[uri] if one.code == "UNS202"]
        assert found.related_information
        assert found.related_information[0].location.uri.endswith("spoken.txt")


def test_findings_as_you_type_with_quick_fix_and_hover(tmp_path: Path) -> None:
    asyncio.run(session(tmp_path))


def test_the_rest_of_the_workspace_is_compared_with(tmp_path: Path) -> None:
    copyfile(SEEDS / "4-clean.txt", tmp_path / "spoken.txt")
    asyncio.run(other_sources_count(tmp_path))
