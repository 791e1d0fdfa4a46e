"""`credcheck lsp`: findings as you type, for any editor that speaks the protocol."""

from __future__ import annotations

from credcheck.cli.problem import Problem


def lsp() -> int:
    """
    Run the language server on standard input and output.

    Editors start it themselves; see the documentation for VS Code, Neovim, Helix and Emacs.
    """
    try:
        from credcheck.lsp.server import serve
    except ModuleNotFoundError as error:
        if error.name not in ("pygls", "lsprotocol"):
            raise
        raise Problem("lsp: needs the extra: pip install 'credcheck[lsp]'") from None
    serve()
    return 0
