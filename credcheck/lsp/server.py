"""
Speak the Language Server Protocol over standard input and output.

A text that changes is read again when the typing has stopped for a moment; what takes the other
texts of the workspace follows after a longer one.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from urllib.parse import unquote, urlparse

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from credcheck import __version__
from credcheck.lsp.messages import diagnostics, hover, quick_fixes
from credcheck.lsp.workspace import Workspace
from credcheck.types import Finding

# Seconds without a key before a text is read again, and before all texts are compared.
TYPING_PAUSE_S = 0.3
COMPARE_PAUSE_S = 1.0


def path_of(uri: str) -> str:
    """The path in a file URI."""
    return unquote(urlparse(uri).path)


class Server(LanguageServer):
    """The protocol's side of a workspace: what is open, what was shown, what is due."""

    def __init__(self) -> None:
        """Start empty; folders come with the `initialize` request."""
        super().__init__("credcheck", __version__)
        self.texts = Workspace([])
        self.shown: dict[str, list[Finding]] = {}
        self.due: dict[str, asyncio.Task[None]] = {}
        self.lock = asyncio.Lock()

    def publish(self, uri: str, found: list[Finding]) -> None:
        """Show the findings of one text."""
        document = self.texts.document(path_of(uri))
        if document is None:
            return
        self.shown[uri] = found
        items = diagnostics(document, found, self.texts.document)
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, items))

    def later(self, uri: str, pause_s: float) -> None:
        """Read a text after a pause; a new change puts it off."""
        if uri in self.due:
            self.due[uri].cancel()
        self.due[uri] = asyncio.get_running_loop().create_task(self.reread(uri, pause_s))

    async def reread(self, uri: str, pause_s: float) -> None:
        """Read one text alone, show it, then compare all of them."""
        await asyncio.sleep(pause_s)
        text = self.workspace.get_text_document(uri).source
        async with self.lock:
            _, found = await asyncio.to_thread(self.texts.update, path_of(uri), text)
            self.publish(uri, list(found))
        await asyncio.sleep(COMPARE_PAUSE_S if pause_s else 0)
        await self.compare()

    async def compare(self) -> None:
        """Show what the texts say side by side, in those that are open."""
        async with self.lock:
            found = await asyncio.to_thread(self.texts.findings)
            for uri in list(self.workspace.text_documents):
                if path_of(uri) in found:
                    self.publish(uri, found[path_of(uri)])


def server() -> Server:
    """A server with all its features, not started yet."""
    made = Server()

    @made.feature(lsp.INITIALIZED)
    async def initialized(ls: Server, params: lsp.InitializedParams) -> None:
        folders = [Path(path_of(folder.uri)) for folder in ls.workspace.folders.values()]
        if not folders and ls.workspace.root_path:
            folders = [Path(ls.workspace.root_path)]
        async with ls.lock:
            ls.texts = await asyncio.to_thread(Workspace, folders)
            await asyncio.to_thread(ls.texts.load)

    @made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: Server, params: lsp.DidOpenTextDocumentParams) -> None:
        ls.later(params.text_document.uri, 0)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: Server, params: lsp.DidChangeTextDocumentParams) -> None:
        ls.later(params.text_document.uri, TYPING_PAUSE_S)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(ls: Server, params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        async with ls.lock:
            await asyncio.to_thread(ls.texts.close, path_of(uri))
        ls.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    @made.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix]),
    )
    def actions(ls: Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        document = ls.texts.document(path_of(uri))
        if document is None:
            return []
        return quick_fixes(uri, document, ls.shown.get(uri, []), params.range)

    @made.feature(lsp.TEXT_DOCUMENT_HOVER)
    def told(ls: Server, params: lsp.HoverParams) -> lsp.Hover | None:
        uri = params.text_document.uri
        document = ls.texts.document(path_of(uri))
        if document is None:
            return None
        return hover(document, ls.shown.get(uri, []), params.position, ls.texts.document)

    return made


def serve() -> None:
    """Speak on standard input and output until the editor says goodbye."""
    server().start_io()
