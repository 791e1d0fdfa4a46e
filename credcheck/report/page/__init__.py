"""Parts of the HTML report: one self-contained page that needs no network and no script to read."""

from __future__ import annotations

from html import escape
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def text(value: object) -> str:
    """A value as HTML text; safe inside attributes too."""
    return escape(str(value), quote=True)


def asset(name: str) -> str:
    """A file of this folder: the style sheet and the script go into the page as they are."""
    return (FOLDER / name).read_text(encoding="utf-8")
